/**
 * Why a PDF could not be read. In: what pdf.js throws, or the file's bytes. Out: an error code of `files.csv` with a
 * message, or the damage to a file that can be read nevertheless.
 */
import { containerKind } from "../containers.js";
import { Defect, defectMessage, INTERNAL, isAllocation } from "../defect.js";
import { multipartOf } from "../encoded-parts.js";

export type PdfFailureCode = "ENCRYPTED" | "CORRUPT" | "TOO_LARGE" | "OUT_OF_MEMORY" | "EMPTY" | typeof INTERNAL;

export interface PdfFailure {
  readonly ok: false;
  readonly code: PdfFailureCode;
  readonly message: string;
}

export const failure = (code: PdfFailureCode, message: string): PdfFailure => ({ ok: false, code, message });

/** Where the signature is looked for at the start of a file, and the final `startxref` at its end, in bytes. */
const START_BYTES = 1024;
const END_BYTES = 2048;

/** pdf.js does not export its error classes, so they are recognised by name. */
export function failureOf(error: unknown): PdfFailure {
  if (error instanceof Defect) return failure(INTERNAL, defectMessage(error));
  const { name = "", message = String(error) } = (error ?? {}) as { name?: string; message?: string };
  if (name === "PasswordException") return failure("ENCRYPTED", "the PDF needs a password to be opened");
  if (isAllocation(error)) {
    return failure("OUT_OF_MEMORY", `the PDF asks for more memory than there is (${message})`);
  }
  return failure("CORRUPT", `the PDF cannot be opened: ${message}`);
}

/** What is wrong with the bytes before anything is parsed; null if nothing is. */
export function failureOfBytes(bytes: Uint8Array): PdfFailure | null {
  if (bytes.length === 0) return failure("EMPTY", "the file is empty");
  return hasPdfSignature(bytes) ? null : failure("CORRUPT", "the file is not a PDF: it lacks a PDF's signature");
}

/** A signature after other content begins a line, or follows a byte that no text has: a sentence may speak of "%PDF-1.7". */
const SIGNATURE_BEHIND = /[^ -~\t]%PDF-\d/;

/**
 * Whether the bytes are a PDF. A mailer, printer or scanner may have put something before the signature; but a packed file, or an
 * e-mail with several parts, is not the first PDF in it.
 */
export function hasPdfSignature(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, START_BYTES)).toString("latin1");
  if (start.startsWith("%PDF-")) return true;
  return SIGNATURE_BEHIND.test(start) && containerKind(bytes) === null && multipartOf(start) === null;
}

/** Why part of the file is likely to be missing although it opens; null if nothing suggests so. */
export function damageOf(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, END_BYTES);
  const end = Buffer.from(bytes.buffer, bytes.byteOffset + bytes.length - length, length).toString("latin1");
  if (!end.includes("startxref")) return "the file lacks its end: it may have been cut short";
  return countsTooFew(bytes) ? "its page tree counts fewer pages than it names: pages may be missing" : null;
}

/** Longest page tree node that is examined, and how far before its /Kids its /Count may be, in bytes. */
const NODE_BYTES = 256 * 1024;
const BEFORE_KIDS_BYTES = 1024;

/** Whether an uncompressed page tree node states fewer pages than it lists: pdf.js trusts the stated number. */
function countsTooFew(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = file.indexOf("/Kids"); at >= 0; at = file.indexOf("/Kids", at + 1)) {
    const end = file.indexOf("endobj", at);
    if (end < 0 || end - at > NODE_BYTES) continue;
    const before = file.toString("latin1", Math.max(0, at - BEFORE_KIDS_BYTES), at);
    const node = before.slice(before.lastIndexOf(" obj") + 1) + file.toString("latin1", at, end);
    const count = /\/Count\s+(\d{1,9})\b(?!\s+\d+\s+R)/.exec(node)?.[1];
    if (count === undefined || !/\/Type\s*\/Pages\b/.test(node)) continue;
    const kids = /\/Kids\s*\[([^\]]*)\]/.exec(node)?.[1]?.match(/\d+\s+\d+\s+R/g)?.length ?? 0;
    if (kids > Number(count)) return true;
    at = end;
  }
  return false;
}
