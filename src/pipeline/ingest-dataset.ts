/**
 * Files to a dataset on disk. What can be done with one file alone is done in the process that reads it, up to the text of its rows.
 * That text waits on disk until all files are read; then each report gets what only the other reports show of it, and is written.
 */
import { dirname, resolve } from "node:path";
import { DEFAULT_FORMATS } from "../export/formats/output-formats.js";
import { checkFolder } from "../export/output-folder.js";
import type { RenderedReport } from "../export/rendered-report.js";
import { ByteSpool, Spool } from "../export/spool.js";
import { formNames, type TableCounts, type WriteOptions, writeRendered } from "../export/write-dataset.js";
import type { ReportOutline } from "../model/outline.js";
import { BUILTIN_PROFILE } from "../schema/builtin-profile.js";
import type { InputFile } from "../schema/dataset.js";
import { type PackedResult, type ReportLabel, renderedOf } from "./packed-file.js";
import { RunRecord } from "./run-record.js";
import type { TrackedResult } from "./series/additions.js";
import { crossReportPass } from "./series/cross-report-pass.js";
import { latestOnly } from "./series/latest-only.js";
import { UpToDateCheck } from "./up-to-date.js";
import { type IngestOptions, prepareReading, readPacked } from "./worker-pool.js";

/** What is known of a file as soon as it is read. */
export type ReadFile = Pick<PackedResult, "file" | "corrections">;

export interface IngestDatasetOptions<Recap = null>
  extends IngestOptions,
    Omit<WriteOptions<TrackedResult<ReportOutline>>, "signal"> {
  /** Writes only the latest version of each report. */
  readonly latest?: boolean;
  /** Called for each file when it is read. */
  readonly onRead?: (read: ReadFile) => void;
  /**
   * Called when everything is written: returns what the program wants to report of the run, as a value that JSON can hold. A later
   * run for which nothing has changed gets the same value. Programs that report different things need a cache each.
   */
  readonly recap?: () => Recap;
}

export interface DatasetRun<Recap> {
  /** Rows in the output, by table. */
  readonly counts: TableCounts;
  /** Null if `recap` was not given. */
  readonly recap: Recap;
  /** Number of hidden and system files in the inputs, which were left out. */
  readonly hiddenCount: number;
  /** Whether nothing was done: inputs and settings are those of an earlier run, and its output is still there, unchanged. */
  readonly isUnchanged: boolean;
}

/**
 * Writes what `writeDataset` writes of `tracked` results of `ingest`, but faster: this process unpacks only the outline of each
 * report. With a cache, an output that is up to date is left as it is.
 * @param out as for `writeDataset`
 * @throws OutputError, and what `ingest` throws
 */
export async function ingestDataset<Recap = null>(
  inputs: readonly string[],
  out: string,
  options: IngestDatasetOptions<Recap> = {},
): Promise<DatasetRun<Recap>> {
  const { latest = false, runOptions = {}, cache, signal, onFound } = options;
  await checkFolder(out);
  const skip = [out, ...(cache === undefined ? [] : [cache]), ...(options.skip ?? [])];
  const reading = await prepareReading(inputs, { ...options, skip }, formNames(options));
  onFound?.(reading.files.length);
  const deciding = {
    formats: options.formats ?? DEFAULT_FORMATS,
    latest,
    about: options.about,
    runOptions,
    recap: options.recap !== undefined,
  };
  const upToDate = cache === undefined ? null : new UpToDateCheck<Recap>(cache, reading, out, deciding);
  const last = (await upToDate?.lastRun(signal)) ?? null;
  const { hiddenCount } = reading;
  if (last !== null) return { counts: last.counts, recap: last.recap, hiddenCount, isUnchanged: true };
  const record = new RunRecord();
  const onRead = (read: ReadFile): void => {
    upToDate?.add(read.file);
    record.add(read.file);
    options.onRead?.(read);
  };
  // Text waits on the disk that the output is written to, which needs room for it anyway.
  const folder = dirname(resolve(out));
  const results = crossReportPass<PackedResult, RenderedReport>(readPacked(reading, options), {
    waiting: new PackedSpool(folder),
    digestsOf: ({ reports }) => reports.map(({ digest }) => digest),
    rules: (options.profile ?? BUILTIN_PROFILE).rules,
    folder,
    onRead,
    signal,
  });
  const written = await writeRendered(latest ? latestOnly(results) : results, (result) => result, out, {
    ...options,
    runOutcome: () => ({ ...record.close(), hidden_files: hiddenCount, ...options.runOutcome?.() }),
  });
  // Without the option, `Recap` is null by its default.
  const recap = (options.recap?.() ?? null) as Recap;
  upToDate?.store({ ...written, recap });
  return { counts: written.counts, recap, hiddenCount, isUnchanged: false };
}

/** Packed results that wait on disk. */
class PackedSpool {
  readonly #files: Spool<{ readonly file: InputFile; readonly labels: readonly ReportLabel[] }>;
  readonly #rows: ByteSpool;

  constructor(folder: string) {
    this.#files = new Spool(folder);
    this.#rows = new ByteSpool(folder);
  }

  async add({ file, reports }: PackedResult): Promise<void> {
    for (const { rows } of reports) await this.#rows.add(rows);
    await this.#files.add({ file, labels: reports.map(({ label }) => label) });
  }

  /** In the order in which they were added. */
  async *all(): AsyncGenerator<{ readonly file: InputFile; readonly reports: readonly RenderedReport[] }> {
    let next = 0;
    for (let index = 0; index < this.#files.count; index += 1) {
      const { file, labels } = await this.#files.read(index);
      const reports: RenderedReport[] = [];
      for (const label of labels) {
        const rows = await this.#rows.read(next);
        next += 1;
        reports.push({ ...label.outline, rendered: renderedOf(label, rows) });
      }
      yield { file, reports };
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#files.close(), this.#rows.close()]);
  }
}
