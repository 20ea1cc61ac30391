#!/usr/bin/env node
// Scores the built command on reports with known truth and fails where a figure falls below its floor. After a build:
//   node test/bench/scores.mjs
// The folders of floors.json are beside the project; for one that is missing, a line says that it was not scored.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SCORER = "../shared/bench/score.mjs";
const COMMAND = "dist/cli/main.js";
/** Figures are printed, and compared, to this many digits. */
const DIGITS = 3;

const floors = JSON.parse(readFileSync(new URL("floors.json", import.meta.url), "utf8"));
const run = (...args) =>
  execFileSync(process.execPath, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
const rounded = (figure) => Number(figure.toFixed(DIGITS));

/** The figures that the scorer gives for a folder's text files, by group; those of all files under "total". */
function scoresOf(folder, work) {
  const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  const truth = JSON.parse(readFileSync(join(folder, "truth.json"), "utf8"));
  const known = Object.fromEntries(Object.entries(truth).filter(([name]) => files.includes(name)));
  const truthPath = join(work, "truth.json");
  const out = join(work, "out");
  writeFileSync(truthPath, JSON.stringify(known));
  rmSync(out, { recursive: true, force: true });
  run(
    COMMAND,
    "ingest",
    ...files.map((name) => join(folder, name)),
    "--out",
    out,
    "--format",
    "json",
    "--quiet",
    "--no-cache",
  );
  const { total, groups } = JSON.parse(run(SCORER, truthPath, join(out, "dataset.json"), "--json"));
  return { ...groups, total };
}

let below = 0;
const work = mkdtempSync(join(tmpdir(), "ragtally-scores-"));
try {
  for (const [folder, groups] of Object.entries(floors)) {
    if (!existsSync(join(folder, "truth.json")) || !existsSync(SCORER)) {
      console.log(`${folder}: not scored, as it is missing`);
      continue;
    }
    const scores = scoresOf(folder, work);
    console.log(folder);
    for (const [group, figures] of Object.entries(groups)) {
      for (const [name, floor] of Object.entries(figures)) {
        const score = scores[group]?.[name];
        // The scorer writes null where there was nothing to score; a floor for it is a mistake.
        const holds = typeof score === "number" && rounded(score) >= floor;
        if (!holds) below += 1;
        const shown = typeof score === "number" ? score.toFixed(DIGITS) : "none";
        const verdict = holds ? "" : "  BELOW";
        console.log(
          `  ${group.padEnd(18)}${name.padEnd(18)}${shown.padStart(6)}  floor ${floor.toFixed(DIGITS)}${verdict}`,
        );
      }
    }
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
if (below > 0) {
  console.log(`${below} figures below their floor`);
  process.exitCode = 1;
}
