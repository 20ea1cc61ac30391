#!/usr/bin/env node
// Measures what a large dataset costs in every output format: run by hand, after a build.
//   node test/bench/formats.mjs [--sizes 2000,10000] [--formats csv,json,parquet] [--python PYTHON]
// Prints, for each number of made reports, the seconds of reading and writing, their ratio, the largest memory of the main process, and
// the size of the output; with --python, whether Frictionless's own tool finds the last dataset valid.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { madeReport } from "./made-report.mjs";
import { watched } from "./watched.mjs";

const MAIN = new URL("../../dist/cli/main.js", import.meta.url).pathname;
/** Files in a folder, and reports of plans of the same name: made reports repeat their plan, theme and quarter after as many. */
const FOLDER_FILES = 1000;
const PLAN_REPORTS = 84;

const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const sizes = (option("--sizes") ?? "2000,10000").split(",").map(Number);
const formats = option("--formats") ?? "csv,json,jsonl,parquet,sqlite,xlsx";
const python = option("--python");

const root = mkdtempSync(join(tmpdir(), "ragtally-formats-"));
const inputs = join(root, "in");
const out = join(root, "out");
let made = 0;

function makeReports(count) {
  for (; made < count; made += 1) {
    const folder = join(inputs, String(Math.floor(made / FOLDER_FILES)));
    if (made % FOLDER_FILES === 0) mkdirSync(folder, { recursive: true });
    const plan = `SAFER WARD ${1 + Math.floor(made / PLAN_REPORTS)}`;
    writeFileSync(join(folder, `${made}.txt`), madeReport(made).replace("SAFER MELFORD", plan));
  }
}

const bytesOf = (folder) => readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

try {
  for (const size of sizes) {
    makeReports(size);
    const { code, seconds, peakMain } = await watched(process.execPath, [
      ...[MAIN, "ingest", inputs, "--out", out, "--format", formats, "--no-cache", "--quiet"],
    ]);
    if (code !== 0) throw new Error(`the run of ${size} reports ended with ${code}`);
    const { seconds: parts, counts } = JSON.parse(readFileSync(join(out, "run.json"), "utf8"));
    console.log(
      [
        `${counts.reports} reports in ${seconds.toFixed(0)} s`,
        `reading ${parts.reading.toFixed(1)} s`,
        `writing ${parts.writing.toFixed(1)} s (${((100 * parts.writing) / parts.reading).toFixed(0)}% of reading)`,
        `main process at most ${peakMain.toFixed(0)} MB`,
        `output ${(bytesOf(out) / 1e6).toFixed(0)} MB`,
      ].join(", "),
    );
  }
  if (python !== undefined) {
    const { status, stdout } = spawnSync(python, ["-m", "frictionless", "validate", join(out, "datapackage.json")], {
      encoding: "utf8",
      maxBuffer: 1 << 26,
    });
    console.log(status === 0 ? "Frictionless finds it valid" : stdout);
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
