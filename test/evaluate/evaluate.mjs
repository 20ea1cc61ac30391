/**
 * Measures the built command on every set that is present and renews docs/evaluation.md. In: names of sets, or none for all. Out: a line a
 * set, and the page; exit code 1 where a set that is present could not be measured. Run by `npm run evaluate [-- SET ...]`.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PRINTS } from "../prints/printers.mjs";
import { earlierLines, lineOfSet, pageOf } from "./page.mjs";
import { hasPython } from "./run.mjs";
import { SETS } from "./sets.mjs";

const PAGE = "docs/evaluation.md";

/** Why a set cannot be measured here, or null. */
function missing({ needs, python = false }) {
  const absent = needs.find((path) => !existsSync(path));
  if (absent !== undefined) return `${absent} is missing`;
  return python && !hasPython() ? "Python 3 is missing" : null;
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !SETS.some((set) => set.name === name));
if (unknown.length > 0)
  throw new Error(`no set is called ${unknown.join(", ")}; there are ${SETS.map(({ name }) => name).join(", ")}`);

const lines = existsSync(PAGE) ? earlierLines(readFileSync(PAGE, "utf8")) : new Map();
const work = mkdtempSync(join(tmpdir(), "ragtally-evaluate-"));
const keep = (name, figures) => {
  lines.set(name, lineOfSet(name, figures));
  console.log(lines.get(name));
  for (const [part, figuresOfPart] of figures.parts ?? []) keep(part, figuresOfPart);
};

try {
  for (const set of SETS.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
    const why = missing(set);
    if (why !== null) {
      console.log(`${set.name}: not measured, as ${why}`);
      continue;
    }
    try {
      keep(set.name, await set.figures(work));
    } catch (error) {
      console.log(`${set.name}: not measured: ${error.message}`);
      process.exitCode = 1;
    }
  }
  writeFileSync(PAGE, pageOf(SETS, Object.keys(PRINTS), lines));
} finally {
  rmSync(work, { recursive: true, force: true });
}
