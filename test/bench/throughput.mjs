#!/usr/bin/env node
// How fast text reports become a dataset: writes COUNT distinct reports of about 16 KB to a temporary folder, runs the
// built command over them, and prints reports a second and peak memory. Run by hand: node test/bench/throughput.mjs [COUNT]
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const COUNT = Number(process.argv[2] ?? 10_000);
const ROWS = 15;
const command = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const SENTENCES = [
  "The night bus shelter was repainted after the spring consultation and now has a help point.",
  "Two further wardens were appointed; one covers the market, the other the riverside path.",
  "Referrals rose to 41 in the quarter, most of them made by schools and the housing team.",
  "A paper on the future of the front counter goes to the board before the summer recess.",
];
const STATUS = ["G", "A", "R", "NS"];

function report(seed) {
  const year = 2010 + (seed % 12);
  const lines = [
    `SAFER MELFORD DELIVERY PLAN (${year}-${String(year + 3).slice(2)})`,
    `COMMISSIONER'S THEME ${1 + (seed % 7)} UPDATE - QRT ${1 + (seed % 4)} UPDATE (June ${year + 1})`,
    `Run ${seed}`,
    "",
    "Green\tOn course\tAmber\tLate\tRed\tStopped\tWhite (NS)\tLater",
    `Number & %\t${4}/${ROWS} (27%)\tNumber & %\t4/${ROWS} (27%)\tNumber & %\t4/${ROWS} (27%)\t\t3/${ROWS} (20%)`,
    "",
    "No\tOrganisation\tSPECIFIC DELIVERABLES\tRAG Status",
  ];
  for (let row = 1; row <= ROWS; row += 1) {
    lines.push(
      `${row}\t${row % 2 ? "FORCE" : "MC/OPCC"}\tKeep promise number ${row} of run ${seed} to the people of Melford\t${STATUS[(row - 1) % 4]}\t\t`,
    );
    for (const month of ["May", "March"]) {
      lines.push(`Update ${month} ${year + 1}:\t\t\t`);
      for (let at = 0; at < 5; at += 1)
        lines.push(`${SENTENCES[(row + at + seed) % 4]} Reference ${seed}/${row}/${at}.`);
    }
  }
  return lines.join("\n");
}

const folder = mkdtempSync(join(tmpdir(), "ragtally-throughput-"));
try {
  let bytes = 0;
  for (let seed = 0; seed < COUNT; seed += 1) {
    const text = report(seed);
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
