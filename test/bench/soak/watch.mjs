// A command that is run and watched. In: its arguments. Out: exit code, the log's events with the processor time that
// the process and its children had taken by then, and the peak of the memory of all of them together.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const COMMAND = fileURLToPath(new URL("../../../dist/cli/main.js", import.meta.url));
const SAMPLE_MS = 100;
const TICKS_A_SECOND = 100;

const read = (path) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
};

/** Of a process: its parent, and its and its ended children's processor time in seconds. */
function statOf(pid) {
  const fields = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /, "")
    .split(" ");
  const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at] ?? 0), 0);
  return { parent: Number(fields[1] ?? 0), seconds: ticks / TICKS_A_SECOND };
}

/** The process and all below it. */
function treeOf(root) {
  const parents = new Map();
  for (const name of readdirSync("/proc")) if (/^\d+$/.test(name)) parents.set(Number(name), statOf(name).parent);
  const tree = [root];
  for (const pid of tree) for (const [child, parent] of parents) if (parent === pid) tree.push(child);
  return tree;
}

/** Memory in MB: what is shared with others counts in part (Pss), or as a whole where the system does not say. */
function memoryOf(pid) {
  const said =
    /^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`)) ?? /VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`));
  return Number(said?.[1] ?? 0) / 1024;
}

/** @param onSample is told of the processes of every sample, the command's own first */
export async function watched(args, { onSample = () => {} } = {}) {
  const started = performance.now();
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ["ignore", "ignore", "pipe"] });
  const events = [];
  const other = [];
  let peak = 0;
  let peakMain = 0;
  let seconds = 0;
  const clock = setInterval(() => {
    const tree = treeOf(child.pid);
    const memory = tree.map(memoryOf);
    peakMain = Math.max(peakMain, memory[0] ?? 0);
    peak = Math.max(
      peak,
      memory.reduce((sum, part) => sum + part, 0),
    );
    seconds = Math.max(
      seconds,
      tree.reduce((sum, pid) => sum + statOf(pid).seconds, 0),
    );
    onSample(tree);
  }, SAMPLE_MS);
  const ended = new Promise((resolve) => child.on("exit", (code, signal) => resolve(code ?? signal)));
  for await (const line of createInterface({ input: child.stderr })) {
    if (line.startsWith("{")) events.push({ ...JSON.parse(line), processor: seconds });
    else other.push(line);
  }
  const code = await ended;
  clearInterval(clock);
  return { code, events, other, peak, peakMain, seconds: (performance.now() - started) / 1000, processor: seconds };
}
