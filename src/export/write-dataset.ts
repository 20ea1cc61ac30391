/**
 * Results, file by file, to an output folder: the files of each format asked for, and `run.json` with what differs from run to
 * run. The whole folder is replaced at the end, or left as it was where anything fails.
 */
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { outlineOf } from "../model/outline.js";
import { type InputFile, type Report, SCHEMA_VERSION, type Track } from "../schema/dataset.js";
import type { TableName } from "../schema/tables.js";
import { PlanProgress, statusByPeriod } from "./analysis.js";
import { TABLE_NAMES } from "./columns.js";
import { type About, ContentFigures, NOTHING_SAID } from "./describe/about.js";
import { writeDescriptions } from "./describe/write-descriptions.js";
import type { FileHashes } from "./file-hashes.js";
import type { DatasetWriter, OutputForm } from "./formats/output-format.js";
import { DEFAULT_FORMATS, type Format, formsFor } from "./formats/output-formats.js";
import { outputError } from "./output-error.js";
import { RUN_FILE, stageFolder, TOOL_NAME } from "./output-folder.js";
import { type RenderedReport, renderRows, rowsIn } from "./rendered-report.js";
import { SETTLED_TABLES } from "./settled-tables.js";
import { StatusWide, WIDE_TABLE } from "./status-wide.js";
import { VERSION } from "./version.js";

/** What became of one input file, the reports found in it, and the tracks that begin in them. */
export interface WritableResult {
  readonly file: InputFile;
  readonly reports: readonly Report[];
  readonly tracks?: readonly Track[];
}

/** The same, with the settled rows of each report as text. */
export interface RenderedResult extends Omit<WritableResult, "reports"> {
  readonly reports: readonly RenderedReport[];
}

export interface WriteOptions<Result = WritableResult> {
  /** `DEFAULT_FORMATS` where none are named. */
  readonly formats?: readonly Format[];
  /** True leaves CSV cells that a spreadsheet would run as a formula as they are. */
  readonly rawCsv?: boolean;
  /** Called for each result when it is written. */
  readonly onResult?: (result: Result) => void;
  /** Stops the run between two results; the old output stays. */
  readonly signal?: AbortSignal;
  /** What its compiler says of the dataset; nothing by default. */
  readonly about?: About;
  /** Options of the run that `run.json` records. */
  readonly runOptions?: Readonly<Record<string, unknown>>;
  /** Called when everything is written; `run.json` records what it returns. */
  readonly runOutcome?: () => Readonly<Record<string, unknown>>;
  /** SHA-256 of the `run.json` in the folder, from which the results were made: refuses where another run has written it since. */
  readonly replaces?: string | null;
}

export type TableCounts = Readonly<Record<TableName, number>>;

/** What was written. */
export interface Written {
  /** Rows by table. */
  readonly counts: TableCounts;
  readonly outputs: FileHashes;
}

export type FormatOptions = Pick<WriteOptions, "formats" | "rawCsv">;

const formsOf = ({ formats = DEFAULT_FORMATS, rawCsv = false }: FormatOptions): OutputForm[] =>
  formsFor(formats, { rawCsv });

/** Names of the forms in which the rows of reports are asked for. */
export const formNames = (options: FormatOptions): string[] => [
  ...new Set(formsOf(options).map(({ rows }) => rows.name)),
];

/**
 * @param out the folder; created if it is missing, replaced if it is a former output, refused otherwise
 * @returns rows written, by table
 * @throws OutputError, the signal's reason, and whatever `results` throws
 */
export async function writeDataset<Result extends WritableResult>(
  results: AsyncIterable<Result>,
  out: string,
  options: WriteOptions<Result> = {},
): Promise<TableCounts> {
  const forms = formNames(options);
  const render = ({ file, reports, tracks = [] }: Result): RenderedResult => ({
    file,
    tracks,
    reports: reports.map((report) => ({ ...outlineOf(report), rendered: renderRows(report, forms) })),
  });
  const { counts } = await writeRendered(results, render, out, options);
  return counts;
}

/** As `writeDataset`, for results whose rows are text already. */
export async function writeRendered<Result>(
  results: AsyncIterable<Result>,
  renderedOf: (result: Result) => RenderedResult,
  out: string,
  options: WriteOptions<Result>,
): Promise<Written> {
  const { formats = DEFAULT_FORMATS, rawCsv = false, onResult, signal, runOptions = {}, runOutcome } = options;
  const { about = NOTHING_SAID } = options;
  const figures = new ContentFigures();
  const progress = new PlanProgress();
  const wide = new StatusWide(dirname(resolve(out)));
  const started = new Date().toISOString();
  const counts = Object.fromEntries(TABLE_NAMES.map((table) => [table, 0])) as Record<TableName, number>;
  const folder = await stageFolder(out);
  const writers = new Map<OutputForm, DatasetWriter>();
  try {
    for (const form of formsOf(options)) writers.set(form, await form.open(folder.path));
    for await (const result of results) {
      signal?.throwIfAborted();
      const { file, reports, tracks = [] } = renderedOf(result);
      addCounts(counts, reports, tracks);
      figures.add(file, reports);
      for (const report of reports) progress.add(report);
      await wide.add(reports, tracks);
      const statuses = reports.flatMap(statusByPeriod);
      for (const [form, writer] of writers) {
        const writable = reports.map((report) => ({ report, rows: rowsIn(report.rendered, form.rows.name) }));
        await writer.write(file, writable, tracks);
        await writer.add("status_by_period", statuses);
      }
      counts.status_by_period += statuses.length;
      onResult?.(result);
    }
    const plans = progress.rows();
    counts.plan_progress = plans.length;
    const outputs: Record<string, string> = {};
    for (const writer of writers.values()) {
      await writer.add("plan_progress", plans);
      await writer.addTable(WIDE_TABLE, wide.columns(), wide.rows());
      Object.assign(outputs, await writer.close());
    }
    const described = { about, formats, figures, counts, wide: wide.columns() };
    Object.assign(outputs, await writeDescriptions(folder.path, described, outputs));
    const run = {
      tool: TOOL_NAME,
      version: VERSION,
      schema_version: SCHEMA_VERSION,
      options: { formats, raw_csv: rawCsv, about, ...runOptions },
      counts,
      outputs,
      ...runOutcome?.(),
      started,
      finished: new Date().toISOString(),
    };
    const record = `${JSON.stringify(run, null, 1)}\n`;
    await writeFile(join(folder.path, RUN_FILE), record);
    outputs[RUN_FILE] = createHash("sha256").update(record).digest("hex");
    signal?.throwIfAborted();
    await folder.commit(options.replaces);
    return { counts, outputs };
  } catch (error) {
    await Promise.allSettled([...writers.values()].map((writer) => writer.close()));
    await folder.discard();
    throw outputError(error, out);
  } finally {
    await wide.close();
  }
}

/** Adds the rows of one file. */
function addCounts(
  counts: Record<TableName, number>,
  reports: readonly RenderedReport[],
  tracks: readonly Track[],
): void {
  counts.files += 1;
  counts.reports += reports.length;
  for (const { findings, rendered } of reports) {
    counts.findings += findings.length;
    for (const table of SETTLED_TABLES) counts[table] += rendered.counts[table];
  }
  for (const { members } of tracks) counts.tracks += members.length;
}
