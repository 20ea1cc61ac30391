/**
 * A child process that works on documents for the pool. In: jobs from its parent. Out: answers to its parent. A worker thread
 * does all the work, so that the main thread can watch the memory of the process and exit in time: the limits that Node sets
 * for a thread do not count array buffers, and a small file can unpack into those without end.
 */
import { Worker } from "node:worker_threads";
import { type Answer, type Job, OVER_MEMORY } from "./messages.js";

/** Interval between two checks of the memory, in milliseconds; a thread can fill a few hundred MB in that time. */
const WATCH_MS = 50;

/** Size of the young generation in megabytes; with less, the thread spends a tenth of its time collecting garbage. */
const YOUNG_MB = 64;

let memoryBytes = Number.POSITIVE_INFINITY;
const thread = new Worker(new URL("./thread.js", import.meta.url), {
  resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
});
thread.on("message", (answer: Answer) => process.send?.(answer));
thread.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? OVER_MEMORY : 1);
});
process.on("message", (job: Job) => {
  memoryBytes = job.memoryBytes;
  thread.postMessage(job);
});
process.on("disconnect", () => process.exit());
setInterval(() => {
  if (process.memoryUsage.rss() > memoryBytes) process.exit(OVER_MEMORY);
}, WATCH_MS);
