#!/usr/bin/env node
// Tests a long run over good and bad files: makes GOOD sound reports (texts, one in ten a PDF) and BAD broken, unusual, huge
// and encrypted PDFs from a seed, runs the built command over them, and checks that it ends by itself, that
// every file has one outcome and every class of error occurs, that no row is invented, or lost without a message, that memory
// stays below LIMIT and that the last thousand good files are read as fast as the first. Run by hand on Linux, after
// `npm run build`: node test/bench/soak.mjs [--good 20000] [--bad 960] [--seed 1] [--keep FOLDER] [-- OPTIONS OF ingest]
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { judge } from "./soak/judge.mjs";
import { makeFiles } from "./soak/made-files.mjs";
import { shownTime, watched } from "./watched.mjs";

const COMMAND = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const LIMIT_MB = 1500;
const SLOWER = 1.1;
const [own, passed] = process.argv.includes("--")
  ? [process.argv.slice(2, process.argv.indexOf("--")), process.argv.slice(process.argv.indexOf("--") + 1)]
  : [process.argv.slice(2), []];
const option = (name, otherwise) => (own.includes(name) ? own[own.indexOf(name) + 1] : otherwise);
const good = Number(option("--good", 20_000));
const bad = Number(option("--bad", 960));
const seed = option("--seed", "1");
const keep = option("--keep", null);
const root = keep ?? mkdtempSync(join(tmpdir(), "ragtally-soak-"));
const complaints = [];

/** Milliseconds of wall and CPU time per file over the first, and the last, so many good files. */
function paceOf(events, letter, fromEnd) {
  const files = events.filter(({ event, source_file }) => event === "file" && /^[ac]\d/.test(source_file));
  const few = Math.min(1000, Math.floor(files.length / 2));
  // The first few files are read while processes start and code is new.
  const warm = Math.min(100, Math.floor(few / 4));
  const some = fromEnd ? files.slice(-few) : files.slice(warm, few);
  const [first, last] = [some[0], some.at(-1)];
  const each = (value) => (1000 * value) / (some.length - 1);
  return { letter, wall: each(last.seconds - first.seconds), cpu: each(last.cpu - first.cpu) };
}

try {
  rmSync(join(root, "in"), { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  const made = makeFiles(join(root, "in"), { good, bad, seed });
  const out = join(root, "out");
  const args = ["ingest", join(root, "in"), "--out", out, "--no-cache", "--log", "json", "--timeout", "20", ...passed];
  const events = [];
  const other = [];
  const onLine = (line, cpu) => {
    if (line.startsWith("{")) events.push({ ...JSON.parse(line), cpu });
    else other.push(line);
  };
  const run = await watched(process.execPath, [COMMAND, ...args], { onLine });
  if (keep !== null) writeFileSync(join(root, "events.json"), events.map((event) => JSON.stringify(event)).join("\n"));
  if (run.code !== 0) complaints.push(`exit code ${run.code}: ${other.join(" ")}`);
  if (run.peak > LIMIT_MB) complaints.push(`peak memory ${run.peak.toFixed(0)} MB is over ${LIMIT_MB} MB`);
  const [first, last] = [paceOf(events, "first", false), paceOf(events, "last", true)];
  const isSlower = (key) => last[key] > first[key] * SLOWER;
  if (isSlower("wall") && isSlower("cpu")) complaints.push("the last good files were read slower than the first");
  const judged = await judge(out, made);
  complaints.push(...judged.complaints);
  const listed = (counts) => [...counts].sort().map(([name, count]) => `${name} ${count}`);
  console.log(listed(judged.kinds).join("\n"));
  console.log(`codes: ${listed(judged.codes).join(", ")}`);
  console.log(`${made.size} files in ${shownTime(run)}`);
  console.log(`peak memory of all processes ${run.peak.toFixed(0)} MB, of the first ${run.peakMain.toFixed(0)} MB`);
  for (const { letter, wall, cpu } of [first, last])
    console.log(`${letter} good files: ${wall.toFixed(1)} ms each, ${cpu.toFixed(1)} ms of CPU time`);
} finally {
  if (keep === null) rmSync(root, { recursive: true, force: true });
}
for (const complaint of complaints) console.log(`- ${complaint}`);
console.log(complaints.length === 0 ? "all well" : `${complaints.length} complaints`);
process.exitCode = complaints.length === 0 ? 0 : 1;
