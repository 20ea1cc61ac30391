/** Files to packed results, each read in a guarded process, in the order of their names. */
import { availableParallelism } from "node:os";
import { DEFAULT_RECOGNITION, type RecognitionSettings } from "../model/recognition.js";
import { BUILTIN_PROFILE } from "../schema/builtin-profile.js";
import type { Correction } from "../schema/correction.js";
import type { Profile } from "../schema/profile.js";
import { type FoundFile, findFiles } from "../source/discover.js";
import { failedFile, hashFile } from "../source/files.js";
import type { GuardOutcome } from "../source/guard/messages.js";
import { GuardedPool } from "../source/guard/pool.js";
import { DEFAULT_READ_LIMITS, type ReadLimits } from "../source/limits.js";
import { programHash } from "../source/program-hash.js";
import { type DocumentWalkOptions, type FoundDocument, readDocuments } from "./documents.js";
import { type PackedResult, unpack } from "./packed-file.js";
import { recognisePages } from "./recognise-pages.js";
import type { DocumentAnswer, DocumentArgument, DocumentSettings } from "./worker/process-file.js";

export interface IngestOptions {
  /** The built-in profile by default. */
  readonly profile?: Profile;
  /** Limits for one document; those not given have their defaults. */
  readonly limits?: Partial<ReadLimits>;
  /** Folder in which each document's result is kept for the next run; without it, no results are kept. */
  readonly cache?: string;
  /** Applied to the reports that they name, before these are audited. */
  readonly corrections?: readonly Correction[];
  /** Files and folders inside the inputs that are not read, such as the folder to which the dataset is written. */
  readonly skip?: readonly string[];
  /** Number of processes that read at the same time; by default the number of cores. */
  readonly jobs?: number;
  /** Stops the run at once, including the files that are being read. */
  readonly signal?: AbortSignal;
  /** Which pages are recognised from their pictures, and in which language; by default those without visible text, in English. */
  readonly recognition?: Partial<RecognitionSettings>;
  /** Called for each file that has pages to recognise, before they are, with their number. */
  readonly onPictures?: (file: string, pageCount: number) => void;
  /** Called for each page that was recognised. */
  readonly onRecognised?: () => void;
  /** Called once, before the first result, with the number of files. */
  readonly onFound?: (fileCount: number) => void;
}

/** How files are to be read. */
export interface ReadingSettings {
  readonly limits: ReadLimits;
  /** `DocumentSettings` as JSON. */
  readonly settings: string;
  readonly jobs: number;
  readonly recognition: RecognitionSettings;
  /** Folder of the cache; null where results are not kept. */
  readonly cache: string | null;
}

/** Which files are to be read, and how. */
export interface Reading extends ReadingSettings {
  readonly files: readonly FoundFile[];
  /** Number of hidden and system files that are left out. */
  readonly hiddenCount: number;
}

/** @param forms names of the forms in which the rows of reports are asked for @throws as `ingest` */
export async function prepareReading(
  inputs: readonly string[],
  options: IngestOptions,
  forms: readonly string[],
): Promise<Reading> {
  const settings = await settingsOf(options, forms);
  return { ...(await findFiles(inputs, options.skip)), ...settings };
}

type SettingOptions = Pick<IngestOptions, "profile" | "limits" | "recognition" | "corrections" | "jobs" | "cache">;

/** @param forms as for `prepareReading` @throws RangeError for a number of jobs that is none */
export async function settingsOf(options: SettingOptions, forms: readonly string[]): Promise<ReadingSettings> {
  const { profile = BUILTIN_PROFILE, jobs = availableParallelism(), cache } = options;
  if (!Number.isInteger(jobs) || jobs < 1) throw new RangeError(`jobs must be a whole number from 1 on, not ${jobs}`);
  const limits: ReadLimits = { ...DEFAULT_READ_LIMITS, ...options.limits };
  const recognition: RecognitionSettings = { ...DEFAULT_RECOGNITION, ...options.recognition };
  const settings = JSON.stringify({
    profile,
    limits: { maxBytes: limits.maxBytes, maxPages: limits.maxPages },
    cache: cache === undefined ? null : { folder: cache, program: await programHash() },
    corrections: options.corrections ?? [],
    forms,
    recognition,
  } satisfies DocumentSettings);
  return { limits, settings, jobs, recognition, cache: cache ?? null };
}

/**
 * As `ingest`, but with the rows of each report as text in the forms asked for.
 * @param walk where the files are not all of the dataset, how they are part of it
 * @throws the signal's reason
 */
export async function* readPacked(
  reading: Pick<Reading, "files"> & ReadingSettings,
  options: Pick<IngestOptions, "signal" | "onPictures" | "onRecognised">,
  walk?: DocumentWalkOptions,
): AsyncGenerator<PackedResult> {
  const { files, limits, jobs } = reading;
  const { signal } = options;
  const pool = new GuardedPool(jobs, limits);
  const read = async (file: FoundDocument): Promise<PackedResult> => {
    const result = await readGuarded(file, reading, pool, options);
    // What is being read when the run is stopped ends as if it had failed.
    signal?.throwIfAborted();
    return result;
  };
  const stop = (): void => pool.close();
  signal?.addEventListener("abort", stop);
  try {
    yield* readDocuments(files, read, { atOnce: jobs * 3, started: Math.max(MOST_WAITING, jobs * 6) }, walk);
  } finally {
    signal?.removeEventListener("abort", stop);
    pool.close();
  }
}

/** Results that may wait in memory while a file before them takes long. */
const MOST_WAITING = 64;

const PROCESS_FILE = new URL("./worker/process-file.js", import.meta.url).href;

async function readGuarded(
  file: FoundDocument,
  { settings, recognition, cache }: ReadingSettings,
  pool: GuardedPool,
  { onPictures, onRecognised }: Pick<IngestOptions, "onPictures" | "onRecognised">,
): Promise<PackedResult> {
  const read = (argument: DocumentArgument): Promise<GuardOutcome<DocumentAnswer>> =>
    pool.runTwice<DocumentAnswer>({ module: PROCESS_FILE, argument });
  let outcome = await read({ file, settings });
  if (outcome.ok && "toRecognise" in outcome.value) {
    const { toRecognise } = outcome.value;
    onPictures?.(file.sourceFile, toRecognise.length);
    const { language } = recognition;
    const recognised = await recognisePages(pool, toRecognise, { source: { file }, language, cache }, onRecognised);
    outcome = await read({ file, settings, recognised });
  }
  if (outcome.ok && "packed" in outcome.value) return unpack(outcome.value.packed);
  if (outcome.ok) throw new Error(`${file.sourceFile} asks for recognition twice`);
  const known = file.member ?? (await hashFile(file.path).catch(() => null));
  const content = { source_sha256: known?.sha256 ?? null, bytes: known?.bytes ?? null };
  return { file: failedFile(file.sourceFile, outcome.code, outcome.message, content), reports: [] };
}
