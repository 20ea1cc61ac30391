/**
 * Files to a dataset on disk. What can be done with one file alone is done in the process that reads it, up to the text of its rows;
 * the rest when all files are read.
 */
import { JSON_ROWS } from "../export/formats/json.js";
import { DEFAULT_FORMATS } from "../export/formats/output-formats.js";
import { checkFolder } from "../export/output-folder.js";
import { type FormatOptions, formNames, type TableCounts, type WriteOptions } from "../export/write-dataset.js";
import type { ReportOutline } from "../model/outline.js";
import { BUILTIN_PROFILE } from "../schema/builtin-profile.js";
import type { FileResult } from "./file-result.js";
import { type Addition, FormerDataset, MergeError } from "./merge-datasets.js";
import { type PackedResult, pack, reportOf, unpack } from "./packed-file.js";
import type { TrackedResult } from "./series/additions.js";
import { UpToDateCheck } from "./up-to-date.js";
import { type IngestOptions, prepareReading, readPacked } from "./worker-pool.js";
import { type ReadFile, writePacked } from "./write-packed.js";

export interface IngestDatasetOptions<Recap = null>
  extends IngestOptions,
    Omit<WriteOptions<TrackedResult<ReportOutline>>, "signal"> {
  /** Writes only the latest version of each report. */
  readonly latest?: boolean;
  /** Keeps the reports of the dataset in the output folder, which must have its JSON; both are held in memory. */
  readonly add?: boolean;
  /** When adding, a file takes the place of one of the same name with different content, which is refused otherwise. */
  readonly replace?: boolean;
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
  /** What became of the dataset that was added to; null where `add` was not asked for. */
  readonly addition: Addition | null;
  /** Whether nothing was done: inputs and settings are those of an earlier run, and its output is still there, unchanged. */
  readonly isUnchanged: boolean;
}

/**
 * Writes what `writeDataset` writes of `tracked` results of `ingest`, but faster: this process unpacks only the outline of each
 * report. With a cache, an output that is up to date is left as it is.
 * @param out as for `writeDataset`
 * @throws OutputError; DatasetError and MergeError where the dataset cannot be added to; and what `ingest` throws
 */
export async function ingestDataset<Recap = null>(
  inputs: readonly string[],
  out: string,
  options: IngestDatasetOptions<Recap> = {},
): Promise<DatasetRun<Recap>> {
  const { latest = false, add = false, runOptions = {}, cache, signal, onFound } = options;
  await checkFolder(out);
  const former = add ? await formerOf(out, options) : null;
  const skip = [out, ...(cache === undefined ? [] : [cache]), ...(options.skip ?? [])];
  const reading = await prepareReading(inputs, { ...options, skip }, [
    ...new Set([...formNames(options), ...(former === null ? [] : [JSON_ROWS.name])]),
  ]);
  onFound?.(reading.files.length);
  const deciding = {
    formats: options.formats ?? DEFAULT_FORMATS,
    latest,
    about: options.about,
    runOptions,
    recap: options.recap !== undefined,
  };
  const upToDate = cache === undefined || add ? null : new UpToDateCheck<Recap>(cache, reading, out, deciding);
  const last = (await upToDate?.lastRun(signal)) ?? null;
  const { hiddenCount } = reading;
  if (last !== null) return { counts: last.counts, recap: last.recap, hiddenCount, addition: null, isUnchanged: true };
  const onRead = (read: ReadFile): void => {
    upToDate?.add(read.file);
    options.onRead?.(read);
  };
  const read = readPacked(reading, options);
  const addition = former?.with(await restored(read, onRead), options) ?? null;
  const { onRead: _, ...writing } = options;
  const written = await writePacked(addition === null ? read : packed(addition.results, formNames(options)), out, {
    ...writing,
    rules: (options.profile ?? BUILTIN_PROFILE).rules,
    latest,
    hiddenCount,
    ...(former === null ? { onRead } : { replaces: former.runHash }),
  });
  // Without the option, `Recap` is null by its default.
  const recap = (options.recap?.() ?? null) as Recap;
  upToDate?.store({ ...written, recap });
  return { counts: written.counts, recap, hiddenCount, addition, isUnchanged: false };
}

/** The dataset that is added to, before anything is read. */
async function formerOf(out: string, { formats = DEFAULT_FORMATS }: FormatOptions): Promise<FormerDataset> {
  if (!formats.includes("json"))
    throw new MergeError("a dataset that is added to needs its JSON the next time too; name json among the formats");
  return FormerDataset.read(out);
}

async function restored(read: AsyncIterable<PackedResult>, onRead: (read: ReadFile) => void): Promise<FileResult[]> {
  const results: FileResult[] = [];
  for await (const result of read) {
    onRead(result);
    results.push({ file: result.file, reports: result.reports.map(reportOf) });
  }
  return results;
}

async function* packed(results: readonly FileResult[], forms: readonly string[]): AsyncGenerator<PackedResult> {
  for (const result of results) yield unpack(pack(result, forms));
}
