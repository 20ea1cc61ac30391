/**
 * The thread in which a child process works. In: jobs, one at a time. Out: one answer for each. What the work throws is a
 * defect of the program, for work says by its value what a document lacks.
 */
import { parentPort } from "node:worker_threads";
import { defectMessage, INTERNAL, isAllocation } from "../defect.js";
import type { Answer, GuardOutcome, Job } from "./messages.js";

async function outcomeOf({ work: { module, argument } }: Job): Promise<GuardOutcome<unknown>> {
  try {
    const { work } = (await import(module)) as { work: (argument: unknown) => unknown };
    return { ok: true, value: await work(argument) };
  } catch (error) {
    if (!isAllocation(error)) return { ok: false, code: INTERNAL, message: defectMessage(error) };
    return { ok: false, code: "OUT_OF_MEMORY", message: `it asks for more memory than there is (${error})` };
  }
}

parentPort?.on("message", async (job: Job) => {
  const answer: Answer = { kind: "done", outcome: await outcomeOf(job), rssBytes: process.memoryUsage.rss() };
  parentPort?.postMessage(answer);
});
const ready: Answer = { kind: "ready" };
parentPort?.postMessage(ready);
