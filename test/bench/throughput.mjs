#!/usr/bin/env node
// How fast text reports become a dataset: writes COUNT distinct reports of about 16 KB to a temporary folder, runs the
// built command over them, and prints reports a second and peak memory. Run by hand: node test/bench/throughput.mjs [COUNT]
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { madeReport } from "./made-report.mjs";

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
  const started = performance.now();
  let peak = 0;
  const child = spawn(
    process.execPath,
    [command, "ingest", folder, "--out", join(folder, "out"), "--quiet", "--no-cache"],
    {
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      peak = Math.max(peak, Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // Only Linux has /proc, and a process that ended has none: the figure is then what was last seen.
    }
  }, 100);
  const code = await new Promise((resolve) => child.on("exit", resolve));
  clearInterval(watch);
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${COUNT} reports of ${(bytes / COUNT / 1024).toFixed(1)} KB in ${seconds.toFixed(1)} s: ${(COUNT / seconds).toFixed(0)} a second, peak memory ${peak.toFixed(0)} MB, exit code ${code}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
