/**
 * The thread in which a child process works. In: jobs. Out: one answer for each, in their order. What the work throws is a
 * defect of the program, for work says by its value what a document lacks.
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

// A library may leave a promise that fails and that nobody waits for: what the work itself waits for decides its outcome.
process.on("unhandledRejection", () => undefined);

/** Jobs are done one after the other, for they are answered in their order. */
let last: Promise<void> = Promise.resolve();
parentPort?.on("message", (job: Job) => {
  last = last.then(() => answerTo(job));
});
const ready: Answer = { kind: "ready" };
parentPort?.postMessage(ready);
