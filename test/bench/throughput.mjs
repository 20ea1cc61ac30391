#!/usr/bin/env node
// Measures how fast text reports become a dataset: writes COUNT distinct reports of about 16 KB to a temporary folder, runs the
// built command over them, and prints reports a second and peak memory. Run by hand: node test/bench/throughput.mjs [COUNT]
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { madeReport } from "./made-report.mjs";
import { shownTime, timed } from "./watched.mjs";

const COUNT = Number(process.argv[2] ?? 10_000);
const command = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "ragtally-throughput-"));
try {
  let bytes = 0;
  for (let seed = 0; seed < COUNT; seed += 1) {
    const text = madeReport(seed);
    bytes += Buffer.byteLength(text);
    writeFileSync(join(folder, `${String(seed).padStart(6, "0")}.txt`), text);
  }
  const args = [command, "ingest", folder, "--out", join(folder, "out"), "--quiet", "--no-cache"];
  const run = await timed(process.execPath, args);
  console.log(
    `${COUNT} reports of ${(bytes / COUNT / 1024).toFixed(1)} KB in ${shownTime(run)}: ${(COUNT / run.seconds).toFixed(0)} a second, peak memory ${run.peak.toFixed(0)} MB`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
