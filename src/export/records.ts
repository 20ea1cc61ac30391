/**
 * Changes to a CSV file of records whose other lines stay as they are: records more at its end, and lines taken out. In: the path and
 * what is to change. The file is never incomplete: the changed one is written beside it and moved into its place.
 */
import { csvText } from "./csv-text.js";
import { replaceFile } from "./replace-file.js";

export interface LineRange {
  /** 1-based, both included. */
  readonly line: number;
  readonly lastLine: number;
}

const LINE = /[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g;

export interface RecordsChange {
  /** Lines that are taken out. */
  readonly removed: readonly LineRange[];
  /** Records that are added at the end. */
  readonly added: readonly (readonly string[])[];
}

/**
 * @param text the file's content; empty where there is no file
 * @returns the line on which each added record begins
 * @throws OutputError; the file is as before then
 */
export async function changeRecords(
  path: string,
  text: string,
  { removed: ranges, added }: RecordsChange,
): Promise<number[]> {
  const removed = new Set(ranges.flatMap(({ line, lastLine }) => numbersFrom(line, lastLine)));
  const kept = [...text.matchAll(LINE)].flatMap(([line], at) => (removed.has(at + 1) ? [] : [line]));
  const records = added.map(render);
  const isEnded = /[\r\n]$/.test(kept.at(-1) ?? "\n");
  await replaceFile(path, [[...kept, isEnded || records.length === 0 ? "" : "\n", ...records].join("")]);
  return firstLines(records, kept.length + 1);
}

/** The line on which each record begins. @param first that of the first one */
function firstLines(records: readonly string[], first: number): number[] {
  let next = first;
  return records.map((record) => {
    const line = next;
    next += [...record.matchAll(LINE)].length;
    return line;
  });
}

const numbersFrom = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);

function render(cells: readonly string[]): string {
  return csvText([cells], { lineEnd: "\n" });
}
