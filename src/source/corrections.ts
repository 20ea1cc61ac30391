/**
 * Reads a file of corrections. In: UTF-8 CSV, separated by commas, with column headings. Out: its corrections. Refuses,
 * with a `CorrectionsError` that lists every mistake and its line, files of another form and corrections without a valid target.
 */
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { CsvError, parse } from "csv-parse/sync";
import {
  CORRECTION_COLUMNS,
  type Correction,
  type CorrectionColumn,
  faultOf,
  isCorrectedField,
  plainCell,
} from "../schema/correction.js";

/** Corrections that cannot be used; the message names the file and the line of each mistake. */
export class CorrectionsError extends Error {
  override readonly name = "CorrectionsError";
}

/** Room for about fifty thousand corrections. There is a limit because every reading process gets a copy of them. */
const MAX_BYTES = 8 * 1024 * 1024;
/** Mistakes that one message lists. */
const MAX_LISTED = 20;
const REQUIRED: readonly CorrectionColumn[] = ["report", "by", "why", "date"];

export interface CorrectionsFile {
  readonly corrections: readonly Correction[];
  /** Column names in the order of the file. */
  readonly columns: readonly string[];
  /** Whether the last line ends with a line break. */
  readonly isEnded: boolean;
  /** Number of lines; the empty one after a final line break is not counted. */
  readonly lineCount: number;
}

/** @throws CorrectionsError */
export async function readCorrections(path: string): Promise<Correction[]> {
  return [...(await readCorrectionsFile(path)).corrections];
}

/** @throws CorrectionsError */
export async function readCorrectionsFile(path: string): Promise<CorrectionsFile> {
  const text = await readText(path);
  const [heading, ...records] = parseRecords(text, path);
  const columns = heading?.cells.map((name) => name.trim().toLowerCase()) ?? [];
  if (columns.length !== CORRECTION_COLUMNS.length || CORRECTION_COLUMNS.some((name) => !columns.includes(name)))
    throw new CorrectionsError(`${path}, line 1: the columns must be ${CORRECTION_COLUMNS.join(", ")}`);
  const problems: string[] = [];
  const corrections: Correction[] = [];
  const lines = new Map<string, number>();
  for (const { line, cells } of records) {
    const read = Object.fromEntries(columns.map((name, at) => [name, plainCell(cells[at] ?? "").trim()]));
    const correction = read as Record<CorrectionColumn, string>;
    const key = targetOf(correction);
    const first = lines.get(key);
    if (first === undefined) lines.set(key, line);
    const faults = faultsOf(correction);
    if (first !== undefined) faults.push(`line ${first} corrects this field already; keep one of the two`);
    // Control characters from the file must not move the terminal's cursor.
    problems.push(...faults.map((fault) => `${path}, line ${line}: ${fault.replace(/\p{Cc}/gu, "\ufffd")}`));
    const { field } = correction;
    if (faults.length === 0 && isCorrectedField(field)) corrections.push({ ...correction, field, line });
  }
  if (problems.length > 0) {
    const rest = problems.length > MAX_LISTED ? [`… and ${problems.length - MAX_LISTED} more`] : [];
    throw new CorrectionsError([...problems.slice(0, MAX_LISTED), ...rest].join("\n"));
  }
  const isEnded = /[\r\n]$/.test(text);
  return { corrections, columns, isEnded, lineCount: text.split(LINE_END).length - (isEnded ? 1 : 0) };
}

/** A key that is equal for two corrections of the same field. A deliverable may be given as `<report>#<number>` or by number. */
export function targetOf({ report, deliverable, field }: Record<"report" | "deliverable" | "field", string>): string {
  const number = deliverable.startsWith(`${report}#`) ? deliverable.slice(report.length + 1) : deliverable;
  return JSON.stringify([report, number, field]);
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

function faultsOf(correction: Readonly<Record<CorrectionColumn, string>>): string[] {
  const faults = REQUIRED.filter((name) => correction[name] === "").map((name) => `"${name}" is empty`);
  const { deliverable, field, value, date } = correction;
  if (date !== "" && !isDay(date)) faults.push(`"${date}" is not a date such as 2024-03-31`);
  const fault = faultOf(deliverable, field, value);
  return fault === null ? faults : [...faults, fault];
}

function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const LINE_END = /\r\n|\n|\r/;

interface CsvRecord {
  /** The line it begins on, 1-based. */
  readonly line: number;
  readonly cells: readonly string[];
}

function parseRecords(text: string, path: string): CsvRecord[] {
  try {
    // `info` gives the line on which a record ends; cells with line breaks move its first line up.
    const rows: unknown = parse(text, {
      info: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      skip_empty_lines: true,
    });
    return (rows as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      line: info.lines - record.reduce((breaks, cell) => breaks + cell.split(LINE_END).length - 1, 0),
      cells: record,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new CorrectionsError(`${path}: not valid CSV: ${error.message}`);
  }
}

async function readText(path: string): Promise<string> {
  const fail = (reason: string) => new CorrectionsError(`${path}: ${reason}`);
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: unknown) => {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw fail(missing ? "there is no such file" : "the file cannot be read");
  });
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw fail("not a file");
    if (stats.size > MAX_BYTES) throw fail(`is larger than ${MAX_BYTES / 1024 / 1024} MiB`);
    const bytes = await file.readFile().catch(() => {
      throw fail("the file cannot be read");
    });
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw error instanceof TypeError ? fail('not UTF-8; save it as "CSV UTF-8"') : error;
  } finally {
    await file.close();
  }
}
