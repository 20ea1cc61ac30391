/**
 * The thread in which a child process works. In: jobs, one at a time. Out: one answer for each. What the work throws is a
 * defect of the program, for work says by its value what a document lacks.
 */
import { parentPort } from "node:worker_threads";
import type { Answer, GuardOutcome, Job } from "./messages.js";

async function outcomeOf({ work: { module, argument } }: Job): Promise<GuardOutcome<unknown>> {
  try {
    const { work } = (await import(module)) as { work: (argument: unknown) => unknown };
    return { ok: true, value: await work(argument) };
  } catch (error) {
    const place = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const lines = place.split("\n", 2).map((line) => line.trim().replace(/\(?file:.*\//, "("));
    return { ok: false, code: "INTERNAL", message: `a defect of the program, please report it: ${lines.join(" ")}` };
  }
}

parentPort?.on("message", async (job: Job) => {
  const answer: Answer = { kind: "done", outcome: await outcomeOf(job), rssBytes: process.memoryUsage.rss() };
  parentPort?.postMessage(answer);
});
const ready: Answer = { kind: "ready" };
parentPort?.postMessage(ready);
