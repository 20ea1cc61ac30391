/**
 * Starts the built command and the scorers of the sets. In: files and arguments. Out: the dataset read, or what a scorer prints. It throws
 * where a scorer fails or prints nothing of the form asked for.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";

export const COMMAND = ["node", "dist/cli/main.js"];
/** Scorers print a line a miss: some megabytes. */
const MOST_OUTPUT = 256 * 1024 * 1024;

export const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

export const scored = (program, ...args) =>
  execFileSync(program, args, { encoding: "utf8", maxBuffer: MOST_OUTPUT, stdio: ["ignore", "pipe", "inherit"] });

export const hasPython = () => spawnSync("python3", ["--version"]).status === 0;

/** Path of the dataset read from files or folders. Files that cannot be read are part of the measure, so the exit code is not. */
export function datasetOf(paths, work) {
  const out = join(work, "dataset");
  rmSync(out, { recursive: true, force: true });
  const [node, main] = COMMAND;
  spawnSync(node, [main, "ingest", ...paths, "--out", out, "--format", "json", "--quiet", "--no-cache"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const path = join(out, "dataset.json");
  if (!existsSync(path)) throw new Error(`nothing was read from ${paths.join(", ")}`);
  return path;
}

/** The groups of a pattern in a scorer's output. */
export function lineOf(output, pattern) {
  const found = pattern.exec(output);
  if (found === null) throw new Error(`the scorer printed no line like ${pattern.source}`);
  return found;
}

/** Reports, and what became of each file, by the file's name. */
export function byFile({ reports, files }) {
  const grouped = new Map(files.map((file) => [basename(file.source_file), { file, reports: [] }]));
  for (const report of reports) grouped.get(basename(report.source_file))?.reports.push(report);
  return grouped;
}

export const isRefused = (entry) => entry?.file.outcome !== "parsed";
export const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
