import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readBytes } from "../../src/pipeline/ingest.js";
import { BUILTIN_PROFILE } from "../../src/schema/builtin-profile.js";
import { decodeText } from "../../src/source/text.js";
import { isSkipped } from "../skipped.js";
import { DAMAGES, damaged } from "./damage.js";
import { lostWords, madeUpWords } from "./kept-words.js";
import { type Seeded, seeded } from "./seeded.js";

/** The corpus is the project's own; the others are tried where they lie beside it. */
const FOLDERS = ["corpus", "../shared/bench/dev", "../shared/bench/series", "../shared/reference"];
const TEXT = /\.(?:txt|md|html)$/;
const KINDS = Object.keys(DAMAGES);
/** Damaged copies of each file with three kinds at once, beyond one copy for each kind alone. */
const MIXTURES = 3;
const SEED = 20_181_213;

interface Sample {
  readonly name: string;
  readonly text: string;
}

function samplesIn(folder: string): Sample[] {
  return readdirSync(folder)
    .filter((name) => TEXT.test(name) && name !== "README.md")
    .flatMap((name) => {
      const decoded = decodeText(readFileSync(join(folder, name)));
      return decoded.ok ? [{ name, text: decoded.text }] : [];
    });
}

const mixture = (random: Seeded): string[] => [random.pick(KINDS), random.pick(KINDS), random.pick(KINDS)];

/** What is wrong with the reports of a text, as readable text; empty if every word is accounted for. */
function faults(text: string, what: string): string[] {
  const bytes = new TextEncoder().encode(text);
  // Encoding replaces a single surrogate; the replacement character counts as printed.
  const lines = new TextDecoder().decode(bytes).split(/\r\n|\n|\r/);
  return readBytes(bytes, "sample.txt", BUILTIN_PROFILE).reports.flatMap((report) => {
    const lost = lostWords(report, lines);
    const made = madeUpWords(report, lines);
    return [
      ...(Object.keys(lost).length > 0 ? [`${what}: lost ${JSON.stringify(lost)}`] : []),
      ...(made.length > 0 ? [`${what}: made up ${made.join(", ")}`] : []),
    ];
  });
}

describe.each(FOLDERS)("%s", (folder) => {
  if (isSkipped(!existsSync(folder), `words of the reports in ${folder}`, "there is no such folder")) {
    it.skip("has text files to read", () => undefined);
    return;
  }
  const samples = samplesIn(folder);

  it("has text files to read", () => {
    expect(samples.length).toBeGreaterThan(0);
  });

  it("keeps every printed word in a field, a repair or the residue, and invents none", () => {
    expect(samples.flatMap(({ name, text }) => faults(text, name))).toEqual([]);
  });

  it.each(KINDS)("keeps every word and throws nothing when damage %s", (kind) => {
    const random = seeded(SEED + KINDS.indexOf(kind));
    expect(samples.flatMap(({ name, text }) => faults(damaged(text, [kind], random), name))).toEqual([]);
  });

  it("keeps every word and throws nothing under several kinds of damage at once", () => {
    const random = seeded(SEED);
    const found = samples.flatMap(({ name, text }) =>
      Array.from({ length: MIXTURES }, () => mixture(random)).flatMap((kinds) =>
        faults(damaged(text, kinds, random), `${name} (${kinds.join("; ")})`),
      ),
    );
    expect(found).toEqual([]);
  });
});
