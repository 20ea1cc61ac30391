/**
 * Files to a dataset on disk. What can be done of one file alone is done where it is read, up to the text of its rows, which
 * wait on disk until all files are read; then each report gets what the others tell of it, and is written.
 */
import { dirname, resolve } from "node:path";
import type { RenderedHead } from "./export/json.js";
import { ByteSpool, Spool } from "./export/spool.js";
import { renderingOf, type TableCounts, type WriteOptions, writeRendered } from "./export/write-dataset.js";
import type { ReportOutline } from "./model/outline.js";
import type { TrackedResult } from "./pipeline-additions.js";
import { Follower } from "./pipeline-follow.js";
import { type IngestOptions, readPacked } from "./pipeline-guarded.js";
import { latestOnly } from "./pipeline-latest.js";
import { type PackedResult, type ReportLabel, renderedOf } from "./pipeline-packed.js";
import { BUILTIN_PROFILE } from "./schema/builtin-profile.js";
import type { InputFile } from "./schema/dataset.js";

type Outlined = ReportOutline & RenderedHead;

/** What a run is told of a file once it is read, before others are. */
export type ReadFile = Pick<PackedResult, "file" | "corrections">;

export interface IngestDatasetOptions
  extends IngestOptions,
    Omit<WriteOptions<TrackedResult<ReportOutline>>, "signal"> {
  /** Of the versions of one report the latest only. */
  readonly latest?: boolean;
  /** Told when a file has been read. */
  readonly onRead?: (read: ReadFile) => void;
}

/**
 * What `writeDataset` makes of `tracked` results of `ingest`, several times as fast: no more than a report's outline is
 * unpacked in this process.
 * @param out as for `writeDataset`
 * @returns rows written, by table
 * @throws OutputError, and what `ingest` throws
 */
export function ingestDataset(
  inputs: readonly string[],
  out: string,
  options: IngestDatasetOptions = {},
): Promise<TableCounts> {
  const skip = [out, ...(options.skip ?? [])];
  const read = readPacked(inputs, { ...options, skip }, renderingOf(options));
  const results = followed(read, dirname(resolve(out)), options);
  return writeRendered(options.latest === true ? latestOnly(results) : results, (result) => result, out, options);
}

/** @param folder where the output has room, and so what waits has room too */
async function* followed(
  results: AsyncIterable<PackedResult>,
  folder: string,
  { profile = BUILTIN_PROFILE, onRead, signal }: IngestDatasetOptions,
): AsyncGenerator<TrackedResult<Outlined>> {
  const waiting = new PackedSpool(folder);
  const follower = new Follower(folder);
  try {
    for await (const result of results) {
      signal?.throwIfAborted();
      await waiting.add(result);
      for (const { digest } of result.reports) await follower.enter(digest);
      onRead?.(result);
    }
    const additions = await follower.follow(profile.rules, signal);
    for await (const result of waiting.all()) yield await additions.addTo(result);
  } finally {
    await Promise.all([waiting.close(), follower.close()]);
  }
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
