/**
 * A child process that works on documents for the pool. In: jobs over the channel to its parent. Out: answers. All work is
 * done in a thread beneath, so that this one can watch the process's size and end it in time: a thread's own limits do
 * not count array buffers, into which a small file can unpack without end.
 */
import { Worker } from "node:worker_threads";
import { type Answer, type Job, OVER_MEMORY } from "./messages.js";

/** How often the size is looked at, in milliseconds: a thread fills a few hundred MB in that time. */
const WATCH_MS = 50;

/** Room for what a few documents leave behind, in megabytes: with less, the thread spends a tenth of its time clearing up. */
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
