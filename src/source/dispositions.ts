/**
 * Reads a file of dispositions. In: UTF-8 CSV, separated by commas, with column headings. Out: its dispositions; of several on one
 * finding the last one counts. Refuses, with a `DispositionsError` that lists every mistake and its line, files of another form.
 */
import {
  DISPOSITION_COLUMNS,
  type Disposition,
  type DispositionColumn,
  dispositionFaults,
  isDisposition,
  OPTIONAL_DISPOSITION_COLUMNS,
} from "../schema/disposition.js";
import { listMistakes, type RecordFile, readRecordFile } from "./record-file.js";

/** Dispositions that cannot be used; the message names the file and the line of each mistake. */
export class DispositionsError extends Error {
  override readonly name = "DispositionsError";
}

export interface DispositionsFile extends RecordFile<DispositionColumn> {
  /** In the order of the file. */
  readonly dispositions: readonly Disposition[];
}

/** @throws DispositionsError */
export async function readDispositionsFile(path: string): Promise<DispositionsFile> {
  const columns = { all: DISPOSITION_COLUMNS, optional: OPTIONAL_DISPOSITION_COLUMNS };
  const file = await readRecordFile(path, columns, (message) => new DispositionsError(message));
  const mistakes: { line: number; text: string }[] = [];
  const dispositions: Disposition[] = [];
  for (const { line, cells } of file.records) {
    const faults = dispositionFaults(cells);
    for (const text of faults) mistakes.push({ line, text });
    const { disposition } = cells;
    if (faults.length === 0 && isDisposition(disposition)) dispositions.push({ ...cells, disposition, line });
  }
  if (mistakes.length > 0) throw new DispositionsError(listMistakes(path, mistakes));
  return { ...file, dispositions };
}
