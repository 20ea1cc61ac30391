/** Files to packed results, each read in a guarded process, in the order of their names. */
import { availableParallelism } from "node:os";
import { BUILTIN_PROFILE } from "../schema/builtin-profile.js";
import type { Correction } from "../schema/correction.js";
import type { Profile } from "../schema/profile.js";
import { type FoundFile, findFiles } from "../source/discover.js";
import { hashFile } from "../source/files.js";
import { GuardedPool } from "../source/guard/pool.js";
import { DEFAULT_READ_LIMITS, type ReadLimits } from "../source/limits.js";
import { programHash } from "../source/program-hash.js";
import { inOrder, withoutRepeats } from "../source/sequence.js";
import { type PackedFile, type PackedResult, unpack } from "./packed-file.js";
import type { DocumentArgument, DocumentSettings } from "./worker/process-file.js";

export interface IngestOptions {
  /** The built-in profile where none is given. */
  readonly profile?: Profile;
  /** What one document may cost; the defaults for what is not given. */
  readonly limits?: Partial<ReadLimits>;
  /** Folder that keeps each document's result for the next run; results are not kept where none is given. */
  readonly cache?: string;
  /** Applied to the reports that they name, before these are audited. */
  readonly corrections?: readonly Correction[];
  /** Files of folders that are not read, and folders that are not entered, such as the one the dataset is written to. */
  readonly skip?: readonly string[];
  /** Processes that read at once; as many as the machine has cores where none is given. */
  readonly jobs?: number;
  /** Stops the run at once, the files that are being read too. */
  readonly signal?: AbortSignal;
  /** Told once, before the first result, how many files there are. */
  readonly onFound?: (fileCount: number) => void;
}

/** Files that are to be read, and how. */
export interface Reading {
  readonly files: readonly FoundFile[];
  readonly limits: ReadLimits;
  /** `DocumentSettings` as JSON. */
  readonly settings: string;
  readonly jobs: number;
}

/** @param forms names of the forms in which the rows of reports are asked for @throws as `ingest` */
export async function prepareReading(
  inputs: readonly string[],
  options: IngestOptions,
  forms: readonly string[],
): Promise<Reading> {
  const { profile = BUILTIN_PROFILE, skip = [], jobs = availableParallelism(), cache } = options;
  if (!Number.isInteger(jobs) || jobs < 1) throw new RangeError(`jobs must be a whole number from 1 on, not ${jobs}`);
  const limits: ReadLimits = { ...DEFAULT_READ_LIMITS, ...options.limits };
  const files = await findFiles(inputs, skip);
  const settings = JSON.stringify({
    profile,
    limits: { maxBytes: limits.maxBytes, maxPages: limits.maxPages },
    cache: cache === undefined ? null : { folder: cache, program: await programHash() },
    corrections: options.corrections ?? [],
    forms,
  } satisfies DocumentSettings);
  return { files, limits, settings, jobs };
}

/**
 * As `ingest`, with the rows of reports rendered.
 * @throws the signal's reason
 */
export async function* readPacked(
  { files, limits, settings, jobs }: Reading,
  { signal }: Pick<IngestOptions, "signal">,
): AsyncGenerator<PackedResult> {
  const pool = new GuardedPool(Math.min(jobs, files.length), limits);
  const read = async (file: FoundFile): Promise<PackedResult> => {
    const result = await readGuarded(file, settings, pool);
    // What is being read when the run is stopped ends as if it had failed.
    signal?.throwIfAborted();
    return result;
  };
  const stop = (): void => pool.close();
  signal?.addEventListener("abort", stop);
  try {
    yield* withoutRepeats(inOrder(files, read, { atOnce: jobs * 3, started: Math.max(MOST_WAITING, jobs * 6) }));
  } finally {
    signal?.removeEventListener("abort", stop);
    pool.close();
  }
}

/** Results that may wait for their turn while one file takes long. */
const MOST_WAITING = 64;

const PROCESS_FILE = new URL("./worker/process-file.js", import.meta.url).href;

async function readGuarded(file: FoundFile, settings: string, pool: GuardedPool): Promise<PackedResult> {
  const argument: DocumentArgument = { file, settings };
  const outcome = await pool.runTwice<PackedFile>({ module: PROCESS_FILE, argument });
  if (outcome.ok) return unpack(outcome.value);
  const known = await hashFile(file.path).catch(() => null);
  const { code, message } = outcome;
  return {
    file: {
      source_file: file.sourceFile,
      source_sha256: known?.sha256 ?? null,
      bytes: known?.bytes ?? null,
      pages: null,
      outcome: "failed",
      error_code: code,
      message,
      report_count: 0,
    },
    reports: [],
  };
}
