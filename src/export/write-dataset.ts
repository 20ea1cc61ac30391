/**
 * Results, file by file, to an output folder: a CSV file a table, `dataset.json`, and `run.json` with what differs from
 * run to run. The folder is replaced whole at the end, or left as it was where anything fails.
 */
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type InputFile, type Report, SCHEMA_VERSION, type Track } from "../schema/dataset.js";
import type { TableName } from "../schema/tables.js";
import { type Row, TABLE_NAMES } from "./columns.js";
import { type CsvTable, createCsvTable } from "./csv.js";
import { createJsonDataset, type JsonDataset, type RenderedHead } from "./json.js";
import { DATASET_FILE, outputError, RUN_FILE, stageFolder, TOOL_NAME } from "./output-folder.js";
import type { FileHashes } from "./output-marks.js";
import { type Rendering, renderReport, SETTLED_TABLES } from "./render-report.js";
import { createTextFile } from "./text-file.js";
import { VERSION } from "./version.js";

export const FORMATS = ["csv", "json"] as const;
export type Format = (typeof FORMATS)[number];

/** What became of one input file, the reports found in it, and the tracks that begin in them. */
export interface WritableResult {
  readonly file: InputFile;
  readonly reports: readonly Report[];
  readonly tracks?: readonly Track[];
}

/** The same with the reports' rows as text. */
export interface RenderedResult extends Omit<WritableResult, "reports"> {
  readonly reports: readonly RenderedHead[];
}

export interface WriteOptions<Result = WritableResult> {
  /** All of them where none is given. */
  readonly formats?: readonly Format[];
  /** True leaves CSV cells that a spreadsheet would run as a formula as they are. */
  readonly rawCsv?: boolean;
  /** Told of each result once it is written. */
  readonly onResult?: (result: Result) => void;
  /** Stops the run between two results; the old output stays. */
  readonly signal?: AbortSignal;
  /** What `run.json` says of how the run was asked for. */
  readonly runOptions?: Readonly<Record<string, unknown>>;
  /** Asked when all is written for what else `run.json` says of how the run went. */
  readonly runOutcome?: () => Readonly<Record<string, unknown>>;
}

export type TableCounts = Readonly<Record<TableName, number>>;

/** What was written. */
export interface Written {
  /** Rows by table. */
  readonly counts: TableCounts;
  readonly outputs: FileHashes;
}

/** The forms that a run's options ask for. */
export function renderingOf({
  formats = FORMATS,
  rawCsv = false,
}: Pick<WriteOptions, "formats" | "rawCsv">): Rendering {
  return { csv: formats.includes("csv") ? (rawCsv ? "raw" : "safe") : null, json: formats.includes("json") };
}

/**
 * @param out the folder; made where it is missing, replaced where it is a former output, refused otherwise
 * @returns rows written, by table
 * @throws OutputError, the signal's reason, and whatever `results` throws
 */
export async function writeDataset<Result extends WritableResult>(
  results: AsyncIterable<Result>,
  out: string,
  options: WriteOptions<Result> = {},
): Promise<TableCounts> {
  const rendering = renderingOf(options);
  const render = ({ file, reports, tracks = [] }: Result): RenderedResult => ({
    file,
    tracks,
    reports: reports.map((report) => ({ ...report, rendered: renderReport(report, rendering) })),
  });
  const { counts } = await writeRendered(results, render, out, options);
  return counts;
}

/** As `writeDataset`, of results that are rendered already. */
export async function writeRendered<Result>(
  results: AsyncIterable<Result>,
  renderedOf: (result: Result) => RenderedResult,
  out: string,
  options: WriteOptions<Result>,
): Promise<Written> {
  const { formats = FORMATS, rawCsv = false, onResult, signal, runOptions = {}, runOutcome } = options;
  const started = new Date().toISOString();
  const counts = Object.fromEntries(TABLE_NAMES.map((table) => [table, 0])) as Record<TableName, number>;
  const folder = await stageFolder(out);
  const tables = new Map<TableName, CsvTable>();
  let json: JsonDataset | undefined;
  const writeRows = async (name: TableName, rows: readonly Row[]) => {
    counts[name] += rows.length;
    await tables.get(name)?.write(rows);
  };
  try {
    if (formats.includes("csv")) {
      for (const name of TABLE_NAMES) {
        tables.set(name, await createCsvTable(name, await createTextFile(join(folder.path, `${name}.csv`)), rawCsv));
      }
    }
    if (formats.includes("json")) json = await createJsonDataset(join(folder.path, DATASET_FILE));
    for await (const result of results) {
      signal?.throwIfAborted();
      const { file, reports, tracks = [] } = renderedOf(result);
      await writeRows("files", [file]);
      for (const report of reports) {
        await writeRows("reports", [{ ...report }]);
        await writeRows("findings", report.findings);
        for (const name of SETTLED_TABLES) {
          const { count, csv } = report.rendered[name];
          counts[name] += count;
          await tables.get(name)?.append(csv);
        }
      }
      for (const { track_id, members } of tracks)
        await writeRows(
          "tracks",
          members.map((member) => ({ track_id, ...member })),
        );
      await json?.write(file, reports, tracks);
      onResult?.(result);
    }
    const outputs: Record<string, string> = {};
    for (const [name, table] of tables) outputs[`${name}.csv`] = await table.close();
    if (json !== undefined) outputs[DATASET_FILE] = await json.close();
    const run = {
      tool: TOOL_NAME,
      version: VERSION,
      schema_version: SCHEMA_VERSION,
      options: { formats, raw_csv: rawCsv, ...runOptions },
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
    await folder.commit();
    return { counts, outputs };
  } catch (error) {
    await Promise.allSettled([...tables.values(), json].map((writer) => writer?.close()));
    await folder.discard();
    throw outputError(error, out);
  }
}
