/**
 * Reads a PDF and runs a `PdfJob` on its pages in the same guarded process, so that pages are not copied between processes.
 * In: the bytes and the job's URL. Out: what the job returns, or why the PDF cannot be read.
 */
import type { GuardedJob } from "../guard/messages.js";
import { DEFAULT_LIMITS } from "./limits.js";
import type { PdfJob, PdfJobCall, PdfJobOutcome } from "./pdf-job.js";
import { readDocument } from "./read-document.js";

async function runOnPages({ bytes, module, argument }: PdfJobCall): Promise<PdfJobOutcome<unknown>> {
  const reading = await readDocument(bytes, DEFAULT_LIMITS);
  if (!reading.ok) return reading;
  const { pdfJob } = (await import(module)) as { pdfJob: PdfJob<unknown, unknown> };
  return pdfJob(reading, argument);
}

export const job: GuardedJob<PdfJobCall, PdfJobOutcome<unknown>> = runOnPages;
