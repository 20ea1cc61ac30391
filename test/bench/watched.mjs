// A program that is run and watched. In: its path and arguments. Out: how it ended, its wall time, and the CPU time and
// memory of it and of all processes below it. Only Linux has the figures of processes; elsewhere they are 0.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const SAMPLE_MS = 100;
const TICKS_PER_SECOND = 100;

const read = (path) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
};

/** Of a process: its parent, and the CPU seconds of itself and of its children that have ended. */
function statOf(pid) {
  const fields = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /, "")
    .split(" ");
  const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at] ?? 0), 0);
  return { parent: Number(fields[1] ?? 0), cpu: ticks / TICKS_PER_SECOND };
}

function processIds() {
  try {
    return readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** The process and all below it. */
function treeOf(root) {
  const parents = new Map(processIds().map((name) => [Number(name), statOf(name).parent]));
  const tree = [root];
  for (const pid of tree) for (const [child, parent] of parents) if (parent === pid) tree.push(child);
  return tree;
}

/** Memory in MB: what is shared with others counts in part (Pss), or in full where the system does not report that. */
function memoryOf(pid) {
  const found =
    /^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`)) ?? /VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`));
  return Number(found?.[1] ?? 0) / 1024;
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/**
 * @param onLine receives every line of standard error, and the CPU seconds used by then
 * @returns {Promise<{code: number | string, seconds: number, cpu: number, peak: number, peakMain: number}>} memory in MB,
 *   `peakMain` that of the first process alone
 */
export async function watched(program, args, { onLine = () => {} } = {}) {
  const started = performance.now();
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise((resolve, reject) => {
    child.on("exit", (code, signal) => resolve(code ?? signal));
    child.on("error", reject);
  });
  let cpu = 0;
  let peak = 0;
  let peakMain = 0;
  const clock = setInterval(() => {
    const tree = treeOf(child.pid);
    const memory = tree.map(memoryOf);
    peakMain = Math.max(peakMain, memory[0]);
    peak = Math.max(peak, sum(memory));
    cpu = Math.max(cpu, sum(tree.map((pid) => statOf(pid).cpu)));
  }, SAMPLE_MS);
  try {
    for await (const line of createInterface({ input: child.stderr })) onLine(line, cpu);
    return { code: await ended, seconds: (performance.now() - started) / 1000, cpu, peak, peakMain };
  } finally {
    clearInterval(clock);
  }
}

/** As `watched`; lines of standard error are printed. @throws Error where the program fails */
export async function timed(program, args) {
  const run = await watched(program, args, { onLine: (line) => console.error(line) });
  if (run.code !== 0) throw new Error(`${program} ended with ${run.code}`);
  return run;
}

/** "1.2 s (3.4 s CPU)" */
export const shownTime = ({ seconds, cpu }) => `${seconds.toFixed(1)} s (${cpu.toFixed(1)} s CPU)`;
