/** The options that several commands share, and what they say of how documents are read. */
import { type Command, Option } from "commander";
import {
  BUILTIN_PROFILE,
  DEFAULT_FORMATS,
  DEFAULT_READ_LIMITS,
  FORMATS,
  loadCorrections,
  loadProfile,
  OCR_MODES,
  type OcrMode,
  type Profile,
  type ReadLimits,
  type RecognitionSettings,
} from "../internal.js";
import { type CacheFlag, cacheFolderOf, cacheOptions } from "./cache-folder.js";
import { InterruptedError } from "./exit.js";
import { languageCode, listOf, MIB, wholeNumber } from "./option-values.js";

export function addOptions(command: Command, options: readonly Option[]): Command {
  for (const option of options) command.addOption(option);
  return command;
}

/** @param what is said of what is there already */
export function outOption(what = "an earlier output in it is replaced"): Option {
  return new Option("--out <folder>", `folder to write; ${what}`).makeOptionMandatory();
}

/** @param formats those that there are @param usual those that are written where none are named */
export function formatOption(formats: readonly string[] = FORMATS, usual: readonly string[] = DEFAULT_FORMATS): Option {
  return new Option("--format <list>", `formats to write, of ${formats.join(", ")}`)
    .argParser(listOf(formats))
    .default([...usual], usual.join(","));
}

export function rawCsvOption(): Option {
  return new Option("--raw-csv", "leave CSV cells that a spreadsheet would run as a formula as they are");
}

export function latestOption(): Option {
  return new Option("--latest", "write only the latest of several versions of a report");
}

export function failOnOption(): Option {
  return new Option("--fail-on <level>", "exit with code 1 if there are findings of this severity or a higher one")
    .choices(["error", "warning", "never"])
    .default("never");
}

export function correctionsOption(): Option {
  return new Option("--corrections <file>", "CSV of corrections to apply (see `ragtally correct`)");
}

export function profileOption(): Option {
  return new Option("--profile <file>", "profile to read reports with (see `ragtally profile`)");
}

export async function chooseProfile(path: string | undefined): Promise<Profile> {
  return path === undefined ? BUILTIN_PROFILE : loadProfile(path);
}

/** What is different from machine to machine, and does not change the output. */
export interface MachineFlags {
  readonly jobs?: number;
  readonly cache?: CacheFlag;
}

export function machineOptions(): Option[] {
  const jobs = "number of reading processes (default: one per core); it does not change the output";
  return [new Option("--jobs <n>", jobs).argParser(wholeNumber(1, 999)), ...cacheOptions()];
}

export const machineOf = ({ jobs, cache }: MachineFlags) => ({
  ...(jobs !== undefined && { jobs }),
  ...cacheFolderOf(cache),
});

/** Limits for one document, in the user's units. */
export interface LimitFlags {
  readonly timeout?: number;
  readonly maxMemory?: number;
  readonly maxSize?: number;
  readonly maxPages?: number;
}

function limitOptions(): Option[] {
  const { timeoutMs, memoryBytes, maxBytes, maxPages } = DEFAULT_READ_LIMITS;
  const limit = (flags: string, what: string, standard: number, least: number, most: number): Option =>
    new Option(flags, `${what} (default: ${standard})`).argParser(wholeNumber(least, most));
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
      .argParser(languageCode),
  ];
}

export const recognitionOf = ({ ocr, ocrLanguage }: OcrFlags): RecognitionSettings => ({
  mode: ocr,
  language: ocrLanguage,
});

/** How documents are read, apart from corrections. */
export interface ReadingFlags extends LimitFlags, OcrFlags {
  readonly profile?: string;
}

export const readingOptions = (): Option[] => [profileOption(), ...ocrOptions(), ...limitOptions()];

/** @throws ProfileError, CorrectionsError */
export async function readingOf(flags: ReadingFlags & { readonly corrections?: string }) {
  const { corrections } = flags;
  return {
    profile: await chooseProfile(flags.profile),
    limits: limitsOf(flags),
    recognition: recognitionOf(flags),
    // Within the inputs, it is no document.
    ...(corrections !== undefined && { corrections: await loadCorrections(corrections), skip: [corrections] }),
  };
}

/** A signal that Ctrl-C aborts. A second Ctrl-C ends the process immediately. */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  process.once("SIGINT", () => controller.abort(new InterruptedError()));
  process.once("SIGTERM", () => controller.abort(new InterruptedError()));
  return controller.signal;
}
