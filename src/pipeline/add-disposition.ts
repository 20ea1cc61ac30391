/**
 * What a person decides about a finding to a line of `dispositions.csv`: the finding is looked up, and what it says and the day are
 * filled in. Lines that are in the file already stay as they are; the last one on a finding counts.
 */
import { withFileLock } from "../export/file-lock.js";
import type { Finding } from "../schema/dataset.js";
import {
  DISPOSITION_COLUMNS,
  type Disposition,
  type DispositionColumn,
  dispositionFaults,
  isDisposition,
} from "../schema/disposition.js";
import { DispositionsError, type DispositionsFile, readDispositionsFile } from "../source/dispositions.js";
import { statOrNull } from "../source/folder.js";
import { cellOf, changeLines } from "./record-lines.js";

/** The file has another disposition than the one that is meant; nothing was changed. */
export class DispositionConflict extends DispositionsError {}

export interface DispositionRequest extends Readonly<Record<Exclude<DispositionColumn, "message" | "date">, string>> {
  /** The disposition that counts as far as the person knows; null for none. Without it there is no conflict. */
  readonly expected?: string | null;
}

/** All that is in the file. @throws DispositionsError, also where there is no file */
export async function loadDispositions(path: string): Promise<Disposition[]> {
  return [...(await readDispositionsFile(path)).dispositions];
}

/**
 * Adds a disposition to the file, which is created if it is missing.
 * @param date ISO day
 * @throws DispositionsError if it is not valid
 * @throws DispositionConflict if the file has another disposition than expected
 * @throws OutputError if the file cannot be written
 */
export async function addDisposition(
  path: string,
  { expected, ...request }: DispositionRequest,
  { message }: Pick<Finding, "message">,
  date: string,
): Promise<Disposition> {
  const trimmed = Object.fromEntries(Object.entries(request).map(([name, text]) => [name, cellOf(text)]));
  const cells = { ...(trimmed as typeof request), message: cellOf(message), date };
  const faults = dispositionFaults(cells);
  const { disposition } = cells;
  if (faults.length > 0 || !isDisposition(disposition)) throw new DispositionsError(faults.join("; "));
  return withFileLock(path, async () => {
    const file = await existing(path);
    const now = countingIn(file, cells)?.disposition ?? null;
    if (expected !== undefined && now !== expected)
      throw new DispositionConflict(`${path}: something else was decided about ${cells.finding_id} meanwhile`);
    const [line = 0] = await changeLines(path, DISPOSITION_COLUMNS, file, { added: [cells] });
    return { ...cells, disposition, line };
  });
}

/**
 * Takes the last disposition of a finding out of the file, so that an earlier one counts again.
 * @param expected the one that is meant; without it, whatever is there
 * @throws DispositionsError if the file has none
 * @throws DispositionConflict if another one is the last
 */
export async function removeDisposition(
  path: string,
  finding_id: string,
  expected: Disposition | null = null,
): Promise<Disposition> {
  return withFileLock(path, async () => {
    const file = await readDispositionsFile(path);
    const last = file.dispositions.findLast((one) => one.finding_id === finding_id);
    if (last === undefined) throw new DispositionsError(`${path} has no disposition of ${finding_id}`);
    if (expected !== null && DISPOSITION_COLUMNS.some((name) => last[name] !== expected[name]))
      throw new DispositionConflict(`${path} has another disposition of ${finding_id} by now; nothing was changed`);
    const removed = file.records.filter(({ line }) => line === last.line);
    await changeLines(path, DISPOSITION_COLUMNS, file, { removed });
    return last;
  });
}

/** The last disposition of the finding, unless the finding says something else now. */
function countingIn(
  file: DispositionsFile | null,
  { finding_id, message }: Pick<Disposition, "finding_id" | "message">,
): Disposition | null {
  const last = file?.dispositions.findLast((one) => one.finding_id === finding_id);
  return last !== undefined && (last.message === "" || last.message === message) ? last : null;
}

const existing = async (path: string): Promise<DispositionsFile | null> =>
  (await statOrNull(path)) === null ? null : readDispositionsFile(path);
