/**
 * Runs one job on one PDF in a guarded process. In: the file's path and the job's module. Out: the job's result. Refuses,
 * with a `PdfError` that has a code and a message, files that cannot be read and pages that do not exist.
 */
import { resolve } from "node:path";
import type { OcrMode } from "../../model/recognition.js";
import { InputError } from "../discover.js";
import { DEFAULT_MAX_BYTES } from "../files.js";
import { pathsShownAs } from "../folder.js";
import type { Work } from "../guard/messages.js";
import { GuardedPool } from "../guard/pool.js";
import { PictureError } from "../images/picture-error.js";
import { isPicture, pdfOfPicture } from "../images/picture-file.js";
import { documentContent } from "../members/document-content.js";
import { hasPdfSignature } from "./failure.js";
import { DEFAULT_LIMITS, type PdfLimits } from "./limits.js";
import type { PagesWanted, PdfJobCall, PdfJobOutcome, PdfJobRecognition } from "./pdf-job.js";
import type { RecognisedPage } from "./scanned-pages.js";

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

/** How the pictures of one document are recognised. */
export interface OneRecognition {
  readonly mode: OcrMode;
  /** Whether a page is of interest; by default all are. */
  readonly isWanted?: (number: number) => boolean;
  readonly recognise: (pool: GuardedPool, bytes: Uint8Array, numbers: readonly number[]) => Promise<RecognisedPage[]>;
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
  { mode, recognise, isWanted = () => true }: OneRecognition,
): Promise<Value> {
  const pool = new GuardedPool(1);
  try {
    const bytes = await pdfBytes(path, pool);
    const runWith = async (pages: PdfJobRecognition["pages"]): Promise<PdfJobOutcome<Value> | PagesWanted> => {
      const run = await pool.run<PdfJobOutcome<Value> | PagesWanted>(
        pdfJobWork(bytes, module, argumentFor(bytes), { mode, pages }),
      );
      return run.ok ? run.value : run;
    };
    let outcome = await runWith(null);
    if ("toRecognise" in outcome)
      outcome = await runWith(await recognise(pool, bytes, outcome.toRecognise.filter(isWanted)));
    if ("toRecognise" in outcome) throw new Error(`${path} asks for recognition twice`);
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
  if (isPicture(content.bytes)) return pictureAsPdf(path, content.bytes);
  if (!hasPdfSignature(content.bytes))
    throw new PdfError("NOT_PDF", `${path} is neither a PDF nor a picture, and only these can be read here`);
  return content.bytes;
}

async function pictureAsPdf(path: string, bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return await pdfOfPicture(bytes, DEFAULT_LIMITS.maxPages);
  } catch (error) {
    if (error instanceof PictureError) throw new PdfError(error.code, `${path}: ${error.message}`);
    throw error;
  }
}

/** A separate module because it imports pdf.js, which the waiting process does not need. */
const GUARDED_READING = new URL("./guarded-reading.js", import.meta.url).href;

/**
 * Guarded work that reads a PDF's pages and calls a `PdfJob` with them.
 * @param module as for `runPdfJob`
 * @param limits of the PDF
 */
export function pdfJobWork(
  bytes: Uint8Array,
  module: string,
  argument: unknown,
  recognition: PdfJobRecognition = { mode: "never", pages: null },
  { maxBytes, maxPages }: PdfLimits = DEFAULT_LIMITS,
): Work {
  const call: PdfJobCall = { bytes, module, argument, recognition, limits: { maxBytes, maxPages } };
  return { module: GUARDED_READING, argument: call };
}
