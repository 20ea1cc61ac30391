/**
 * Changes to a file of records, in one step: records more, with their cells in the order of the file's columns, and records taken out.
 * Call it while the file is locked.
 */
import { changeRecords, type LineRange } from "../export/records.js";
import { safeCell } from "../schema/safe-cell.js";
import type { RecordFile } from "../source/record-file.js";

/** A text as it is read from the file again. */
export const cellOf = (text: string): string => text.replace(/\r\n?/g, "\n").trim();

export interface LinesChange<Column extends string> {
  readonly removed?: readonly LineRange[];
  readonly added?: readonly Readonly<Record<Column, string>>[];
}

/** @param file what is there; null for no file @returns the line on which each new record begins @throws OutputError */
export async function changeLines<Column extends string>(
  path: string,
  columns: readonly Column[],
  file: Pick<RecordFile<Column>, "columns" | "text"> | null,
  { removed = [], added = [] }: LinesChange<Column>,
): Promise<number[]> {
  const inOrder = (names: readonly string[]): string[][] =>
    added.map((cells) => {
      const known = new Map<string, string>(columns.map((name) => [name, safeCell(cells[name])]));
      return names.map((name) => known.get(name) ?? "");
    });
  if (file !== null) return changeRecords(path, file.text, { removed, added: inOrder(file.columns) });
  const [, ...lines] = await changeRecords(path, "", { removed: [], added: [[...columns], ...inOrder(columns)] });
  return lines;
}
