/** The table of output formats. To add one: an entry here, and a file beside `csv.ts` that defines it. */
import { TABLE_NAMES } from "../columns.js";
import { WIDE_TABLE } from "../status-wide.js";
import { CSV_FORMAT } from "./csv.js";
import { JSON_FORMAT } from "./json.js";
import { JSON_LINES_FORMAT } from "./jsonl.js";
import type { FormOptions, OutputForm, OutputFormat, RowForm } from "./output-format.js";
import { PARQUET_FORMAT } from "./parquet.js";
import { SQLITE_FORMAT } from "./sqlite.js";
import { XLSX_FORMAT } from "./xlsx.js";

const ENTRIES = {
  csv: CSV_FORMAT,
  json: JSON_FORMAT,
  jsonl: JSON_LINES_FORMAT,
  parquet: PARQUET_FORMAT,
  sqlite: SQLITE_FORMAT,
  xlsx: XLSX_FORMAT,
};

/** Name of an output format, as options and `run.json` give it. */
export type Format = keyof typeof ENTRIES;

export const OUTPUT_FORMATS: Readonly<Record<Format, OutputFormat>> = ENTRIES;
/** In the order in which they are written and listed. */
export const FORMATS = Object.keys(ENTRIES) as readonly Format[];
/** What is written where nobody says otherwise. */
export const DEFAULT_FORMATS: readonly Format[] = ["csv", "json", "parquet"];

/** Names of all files that a format may write to an output folder. */
export const FORMAT_FILES: ReadonlySet<string> = new Set(
  FORMATS.flatMap((format) => [...TABLE_NAMES, WIDE_TABLE].map((table) => OUTPUT_FORMATS[format].fileOf(table))),
);

const ROW_FORMS = new Map(
  FORMATS.flatMap((format) => OUTPUT_FORMATS[format].forms).map(({ rows }): [string, RowForm] => [rows.name, rows]),
);

/** @throws RangeError where no format takes its rows in a form of that name */
export function rowFormNamed(name: string): RowForm {
  const form = ROW_FORMS.get(name);
  if (form === undefined) throw new RangeError(`no output format has a form named ${name}`);
  return form;
}

/** The forms in which the formats write their rows, in the order of `FORMATS`. */
export function formsFor(formats: readonly Format[], options: FormOptions): OutputForm[] {
  return FORMATS.filter((format) => formats.includes(format)).map((format) => OUTPUT_FORMATS[format].formFor(options));
}
