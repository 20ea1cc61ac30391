#!/usr/bin/env node
// What a second job gains, and what results kept between runs save: reads a copy of FOLDER's files with one job and with two,
// then with a fresh cache, again with nothing changed, and once more with one file changed. Run by hand, after
// `npm run build`: node test/bench/reruns.mjs FOLDER
import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

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
  const timed = (...options) => {
    const args = [command, "ingest", input, "--out", join(work, "out"), "--quiet", ...options];
    const started = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    if (status !== 0) throw new Error(`exit code ${status}: ${stderr}`);
    return (performance.now() - started) / 1000;
  };
  const one = timed("--no-cache", "--jobs", "1");
  const two = timed("--no-cache", "--jobs", "2");
  const cache = ["--cache", join(work, "cache")];
  const first = timed(...cache);
  const unchanged = timed(...cache);
  const [{ parentPath, name }] = names;
  appendFileSync(join(parentPath, name), "\n");
  const changed = timed(...cache);
  const said = (seconds) => `${seconds.toFixed(1)} s`;
  console.log(`${names.length} files: one job ${said(one)}, two ${said(two)}: ${(one / two).toFixed(2)} times as fast`);
  console.log(`first run ${said(first)}, unchanged ${said(unchanged)}, one file changed ${said(changed)}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
