/**
 * Changes to a CSV file of records whose other lines stay as they are: a record more at its end, or lines taken out. In: the path and
 * what is to change. The file is never incomplete: a record is added in one write, and a file without lines is moved into place.
 */
import { randomBytes } from "node:crypto";
import { appendFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { csvText } from "./csv-text.js";
import { outputError } from "./output-error.js";

/** @param begin what comes before the record, such as the end of an unended line @throws OutputError */
export async function appendRecord(path: string, cells: readonly string[], begin = ""): Promise<void> {
  try {
    await appendFile(path, `${begin}${render(cells)}`);
  } catch (error) {
    throw outputError(error, path);
  }
}

/** @throws OutputError, also if the file exists */
export async function createRecords(path: string, rows: readonly (readonly string[])[]): Promise<void> {
  try {
    await writeFile(path, rows.map(render).join(""), { flag: "wx" });
  } catch (error) {
    throw outputError(error, path);
  }
}

export interface LineRange {
  /** 1-based, both included. */
  readonly line: number;
  readonly lastLine: number;
}

const LINE = /[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g;

/** @param text the file's content @throws OutputError */
export async function removeLines(path: string, text: string, ranges: readonly LineRange[]): Promise<void> {
  const removed = new Set(ranges.flatMap(({ line, lastLine }) => numbersFrom(line, lastLine)));
  const kept = [...text.matchAll(LINE)].filter((_, at) => !removed.has(at + 1)).join("");
  const beside = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString("hex")}`);
  try {
    await writeFile(beside, kept, { flag: "wx" });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw outputError(error, path);
  }
}

const numbersFrom = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);

function render(cells: readonly string[]): string {
  return csvText([cells], { lineEnd: "\n" });
}
