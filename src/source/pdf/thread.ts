/**
 * The thread in which a child process reads PDFs. In: jobs, one at a time. Out: one answer for each.
 */
import { readFile } from "node:fs/promises";
import { parentPort } from "node:worker_threads";
import { failure, type PdfFailure } from "./failure.js";
import type { Answer, Job, PackedReading } from "./messages.js";
import { packPages } from "./packing.js";
import { readDocument } from "./read-document.js";

async function read({ source, limits }: Job): Promise<PackedReading | PdfFailure> {
  let bytes: Uint8Array;
  try {
    // pdf.js takes the array over, which a Buffer out of Node's pool must not be.
    bytes = new Uint8Array(typeof source === "string" ? await readFile(source) : source);
  } catch (error) {
    return failure("CORRUPT", `the file cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const result = await readDocument(bytes, limits);
  if (!result.ok) return result;
  const { pages, ...rest } = result;
  return { ...rest, packed: packPages(pages) };
}

parentPort?.on("message", async (job: Job) => {
  const result = await read(job);
  const answer: Answer = { kind: "read", result, rssBytes: process.memoryUsage.rss() };
  parentPort?.postMessage(answer, result.ok ? [result.packed.numbers.buffer] : []);
});
const ready: Answer = { kind: "ready" };
parentPort?.postMessage(ready);
