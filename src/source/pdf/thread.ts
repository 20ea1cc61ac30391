/**
 * The thread in which a child process reads PDFs. In: jobs, one at a time. Out: one answer for each.
 */
import { readFile } from "node:fs/promises";
import { parentPort } from "node:worker_threads";
import { failure } from "./failure.js";
import type { Answer, Job } from "./messages.js";
import { type PdfReading, readDocument } from "./read-document.js";

type Result = Extract<Answer, { kind: "read" }>["result"];

async function read({ source, limits, work }: Job): Promise<Result> {
  let bytes: Uint8Array;
  try {
    // pdf.js takes the array over, which a Buffer out of Node's pool must not be.
    bytes = new Uint8Array(typeof source === "string" ? await readFile(source) : source);
  } catch (error) {
    return failure("CORRUPT", `the file cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const reading = await readDocument(bytes, limits);
  if (!reading.ok) return reading;
  const module = (await import(work.module)) as { work: (reading: PdfReading, argument: unknown) => unknown };
  return { ok: true, value: await module.work(reading, work.argument) };
}

parentPort?.on("message", async (job: Job) => {
  const answer: Answer = { kind: "read", result: await read(job), rssBytes: process.memoryUsage.rss() };
  parentPort?.postMessage(answer);
});
const ready: Answer = { kind: "ready" };
parentPort?.postMessage(ready);
