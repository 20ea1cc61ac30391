/**
 * The worker thread of a child process. In: jobs. Out: one answer for each, in their order. An exception is a defect of the
 * program, since work reports by its value what is wrong with a document; only failed allocations are the document's.
 */
import { parentPort } from "node:worker_threads";
import { defectMessage, INTERNAL, isAllocation } from "../defect.js";
import type { Answer, GuardedJob, GuardOutcome, Job } from "./messages.js";

async function outcomeOf({ work: { module, argument } }: Job): Promise<GuardOutcome<unknown>> {
  try {
    const { job } = (await import(module)) as { job: GuardedJob<unknown, unknown> };
    return { ok: true, value: await job(argument) };
  } catch (error) {
    if (!isAllocation(error)) return { ok: false, code: INTERNAL, message: defectMessage(error) };
    return { ok: false, code: "OUT_OF_MEMORY", message: `it asks for more memory than there is (${error})` };
  }
}

async function answerTo(job: Job): Promise<void> {
  const answer: Answer = { kind: "done", outcome: await outcomeOf(job), rssBytes: process.memoryUsage.rss() };
  parentPort?.postMessage(answer);
}

// A library may leave a rejected promise that nothing awaits; only what the work awaits decides its outcome.
process.on("unhandledRejection", () => undefined);

/** Jobs are done one after another, because the parent matches answers to jobs by their order. */
let last: Promise<void> = Promise.resolve();
parentPort?.on("message", (job: Job) => {
  last = last.then(() => answerTo(job));
});
const ready: Answer = { kind: "ready" };
parentPort?.postMessage(ready);
