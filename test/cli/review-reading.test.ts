/** What a review reads: the options of the run that wrote a dataset, and the commands that the sign-off names. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readingArguments, reviewedInputs } from "../../src/cli/review/reading.js";
import { signOffCommands } from "../../src/cli/review/sign-off-commands.js";

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "ragtally-reading-"));
  mkdirSync(join(root, "in"));
  writeFileSync(join(root, "in", "q1.txt"), "Nothing.");
  mkdirSync(join(root, "out"));
  writeFileSync(join(root, "out", "dataset.json"), "{}");
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const FLAGS = { corrections: "corrections.csv", ocr: "auto", ocrLanguage: "eng" } as const;
const MIB = 1024 * 1024;
const LIMITS = { timeoutMs: 90_000, memoryBytes: 1024 * MIB, maxBytes: 10 * MIB, maxPages: 5000 };

/** The dataset as a run with these options wrote it. */
function written(options: object): string {
  const out = join(root, "out");
  writeFileSync(
    join(out, "run.json"),
    JSON.stringify({ options: { inputs: [join(root, "in")], profile: "built-in", ...options } }),
  );
  return out;
}
const isGiven = () => false;

describe("a dataset's reports", () => {
  it("are read again as the run that wrote it read them", async () => {
    const out = written({ ocr: "never", ocr_language: "deu", limits: LIMITS, latest: true });
    const reviewed = await reviewedInputs([out], { ...FLAGS, maxPages: 20 }, isGiven, "built-in");
    expect(reviewed).toMatchObject({ dataset: out, inputs: [join(root, "in")], whyNot: null });
    expect(reviewed.recognition).toEqual({ mode: "never", language: "deu" });
    expect(readingArguments(reviewed, undefined)).toEqual([
      ...["--ocr", "never", "--ocr-language", "deu", "--timeout", "90", "--max-size", "10", "--max-pages", "20"],
      "--latest",
    ]);
  });

  it("are read with the options that the user gives", async () => {
    const out = written({ ocr: "never", ocr_language: "deu" });
    const reviewed = await reviewedInputs([out], FLAGS, (option) => option === "ocr", "built-in");
    expect(reviewed.recognition).toEqual({ mode: "auto", language: "deu" });
  });

  it("are not read with another profile unless the user gives it", async () => {
    const out = written({ profile: "county" });
    const why = async (profile?: string) =>
      (await reviewedInputs([out], { ...FLAGS, ...(profile && { profile }) }, isGiven, "built-in")).whyNot;
    expect(await why()).toContain("was read with the profile county: start the review with --profile");
    expect(await why("county.json")).toBeNull();
  });

  it("keep the corrections that the dataset was written with, unless the user names others", async () => {
    const ours = join(root, "ours.csv");
    writeFileSync(ours, "");
    const out = written({ corrections: "ours.csv" });
    const read = (isNamed: boolean) => reviewedInputs([out], FLAGS, () => isNamed, "built-in");
    expect(await read(false)).toMatchObject({ corrections: ours, whyNot: null });
    expect(await read(true)).toMatchObject({ corrections: "corrections.csv", whyNot: null });
    rmSync(ours);
    expect(await read(false)).toMatchObject({ corrections: "corrections.csv" });
    expect((await read(false)).whyNot).toContain("was corrected by ours.csv, which is not found");
  });

  it("are not read where they are not found, unless the user says where they are", async () => {
    const out = written({ inputs: ["elsewhere"] });
    expect((await reviewedInputs([out], FLAGS, isGiven, "built-in")).whyNot).toContain(
      "start the review with --sources",
    );
    const moved = await reviewedInputs([out], { ...FLAGS, sources: [join(root, "in")] }, isGiven, "built-in");
    expect(moved.whyNot).toBeNull();
  });
});

describe("the commands of the sign-off", () => {
  it("read as the review does, and name only files that are there, as a shell takes them", async () => {
    const corrections = join(root, "corrections.csv");
    const dispositions = join(root, "none.csv");
    writeFileSync(corrections, "");
    const decided = { out: "-out", reading: ["--profile", "our profile.json"], corrections, dispositions };
    expect(await signOffCommands({ ...decided, inputs: ["in", "it's.pdf"] })).toEqual([
      `ragtally ingest in 'it'\\''s.pdf' --out ./-out --profile 'our profile.json' --corrections ${corrections}`,
      "ragtally audit ./-out --html audit.html",
    ]);
  });

  it("write no dataset where its reports cannot be read", async () => {
    const decided = { out: "out", reading: [], corrections: "none.csv", dispositions: "none.csv" };
    expect(await signOffCommands({ ...decided, inputs: null })).toEqual(["ragtally audit out --html audit.html"]);
  });
});
