/**
 * Files to a dataset on disk. What can be done of one file alone is done where it is read, up to the text of its rows, which
 * wait on disk until all files are read; then each report gets what the others tell of it, and is written.
 */
import { dirname, resolve } from "node:path";
import { FORMATS } from "../export/formats/output-formats.js";
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
import { followed } from "./series/cross-report-pass.js";
import { latestOnly } from "./series/latest-only.js";
import { RunMemory } from "./up-to-date.js";
import { type IngestOptions, prepareReading, readPacked } from "./worker-pool.js";

type Outlined = ReportOutline & RenderedReport;

/** What a run is told of a file once it is read, before others are. */
export type ReadFile = Pick<PackedResult, "file" | "corrections">;

export interface IngestDatasetOptions<Recap = null>
  extends IngestOptions,
    Omit<WriteOptions<TrackedResult<ReportOutline>>, "signal"> {
  /** Of the versions of one report the latest only. */
  readonly latest?: boolean;
  /** Told when a file has been read. */
  readonly onRead?: (read: ReadFile) => void;
  /**
   * Asked when all is written for what is to be said of the run, which JSON can hold. A later run is given it where nothing has
   * changed: programs that say different things need a cache each.
   */
  readonly recap?: () => Recap;
}

export interface DatasetRun<Recap> {
  /** Rows in the output, by table. */
  readonly counts: TableCounts;
  /** Null where none was asked for. */
  readonly recap: Recap;
  /** Whether nothing was to be done: with the same inputs and settings, the output is as a run before left it. */
  readonly isUnchanged: boolean;
}

/**
 * What `writeDataset` makes of `tracked` results of `ingest`, but faster: no more than a report's outline is
 * unpacked in this process. With a cache, an output that is up to date is left as it is.
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
  const deciding = { formats: options.formats ?? FORMATS, latest, runOptions, recap: options.recap !== undefined };
  const memory = cache === undefined ? null : new RunMemory<Recap>(cache, reading, out, deciding);
  const last = (await memory?.recall(signal)) ?? null;
  if (last !== null) return { counts: last.counts, recap: last.recap, isUnchanged: true };
  const record = new RunRecord();
  const onRead = (read: ReadFile): void => {
    memory?.add(read.file);
    record.add(read.file);
    options.onRead?.(read);
  };
  // Where the output has room, what waits to be written has room too.
  const folder = dirname(resolve(out));
  const results = followed<PackedResult, Outlined>(readPacked(reading, options), {
    waiting: new PackedSpool(folder),
    digestsOf: ({ reports }) => reports.map(({ digest }) => digest),
    rules: (options.profile ?? BUILTIN_PROFILE).rules,
    folder,
    onRead,
    signal,
  });
  const written = await writeRendered(latest ? latestOnly(results) : results, (result) => result, out, {
    ...options,
    runOutcome: () => ({ ...record.close(), ...options.runOutcome?.() }),
  });
  // `Recap` is null by its default where none is asked for.
  const recap = (options.recap?.() ?? null) as Recap;
  memory?.keep({ ...written, recap });
  return { counts: written.counts, recap, isUnchanged: false };
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

  /** In the order in which they came. */
  async *all(): AsyncGenerator<{ readonly file: InputFile; readonly reports: readonly Outlined[] }> {
    let next = 0;
    for (let index = 0; index < this.#files.count; index += 1) {
      const { file, labels } = await this.#files.read(index);
      const reports: Outlined[] = [];
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
