#!/usr/bin/env node
// Measures what a second job gains, and what the cache saves: reads a copy of FOLDER's files with one job and with two,
// then with a fresh cache, again with nothing changed, and once more with one file changed. Run by hand, after
// `npm run build`: node test/bench/reruns.mjs FOLDER
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { shownTime, timed } from "./watched.mjs";

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: node test/bench/reruns.mjs FOLDER");
  process.exit(2);
}
const command = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "ragtally-reruns-"));
try {
  const input = join(work, "in");
  cpSync(folder, input, { recursive: true });
  const names = readdirSync(input, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const ingest = (...options) =>
    timed(process.execPath, [command, "ingest", input, "--out", join(work, "out"), "--quiet", ...options]);
  const one = await ingest("--no-cache", "--jobs", "1");
  const two = await ingest("--no-cache", "--jobs", "2");
  const cache = ["--cache", join(work, "cache")];
  const first = await ingest(...cache);
  const unchanged = await ingest(...cache);
  const [{ parentPath, name }] = names;
  appendFileSync(join(parentPath, name), "\n");
  const changed = await ingest(...cache);
  console.log(
    `${names.length} files: one job ${shownTime(one)}, two ${shownTime(two)}: ${(one.seconds / two.seconds).toFixed(2)} times as fast`,
  );
  console.log(
    `first run ${shownTime(first)}, unchanged ${shownTime(unchanged)}, one file changed ${shownTime(changed)}`,
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}
