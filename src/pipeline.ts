/** The stages in order: bytes, blocks, printed reports, normalised reports, findings. */
import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { auditReport } from "./audit/audit.js";
import { RULE_IDS } from "./audit/registry.js";
import { blocksOfText } from "./layout/text-blocks.js";
import type { PrintedReport } from "./model/printed.js";
import { normaliseReport, type ReportSource } from "./normalise/normalise.js";
import { parseReports } from "./parse/parse.js";
import { BUILTIN_PROFILE } from "./schema/builtin-profile.js";
import type { InputFile, Report } from "./schema/dataset.js";
import type { Profile } from "./schema/profile.js";
import { type FoundFile, findFiles } from "./source/discover.js";
import { DEFAULT_MAX_BYTES, readFileContent } from "./source/files.js";
import { hasPdfSignature } from "./source/pdf/failure.js";
import { PdfPool } from "./source/pdf/pool.js";
import { readProfile } from "./source/profile.js";
import { inOrder, withoutRepeats } from "./source/sequence.js";
import { decodeText } from "./source/text.js";
import { inParallel, workersFor } from "./source/text-pool.js";
import { serveFiles } from "./source/text-worker.js";

/** What became of one input file, and the reports found in it, audited. */
export interface FileResult {
  readonly file: InputFile;
  readonly reports: readonly Report[];
}

export interface IngestOptions {
  /** The built-in profile where none is given. */
  readonly profile?: Profile;
  /** Largest file that is read, in bytes; 256 MiB where none is given. */
  readonly maxBytes?: number;
  /** Folders that are not entered, such as the one the dataset is written to. */
  readonly skip?: readonly string[];
  /** Threads that read at once; as many as the machine has cores where none is given. Few files are read by one. */
  readonly jobs?: number;
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
 * Reads files, folders (with all they hold) and globs. Gives exactly one result a file, in plain code-unit order of
 * `source_file`, whatever finishes first; a file that cannot be read is a result that says so.
 * @throws InputError where an input does not exist, or no input holds a file
 * @throws RangeError where `jobs` is no whole number from 1 on
 */
export async function* ingest(inputs: readonly string[], options: IngestOptions = {}): AsyncGenerator<FileResult> {
  const { profile = BUILTIN_PROFILE, maxBytes = DEFAULT_MAX_BYTES, skip = [], onFound } = options;
  const { jobs = availableParallelism() } = options;
  const files = await findFiles(inputs, skip);
  onFound?.(files.length);
  const settings: ReadSettings = { profile, maxBytes };
  const workerCount = workersFor(files.length, jobs);
  if (workerCount > 0) {
    yield* withoutRepeats(inParallel<FileResult>(files, { entry: WORKER, settings, workerCount }));
    return;
  }
  // Children are started when the first PDF asks for one.
  const pool = new PdfPool(jobs, { maxBytes });
  try {
    yield* withoutRepeats(inOrder(files, (file) => readOne(file, settings, pool)));
  } finally {
    pool.close();
  }
}

const WORKER = new URL("./worker.js", import.meta.url);

interface ReadSettings {
  readonly profile: Profile;
  readonly maxBytes: number;
}

/** What a worker thread does: reads the files it is sent, with the settings it was started with. */
export function serveReading(): void {
  let pool: PdfPool | null = null;
  serveFiles((file, settings: ReadSettings) => {
    pool ??= new PdfPool(1, { maxBytes: settings.maxBytes });
    return readOne(file, settings, pool);
  });
}

async function readOne(file: FoundFile, { profile, maxBytes }: ReadSettings, pool: PdfPool): Promise<FileResult> {
  const content = await readFileContent(file.path, file.sourceFile, maxBytes);
  if (content.kind === "failure") return { file: content.file, reports: [] };
  const { bytes } = content;
  return hasPdfSignature(bytes)
    ? readPdfBytes(bytes, file.sourceFile, profile, pool)
    : readBytes(bytes, file.sourceFile, profile);
}

const PDF_WORK = new URL("./pipeline-pdf.js", import.meta.url).href;

async function readPdfBytes(
  bytes: Uint8Array,
  sourceFile: string,
  profile: Profile,
  pool: PdfPool,
): Promise<FileResult> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const argument = { sourceFile, sha256, bytes: bytes.byteLength, profile };
  const outcome = await pool.read<FileResult>(bytes, { module: PDF_WORK, argument });
  if (outcome.ok) return outcome.value;
  const file = { source_file: sourceFile, source_sha256: sha256, bytes: bytes.byteLength, pages: null };
  return {
    file: { ...file, outcome: "failed", error_code: outcome.code, message: outcome.message, report_count: 0 },
    reports: [],
  };
}

/** Printed reports with identifiers, counts and findings. */
export function auditedReports(
  printed: readonly PrintedReport[],
  source: Omit<ReportSource, "index">,
  profile: Profile,
): Report[] {
  return printed.map((report, index) => {
    const normalised = normaliseReport(report, { ...source, index });
    const findings = auditReport(normalised, { ratingBasis: report.head.ratingBasis }, profile.rules);
    return { ...normalised, findings };
  });
}

/**
 * Reads one text file's bytes; a PDF is read by `ingest` alone, under guard. Never throws on content: what cannot be read is an outcome in `file`.
 * @param sourceFile the name the file bears in the dataset: relative, with `/` separators
 */
export function readBytes(bytes: Uint8Array, sourceFile: string, profile: Profile): FileResult {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = { source_file: sourceFile, source_sha256: sha256, bytes: bytes.byteLength, pages: null };
  const decoded = decodeText(bytes);
  if (!decoded.ok) {
    const { code, message } = decoded;
    return { file: { ...file, outcome: "failed", error_code: code, message, report_count: 0 }, reports: [] };
  }
  const printed = parseReports(blocksOfText(decoded.text, profile), profile);
  const reports = auditedReports(printed, { sourceFile, sha256, format: "text" }, profile);
  const found = reports.length > 0;
  return {
    file: {
      ...file,
      outcome: found ? "parsed" : "no-report",
      error_code: null,
      message: found ? null : "the file is text, but no report was found in it",
      report_count: reports.length,
    },
    reports,
  };
}
