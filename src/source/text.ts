/**
 * Decodes a text file. In: its bytes. Out: its text, repaired where it was encoded twice, or a failure with a code that
 * says why it is not text. Encoding and format are detected from the content, never from the name.
 */
import { containerKind } from "./containers.js";
import { encodedKind } from "./encoded-parts.js";
import { decodeWindows1252, repairDoubleEncoding } from "./windows-1252.js";

export type TextResult =
  | {
      readonly ok: true;
      readonly text: string;
      /** The text before it was repaired; absent where it was not. */
      readonly printed?: string;
    }
  | { readonly ok: false; readonly code: "EMPTY" | "UNSUPPORTED"; readonly message: string };

const unsupported = (what: string): TextResult => ({ ok: false, code: "UNSUPPORTED", message: `the file is ${what}` });

const PDF_SIGNATURE = [0x25, 0x50, 0x44, 0x46];
const ONLY_RUNS_READ_PDF = "a PDF, which only a run over files reads";

/** How much of a file decides whether it is text, in bytes. */
const SAMPLE_BYTES = 65_536;
/** A file counts as binary if more than this share of the sample is control characters that text does not contain. */
const BINARY_SHARE = 0.002;

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** Detects UTF-16 without a byte-order mark: in western text every other byte is nearly always zero. */
function utf16Order(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.7 && even < pairs * 0.1) return "utf-16le";
  if (even > pairs * 0.7 && odd < pairs * 0.1) return "utf-16be";
  return null;
}

/** Control characters that text does not contain: all but tab to carriage return, 0x1A and 0x1B. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
const CONTROL = /[\x01-\x08\x0e-\x19\x1c-\x1f]/g;

function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (sample.includes(0)) return true;
  const text = Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength).toString("latin1");
  return (text.match(CONTROL)?.length ?? 0) > sample.length * BINARY_SHARE;
}

/** Decodes as Windows-1252, unless it is UTF-8 with a few bad bytes: then good sequences outnumber the replacements. */
function decodeWithoutMark(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const lossy = new TextDecoder("utf-8").decode(bytes);
    let good = 0;
    let bad = 0;
    for (const char of lossy) {
      if (char === "\ufffd") bad += 1;
      else if (char > "\u007f") good += 1;
    }
    return good > bad ? lossy : decodeWindows1252(bytes);
  }
}

/** Decodes UTF-8, UTF-16 (with or without a byte-order mark) and Windows-1252; never throws. */
export function decodeText(bytes: Uint8Array): TextResult {
  if (bytes.length === 0) return { ok: false, code: "EMPTY", message: "the file is empty" };
  const container = startsWith(bytes, PDF_SIGNATURE) ? ONLY_RUNS_READ_PDF : containerKind(bytes);
  if (container !== null) return unsupported(container);
  let text: string;
  if (startsWith(bytes, [0xff, 0xfe])) text = new TextDecoder("utf-16le").decode(bytes);
  else if (startsWith(bytes, [0xfe, 0xff])) text = new TextDecoder("utf-16be").decode(bytes);
  else if (startsWith(bytes, [0xef, 0xbb, 0xbf])) text = new TextDecoder("utf-8").decode(bytes);
  else {
    const order = utf16Order(bytes);
    if (order !== null) text = new TextDecoder(order).decode(bytes);
    else if (isBinary(bytes)) return unsupported("not text: it holds binary bytes");
    else text = decodeWithoutMark(bytes);
  }
  if (text.trim() === "") return { ok: false, code: "EMPTY", message: "the file holds nothing but white space" };
  const encoded = encodedKind(text);
  if (encoded !== null) return unsupported(encoded);
  const repaired = repairDoubleEncoding(text);
  return repaired === text ? { ok: true, text } : { ok: true, text: repaired, printed: text };
}
