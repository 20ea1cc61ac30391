/**
 * A file of corrections to the corrections in it. In: CSV in UTF-8 with a heading, parted by commas. Refuses, as a
 * `CorrectionsError` that lists every mistake with its line, what is no such file and corrections that cannot be meant.
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

/** As large a file as some fifty thousand corrections: they go to every process that reads. */
const MAX_BYTES = 8 * 1024 * 1024;
/** Mistakes that a message lists. */
const LISTED = 20;
const REQUIRED: readonly CorrectionColumn[] = ["report", "by", "why", "date"];

export interface CorrectionsFile {
  readonly corrections: readonly Correction[];
  /** Its columns in its own order. */
  readonly columns: readonly string[];
  /** Whether its last line is ended. */
  readonly isEnded: boolean;
  /** Lines that it has, the one after its last line feed not counted. */
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
    // A name from the file must not move a terminal's cursor.
    problems.push(...faults.map((fault) => `${path}, line ${line}: ${fault.replace(/\p{Cc}/gu, "\ufffd")}`));
    const { field } = correction;
    if (faults.length === 0 && isCorrectedField(field)) corrections.push({ ...correction, field, line });
  }
  if (problems.length > 0) {
    const rest = problems.length > LISTED ? [`… and ${problems.length - LISTED} more`] : [];
    throw new CorrectionsError([...problems.slice(0, LISTED), ...rest].join("\n"));
  }
  const isEnded = /[\r\n]$/.test(text);
  return { corrections, columns, isEnded, lineCount: text.split(LINE_END).length - (isEnded ? 1 : 0) };
}

/** Equal for two corrections of one field: a deliverable's identifier is its report's and its number. */
export function targetOf({ report, deliverable, field }: Record<"report" | "deliverable" | "field", string>): string {
  const number = deliverable.startsWith(`${report}#`) ? deliverable.slice(report.length + 1) : deliverable;
  return JSON.stringify([report, number, field]);
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

function faultsOf(correction: Readonly<Record<CorrectionColumn, string>>): string[] {
  const faults = REQUIRED.filter((name) => correction[name] === "").map((name) => `"${name}" is empty`);
  const { deliverable, field, value, date } = correction;
  if (date !== "" && !isDay(date)) faults.push(`"${date}" is no day such as 2024-03-31`);
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
  /** Where it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

function parseRecords(text: string, path: string): CsvRecord[] {
  try {
    // With `info` a record comes with the line that it ends on; a cell of several lines began before.
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
