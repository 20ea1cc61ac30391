/**
 * What an output format consists of. Rows that need nothing of other reports become text where their file is read, in many
 * processes at once; a writer then puts that text, and the rows that come later, into the format's files. Types only.
 */
import type { ReportWithoutRows } from "../../model/outline.js";
import type { InputFile, Report, Track } from "../../schema/dataset.js";
import type { TableName } from "../../schema/tables.js";
import type { Column, Row } from "../columns.js";
import type { FileHashes } from "../file-hashes.js";
import type { SettledTable } from "../settled-tables.js";
import type { Text } from "../text-file.js";

/** A report's rows of each settled table, as text that can be written as it is. */
export type RowTexts = Readonly<Record<SettledTable, Text>>;

/** Everything else of a report, with its settled rows as text in one form. */
export interface WritableReport {
  readonly report: ReportWithoutRows;
  readonly rows: RowTexts;
}

export interface DatasetWriter {
  /** @param tracks those that begin in the reports */
  write(file: InputFile, reports: readonly WritableReport[], tracks: readonly Track[]): Promise<void>;
  /** Rows of an analysis table. */
  add(table: TableName, rows: readonly Row[]): Promise<void>;
  /** A table whose columns depend on the data. */
  addTable(name: string, columns: readonly Column[], rows: AsyncIterable<Row>): Promise<void>;
  /** Ends the files. May be called after a failed write, to release them. */
  close(): Promise<FileHashes>;
}

/** One way in which rows become text. Several output forms may take the same text. */
export interface RowForm {
  /** Distinct among all row forms: rendered rows are passed on and kept in the cache under this name. */
  readonly name: string;
  render(report: Report): RowTexts;
}

/** One way in which a format may write its rows. */
export interface OutputForm {
  /** The form in which the writer takes its rows. */
  readonly rows: RowForm;
  /** Creates the format's files in the folder. */
  open(folder: string): Promise<DatasetWriter>;
}

/** What of a run's options changes the form of rows. */
export interface FormOptions {
  /** True leaves CSV cells that a spreadsheet would run as a formula as they are. */
  readonly rawCsv: boolean;
}

export interface OutputFormat {
  readonly forms: readonly OutputForm[];
  /** The one of `forms` that fits the options. */
  formFor(options: FormOptions): OutputForm;
  /** Name of the file that holds the table's rows. */
  fileOf(table: string): string;
  /** What is written, as a summary says it: "a CSV file for each table". */
  readonly summary: string;
}
