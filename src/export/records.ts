/**
 * Changes to a CSV file of records whose other lines stay as they are: records more at its end, and lines taken out. In: the path and
 * what is to change. The file is never incomplete: the changed one is written beside it and moved into its place.
 */
import { randomBytes } from "node:crypto";
import { chmod, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { csvText } from "./csv-text.js";
import { outputError } from "./output-error.js";

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
  await replaceFile(path, [...kept, isEnded || records.length === 0 ? "" : "\n", ...records].join(""));
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

/** The file that a link leads to is replaced, and may be read by the same persons as before. */
async function replaceFile(path: string, text: string): Promise<void> {
  let beside: string | null = null;
  try {
    const { target, mode } = await replaced(path);
    beside = join(dirname(target), `.${basename(target)}.${randomBytes(4).toString("hex")}`);
    await writeFile(beside, text, { flag: "wx", mode, flush: true });
    // The mode of a new file is without what the user's mask takes away. Some file systems have no modes.
    if (mode !== undefined) await chmod(beside, mode).catch(() => undefined);
    await rename(beside, target);
  } catch (error) {
    if (beside !== null) await rm(beside, { force: true }).catch(() => undefined);
    throw outputError(error, path);
  }
}

async function replaced(path: string): Promise<{ readonly target: string; readonly mode?: number }> {
  try {
    const target = await realpath(path);
    return { target, mode: (await stat(target)).mode };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return { target: path };
    throw error;
  }
}

const numbersFrom = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);

function render(cells: readonly string[]): string {
  return csvText([cells], { lineEnd: "\n" });
}
