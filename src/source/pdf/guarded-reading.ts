/**
 * Reads a PDF and runs a `PdfJob` on its pages in the same guarded process, so that pages are not copied between processes.
 * In: the bytes and the job's URL. Out: what the job returns, or why the PDF cannot be read.
 */
import type { GuardedJob } from "../guard/messages.js";
import type { PagesWanted, PdfJob, PdfJobCall, PdfJobOutcome } from "./pdf-job.js";
import { readDocument } from "./read-document.js";
import { pagesToRecognise, withRecognised } from "./scanned-pages.js";

async function runOnPages(call: PdfJobCall): Promise<PdfJobOutcome<unknown> | PagesWanted> {
  const { bytes, module, argument, recognition, limits } = call;
  const printed = await readDocument(bytes, limits);
  if (!printed.ok) return printed;
  const toRecognise = recognition.pages === null ? pagesToRecognise(printed, recognition.mode) : [];
  if (toRecognise.length > 0) return { toRecognise };
  const reading = withRecognised(printed, recognition.pages ?? []);
  const { pdfJob } = (await import(module)) as { pdfJob: PdfJob<unknown, unknown> };
  return pdfJob(reading, argument);
}

export const job: GuardedJob<PdfJobCall, PdfJobOutcome<unknown> | PagesWanted> = runOnPages;
