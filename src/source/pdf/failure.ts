/**
 * Why a PDF could not be read. In: what pdf.js throws, or a file's first and last bytes. Out: a code of `files.csv` with
 * a sentence, or what is wrong with a file that can be read all the same.
 */
import { Defect, defectMessage, INTERNAL, isAllocation } from "../defect.js";

export type PdfFailureCode = "ENCRYPTED" | "CORRUPT" | "TOO_LARGE" | "OUT_OF_MEMORY" | "EMPTY" | typeof INTERNAL;

export interface PdfFailure {
  readonly ok: false;
  readonly code: PdfFailureCode;
  readonly message: string;
}

export const failure = (code: PdfFailureCode, message: string): PdfFailure => ({ ok: false, code, message });

/** How far into a file its signature may stand, and how far before its end its last mark, in bytes. */
const HEAD_BYTES = 1024;
const TAIL_BYTES = 2048;

/** pdf.js tells its errors apart by name only: the classes are not exported. */
export function failureOf(error: unknown): PdfFailure {
  if (error instanceof Defect) return failure(INTERNAL, defectMessage(error));
  const { name = "", message = String(error) } = (error ?? {}) as { name?: string; message?: string };
  if (name === "PasswordException") return failure("ENCRYPTED", "the PDF needs a password to be opened");
  if (isAllocation(error)) {
    return failure("OUT_OF_MEMORY", `the PDF asks for more memory than there is (${message})`);
  }
  return failure("CORRUPT", `the PDF cannot be opened: ${message}`);
}

/** What is wrong before anything is parsed, or null. */
export function failureOfBytes(bytes: Uint8Array): PdfFailure | null {
  if (bytes.length === 0) return failure("EMPTY", "the file is empty");
  return hasPdfSignature(bytes) ? null : failure("CORRUPT", "the file is not a PDF: it lacks a PDF's signature");
}

/** Whether bytes are a PDF's: its signature may stand a little way in, behind what a mailer or scanner put first. */
export function hasPdfSignature(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES)).toString("latin1");
  return /^[^\n]*(?:\n[^\n]*){0,8}?%PDF-\d/.test(head);
}

/** What makes it likely that part of the file is missing though it opens, or null. */
export function damageOf(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, TAIL_BYTES);
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset + bytes.length - length, length).toString("latin1");
  if (!tail.includes("startxref")) return "the file lacks its end: it may have been cut short";
  return countsTooFew(bytes) ? "its page tree counts fewer pages than it names: pages may be missing" : null;
}

/** Longest branch of a page tree that is looked at, in bytes, and how far before its kids its count may stand. */
const BRANCH_BYTES = 256 * 1024;
const BEFORE_KIDS = 1024;

/** Whether a branch of the page tree that is not packed says that it has fewer pages than it lists: pdf.js believes it. */
function countsTooFew(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = file.indexOf("/Kids"); at >= 0; at = file.indexOf("/Kids", at + 1)) {
    const end = file.indexOf("endobj", at);
    if (end < 0 || end - at > BRANCH_BYTES) continue;
    const before = file.toString("latin1", Math.max(0, at - BEFORE_KIDS), at);
    const branch = before.slice(before.lastIndexOf(" obj") + 1) + file.toString("latin1", at, end);
    const count = /\/Count\s+(\d{1,9})\b(?!\s+\d+\s+R)/.exec(branch)?.[1];
    if (count === undefined || !/\/Type\s*\/Pages\b/.test(branch)) continue;
    const kids = /\/Kids\s*\[([^\]]*)\]/.exec(branch)?.[1]?.match(/\d+\s+\d+\s+R/g)?.length ?? 0;
    if (kids > Number(count)) return true;
    at = end;
  }
  return false;
}
