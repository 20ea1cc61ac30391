/**
 * Runs one job on one PDF in a guarded process. In: the file's path and the job's module. Out: the job's result. Refuses,
 * with a `PdfError` that has a code and a message, files that cannot be read and pages that do not exist.
 */
import { resolve } from "node:path";
import { InputError } from "../discover.js";
import { DEFAULT_MAX_BYTES } from "../files.js";
import { pathsShownAs } from "../folder.js";
import type { Work } from "../guard/messages.js";
import { GuardedPool } from "../guard/pool.js";
import { documentContent } from "../members/document-content.js";
import { hasPdfSignature } from "./failure.js";
import type { PdfJobCall, PdfJobOutcome } from "./pdf-job.js";

/**
 * Why a job on a PDF failed. The code is one of `files.csv` or `NOT_PDF`; `NO_PAGE` and `TOO_MANY_PIXELS` are mistakes in
 * the request, and `NO_CANVAS` is a package that is not installed.
 */
export class PdfError extends Error {
  override readonly name = "PdfError";
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * @param path of a file, or of a file in it, such as bundle.pdf!/attached.pdf
 * @param module URL of a module that exports a `PdfJob`
 * @param argumentFor makes the job's argument from the file's bytes
 * @throws InputError if there is no such file, PdfError if the file cannot be read or the job fails
 */
export async function runPdfJob<Value>(
  path: string,
  module: string,
  argumentFor: (bytes: Uint8Array) => unknown,
): Promise<Value> {
  const pool = new GuardedPool(1);
  try {
    const bytes = await pdfBytes(path, pool);
    const run = await pool.run<PdfJobOutcome<Value>>(pdfJobWork(bytes, module, argumentFor(bytes)));
    const outcome = run.ok ? run.value : run;
    if (!outcome.ok) throw new PdfError(outcome.code, `${path}: ${outcome.message}`);
    return outcome.value;
  } finally {
    pool.close();
  }
}

async function pdfBytes(path: string, pool: GuardedPool): Promise<Uint8Array> {
  const shownAs = await pathsShownAs(resolve(path));
  const content = await documentContent((shownAs.length === 1 && shownAs[0]) || path, DEFAULT_MAX_BYTES, pool);
  if (content.kind === "failure") {
    const { error_code, message } = content.file;
    if (error_code === "VANISHED") throw new InputError("NOT_FOUND", `${path} does not exist`);
    throw new PdfError(error_code ?? "UNREADABLE", `${path}: ${message}`);
  }
  if (!hasPdfSignature(content.bytes))
    throw new PdfError("NOT_PDF", `${path} is not a PDF, and only PDFs can be read here`);
  return content.bytes;
}

/** A separate module because it imports pdf.js, which the waiting process does not need. */
const GUARDED_READING = new URL("./guarded-reading.js", import.meta.url).href;

/** Guarded work that reads a PDF's pages and calls a `PdfJob` with them. @param module as for `runPdfJob` */
export function pdfJobWork(bytes: Uint8Array, module: string, argument: unknown): Work {
  const call: PdfJobCall = { bytes, module, argument };
  return { module: GUARDED_READING, argument: call };
}
