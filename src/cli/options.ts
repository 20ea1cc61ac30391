/** The options that several commands share, their parsers, and the profile that a command uses. */
import { InvalidArgumentError, Option } from "commander";
import {
  BUILTIN_PROFILE,
  DEFAULT_FORMATS,
  DEFAULT_READ_LIMITS,
  FORMATS,
  type Format,
  loadProfile,
  OCR_MODES,
  type OcrMode,
  type PageRange,
  type Profile,
  type ReadLimits,
  type RecognitionSettings,
} from "../internal.js";
import { InterruptedError } from "./exit.js";

export function failOnOption(): Option {
  return new Option("--fail-on <level>", "exit with code 1 if there are findings of this severity or a higher one")
    .choices(["error", "warning", "never"])
    .default("never");
}

export function profileOption(): Option {
  return new Option("--profile <file>", "profile to read reports with (see `ragtally profile`)");
}

export function jobsOption(): Option {
  return new Option(
    "--jobs <n>",
    "number of reading processes (default: one per core); it does not change the output",
  ).argParser((text) => {
    if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError("Give a whole number from 1 to 999.");
    return Number(text);
  });
}

/** Limits for one document, in the user's units. */
export interface LimitFlags {
  readonly timeout?: number;
  readonly maxMemory?: number;
  readonly maxSize?: number;
  readonly maxPages?: number;
}

const MIB = 1024 * 1024;

export function limitOptions(): Option[] {
  const { timeoutMs, memoryBytes, maxBytes, maxPages } = DEFAULT_READ_LIMITS;
  const limit = (flags: string, what: string, standard: number, least: number, most: number): Option =>
    new Option(flags, `${what} (default: ${standard})`).argParser((text) => {
      const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
      if (!(value >= least && value <= most))
        throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
      return value;
    });
  return [
    limit("--timeout <seconds>", "longest time for one document", timeoutMs / 1000, 1, 86_400),
    limit("--max-memory <MiB>", "most memory of a process that reads a document", memoryBytes / MIB, 256, 65_536),
    limit("--max-size <MiB>", "largest file that is read", maxBytes / MIB, 1, 2047),
    limit("--max-pages <n>", "most pages of a PDF that is read", maxPages, 1, 1_000_000),
  ];
}

export function limitsOf({ timeout, maxMemory, maxSize, maxPages }: LimitFlags): Partial<ReadLimits> {
  return {
    ...(timeout !== undefined && { timeoutMs: timeout * 1000 }),
    ...(maxMemory !== undefined && { memoryBytes: maxMemory * MIB }),
    ...(maxSize !== undefined && { maxBytes: maxSize * MIB }),
    ...(maxPages !== undefined && { maxPages }),
  };
}

export interface OcrFlags {
  readonly ocr: OcrMode;
  readonly ocrLanguage: string;
}

export function ocrOptions(): Option[] {
  return [
    new Option("--ocr <mode>", "recognise pages that are pictures: auto (those without visible text), always, never")
      .choices(OCR_MODES)
      .default("auto"),
    new Option("--ocr-language <code>", "language of pictures, such as eng; its package must be installed")
      .default("eng")
      .argParser((text) => {
        if (/^[a-z]{3}(?:_[a-z]+)?$/.test(text)) return text;
        throw new InvalidArgumentError("Give a code of three letters, such as eng.");
      }),
  ];
}

export const recognitionOf = ({ ocr, ocrLanguage }: OcrFlags): RecognitionSettings => ({
  mode: ocr,
  language: ocrLanguage,
});

export function formatOption(): Option {
  return new Option("--format <list>", `formats to write, of ${FORMATS.join(", ")}`)
    .argParser(parseFormats)
    .default([...DEFAULT_FORMATS], DEFAULT_FORMATS.join(","));
}

/** Parses "csv,json". Returns each format once, in the order of `FORMATS`. */
function parseFormats(text: string): Format[] {
  const names = text.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !FORMATS.some((format) => format === name));
  if (unknown !== undefined) throw new InvalidArgumentError(`"${unknown}" is none of ${FORMATS.join(", ")}.`);
  return FORMATS.filter((format) => names.includes(format));
}

/** Parses "3-5", "1,4" and "7-". Does not check whether the document has these pages. */
export function parsePages(text: string): PageRange[] {
  return text.split(",").map((part) => {
    const match = /^\s*([1-9]\d{0,8})\s*(?:(-)\s*([1-9]\d{0,8})?)?\s*$/.exec(part);
    if (match === null)
      throw new InvalidArgumentError(`"${part}" is not a page or range such as 3 or 3-5, counted from 1.`);
    const from = Number(match[1]);
    const to = match[2] === undefined ? from : match[3] === undefined ? null : Number(match[3]);
    if (to !== null && to < from) throw new InvalidArgumentError(`"${part}" ends before it begins.`);
    return { from, to };
  });
}

/** Parses a page number, counted from 1. */
export function parsePage(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError(`"${text}" is not a page number, counted from 1.`);
  return Number(text);
}

export async function chooseProfile(path: string | undefined): Promise<Profile> {
  return path === undefined ? BUILTIN_PROFILE : loadProfile(path);
}

/** A signal that Ctrl-C aborts. A second Ctrl-C ends the process immediately. */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  process.once("SIGINT", () => controller.abort(new InterruptedError()));
  process.once("SIGTERM", () => controller.abort(new InterruptedError()));
  return controller.signal;
}
