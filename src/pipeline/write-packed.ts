/**
 * Packed results, in the order of the dataset, to a dataset on disk. Their rows wait on disk, as text, until all files are read;
 * then each report gets what only the other reports show of it, and is written.
 */
import { dirname, resolve } from "node:path";
import type { RenderedReport } from "../export/rendered-report.js";
import { ByteSpool, Spool } from "../export/spool.js";
import { type WriteOptions, type Written, writeRendered } from "../export/write-dataset.js";
import type { ReportOutline } from "../model/outline.js";
import type { InputFile } from "../schema/dataset.js";
import type { RuleSettings } from "../schema/profile.js";
import { type PackedResult, type ReportLabel, renderedOf } from "./packed-file.js";
import { RunRecord } from "./run-record.js";
import type { TrackedResult } from "./series/additions.js";
import { crossReportPass } from "./series/cross-report-pass.js";
import { latestOnly } from "./series/latest-only.js";

/** What is known of a file as soon as it is read. */
export type ReadFile = Pick<PackedResult, "file" | "corrections">;

export interface WritePackedOptions extends WriteOptions<TrackedResult<ReportOutline>> {
  readonly rules: RuleSettings;
  /** Writes only the latest version of each report. */
  readonly latest: boolean;
  /** Number of hidden and system files that were left out, for `run.json`. */
  readonly hiddenCount: number;
  /** Called for each file when it is read. */
  readonly onRead?: (read: ReadFile) => void;
}

/**
 * @param out as for `writeDataset`
 * @throws OutputError, the signal's reason, and whatever `results` throws
 */
export async function writePacked(
  results: AsyncIterable<PackedResult>,
  out: string,
  options: WritePackedOptions,
): Promise<Written> {
  const { rules, latest, hiddenCount, signal } = options;
  const record = new RunRecord();
  // Text waits on the disk that the output is written to, which needs room for it anyway.
  const folder = dirname(resolve(out));
  const complete = crossReportPass<PackedResult, RenderedReport>(results, {
    waiting: new PackedSpool(folder),
    digestsOf: ({ reports }) => reports.map(({ digest }) => digest),
    rules,
    folder,
    onRead(read) {
      record.add(read.file);
      options.onRead?.(read);
    },
    signal,
  });
  return writeRendered(latest ? latestOnly(complete) : complete, (result) => result, out, {
    ...options,
    runOutcome: () => ({ ...record.close(), hidden_files: hiddenCount, ...options.runOutcome?.() }),
  });
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
