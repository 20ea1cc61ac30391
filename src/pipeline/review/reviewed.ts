/**
 * The reports under review. In: a dataset, or inputs to read. Out: everything in memory, and the same read again with other corrections,
 * which takes seconds where results are in the cache.
 */
import { readDataset } from "../../export/read-dataset.js";
import type { Compared } from "../../model/series.js";
import { BUILTIN_PROFILE } from "../../schema/builtin-profile.js";
import type { Correction } from "../../schema/correction.js";
import { type Dataset, type InputFile, SCHEMA_VERSION } from "../../schema/dataset.js";
import { findFiles } from "../../source/discover.js";
import type { FileResult } from "../file-result.js";
import { ingest } from "../ingest.js";
import { latestOnly } from "../series/latest-only.js";
import { tracked } from "../series/tracked.js";
import { SourcePaths } from "../source-paths.js";
import type { IngestOptions } from "../worker-pool.js";

export interface Reviewed {
  readonly dataset: Dataset;
  /** How each report was compared with others, by report_id; empty for a dataset as it was written. */
  readonly compared: ReadonlyMap<string, Compared>;
  /** Corrections that were not applied, a sentence each; none for a dataset as it was written. */
  readonly unfit: readonly string[];
}

export interface ReviewSource {
  /** Folder of a dataset; null for reports that are read. */
  readonly dataset: string | null;
  /** Files, folders and globs to read; null where the sources of a dataset are not found. */
  readonly inputs: readonly string[] | null;
  /** Why reports cannot be read again, a sentence; null where they can. */
  readonly whyNot: string | null;
  readonly reading: IngestOptions;
  /** Whether only the latest version of each report is of interest. */
  readonly isLatest: boolean;
  /** Called for each reading, with what is told of it. */
  readonly progress?: () => ReadingProgress;
}

/** What is told of a reading while it lasts. */
export interface ReadingProgress {
  start(fileCount: number): void;
  pictures(file: string, pageCount: number): void;
  recognised(): void;
  step(read: FileResult): void;
  stop(): void;
}

/** The first look: a dataset as it is, or reports as they are read. */
export async function openReviewed(source: ReviewSource, corrections: readonly Correction[]): Promise<Reviewed> {
  const { dataset: folder } = source;
  if (folder !== null) return { dataset: await readDataset(folder), compared: new Map(), unfit: [] };
  return readReviewed(source, corrections);
}

/** @throws what `ingest` throws */
export async function readReviewed(source: ReviewSource, corrections: readonly Correction[]): Promise<Reviewed> {
  const progress = source.progress?.();
  try {
    return await readWith(source, corrections, progress);
  } finally {
    progress?.stop();
  }
}

async function readWith(
  { inputs, reading, isLatest }: ReviewSource,
  corrections: readonly Correction[],
  progress: ReadingProgress | undefined,
): Promise<Reviewed> {
  const files: InputFile[] = [];
  const dataset: Dataset = { schema_version: SCHEMA_VERSION, reports: [], tracks: [], files };
  const compared = new Map<string, Compared>();
  const met = new Set<number>();
  const unfit: string[] = [];
  const { rules } = reading.profile ?? BUILTIN_PROFILE;
  const { signal } = reading;
  const told = progress && {
    onFound: progress.start,
    onPictures: progress.pictures,
    onRecognised: progress.recognised,
  };
  const read = tracked(ingest(inputs ?? [], { ...reading, ...told, corrections }), {
    rules,
    ...(signal && { signal }),
    onRead(result) {
      progress?.step(result);
      const { corrections: outcomes = [] } = result;
      for (const { line, outcome, reason } of outcomes) {
        met.add(line);
        if (outcome !== "applied") unfit.push(`Correction on line ${line}: ${reason ?? outcome}`);
      }
    },
  });
  for await (const result of isLatest ? latestOnly(read) : read) {
    files.push(result.file);
    dataset.reports.push(...result.reports);
    dataset.tracks.push(...result.tracks);
    for (const [at, report] of result.reports.entries()) {
      const how = result.compared[at];
      if (how !== undefined) compared.set(report.report_id, how);
    }
  }
  const missed = corrections.filter(({ line }) => !met.has(line));
  for (const { line } of missed) unfit.push(`Correction on line ${line}: no report with that report_id was read`);
  return { dataset, compared, unfit };
}

/** Where the files are; null where the inputs are not known. */
export async function pathsOf({ inputs, reading }: ReviewSource): Promise<SourcePaths | null> {
  return inputs === null ? null : new SourcePaths((await findFiles(inputs, reading.skip)).files);
}
