/** Files to results, read in guarded processes; and the bytes of one text to its result. */
import { availableParallelism } from "node:os";
import { RULE_IDS } from "./audit/registry.js";
import type { CorrectionOutcome } from "./normalise/correct-report.js";
import { auditedFile } from "./pipeline-audit.js";
import type { DocumentArgument, DocumentSettings } from "./pipeline-document.js";
import { normaliseBytes } from "./pipeline-text.js";
import { BUILTIN_PROFILE } from "./schema/builtin-profile.js";
import type { Correction } from "./schema/correction.js";
import type { InputFile, Report } from "./schema/dataset.js";
import type { Profile } from "./schema/profile.js";
import { readCorrections } from "./source/corrections.js";
import { type FoundFile, findFiles } from "./source/discover.js";
import { hashFile } from "./source/files.js";
import { GuardedPool } from "./source/guard/pool.js";
import { DEFAULT_READ_LIMITS, type ReadLimits } from "./source/limits.js";
import { readProfile } from "./source/profile.js";
import { programHash } from "./source/program-hash.js";
import { inOrder, withoutRepeats } from "./source/sequence.js";

/** What became of one input file, and the reports found in it, audited. */
export interface FileResult {
  readonly file: InputFile;
  readonly reports: readonly Report[];
  /** What became of the corrections that name these reports, where there are any. */
  readonly corrections?: readonly CorrectionOutcome[];
}

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

/**
 * Reads a profile's file: JSON that gives every key, or what differs from the one it `extends`.
 * @throws ProfileError, with the line and the key of each mistake
 */
export async function loadProfile(path: string): Promise<Profile> {
  return readProfile(path, RULE_IDS);
}

/**
 * Reads corrections from CSV with the columns of `CORRECTION_COLUMNS`.
 * @throws CorrectionsError, with the line of each mistake
 */
export async function loadCorrections(path: string): Promise<Correction[]> {
  return readCorrections(path);
}

/**
 * Reads files, folders (with all they hold) and globs. Gives exactly one result a file, in plain code-unit order of
 * `source_file`, whatever finishes first; a file that cannot be read is a result that says so. Each file is read in a
 * guarded process, and once more in one of its own where that process dies or takes too long.
 * @throws InputError where an input does not exist, or no input holds a file
 * @throws RangeError where `jobs` is no whole number from 1 on
 * @throws the signal's reason
 */
export async function* ingest(inputs: readonly string[], options: IngestOptions = {}): AsyncGenerator<FileResult> {
  const { profile = BUILTIN_PROFILE, skip = [], onFound, jobs = availableParallelism(), cache, signal } = options;
  if (!Number.isInteger(jobs) || jobs < 1) throw new RangeError(`jobs must be a whole number from 1 on, not ${jobs}`);
  const limits: ReadLimits = { ...DEFAULT_READ_LIMITS, ...options.limits };
  const files = await findFiles(inputs, skip);
  onFound?.(files.length);
  const settings = JSON.stringify({
    profile,
    limits: { maxBytes: limits.maxBytes, maxPages: limits.maxPages },
    cache: cache === undefined ? null : { folder: cache, program: await programHash() },
    corrections: options.corrections ?? [],
  } satisfies DocumentSettings);
  const pool = new GuardedPool(Math.min(jobs, files.length), limits);
  const read = async (file: FoundFile): Promise<FileResult> => {
    const result = await readGuarded(file, settings, pool);
    // What is being read when the run is stopped ends as if it had failed.
    signal?.throwIfAborted();
    return result;
  };
  const stop = (): void => pool.close();
  signal?.addEventListener("abort", stop);
  try {
    yield* withoutRepeats(inOrder(files, read, { atOnce: jobs * 3, begun: Math.max(MOST_WAITING, jobs * 6) }));
  } finally {
    signal?.removeEventListener("abort", stop);
    pool.close();
  }
}

/** Results that may wait for their turn while one file takes long. */
const MOST_WAITING = 64;

const DOCUMENT_WORK = new URL("./pipeline-document.js", import.meta.url).href;

async function readGuarded(file: FoundFile, settings: string, pool: GuardedPool): Promise<FileResult> {
  const argument: DocumentArgument = { file, settings };
  const outcome = await pool.runTwice<Uint8Array>({ module: DOCUMENT_WORK, argument });
  if (outcome.ok) return JSON.parse(Buffer.from(outcome.value).toString());
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

/**
 * Reads one text file's bytes; a PDF is read by `ingest` alone, under guard. Never throws on content: what cannot be read is an outcome in `file`.
 * @param sourceFile the name the file bears in the dataset: relative, with `/` separators
 */
export function readBytes(bytes: Uint8Array, sourceFile: string, profile: Profile): FileResult {
  return auditedFile(normaliseBytes(bytes, sourceFile, profile), profile.rules);
}
