/** A PDF's bytes and the URL of a `PdfJob`, to what that makes of the pages. It runs in a guarded process. */
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
