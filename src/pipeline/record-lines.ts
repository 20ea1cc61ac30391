/** One more line in a file of records, with the cells in the order of the file's columns. Call it while the file is locked. */
import { appendRecord, createRecords } from "../export/records.js";
import { safeCell } from "../schema/safe-cell.js";
import type { RecordFile } from "../source/record-file.js";

/** @param file what is there; null for no file @returns the new line's number @throws OutputError */
export async function addLine<Column extends string>(
  path: string,
  columns: readonly Column[],
  file: Pick<RecordFile<Column>, "columns" | "text"> | null,
  cells: Readonly<Record<Column, string>>,
): Promise<number> {
  const known = new Map<string, string>(columns.map((name) => [name, safeCell(cells[name])]));
  const inOrder = (names: readonly string[]): string[] => names.map((name) => known.get(name) ?? "");
  if (file === null) {
    await createRecords(path, [columns, inOrder(columns)]);
    return 2;
  }
  const isEnded = /[\r\n]$/.test(file.text);
  await appendRecord(path, inOrder(file.columns), isEnded ? "" : "\n");
  return file.text.split(/\r\n|\n|\r/).length + (isEnded ? 0 : 1);
}
