/**
 * Corrections that a person asks for to lines of `corrections.csv`: the row is looked up in the dataset, the value is checked, and
 * what was printed and the day are filled in. Nothing is written unless all that is asked for at once can be; other lines stay as they are.
 */
import { withFileLock } from "../export/file-lock.js";
import {
  CORRECTION_COLUMNS,
  type Correction,
  type CorrectionColumn,
  faultOf,
  isCorrectedField,
} from "../schema/correction.js";
import type { Dataset } from "../schema/dataset.js";
import { ROW, readRowChange } from "../schema/row-change.js";
import { CorrectionsError, type CorrectionsFile, readCorrectionsFile, targetOf } from "../source/corrections.js";
import { statOrNull } from "../source/folder.js";
import { printedFor } from "./printed-for.js";
import { cellOf, changeLines } from "./record-lines.js";

/** What is to be corrected; `deliverable` is empty for a field of the report itself. */
export interface CorrectionRequest extends Readonly<Record<Exclude<CorrectionColumn, "printed" | "date">, string>> {
  /**
   * The value to which the file corrects the field as far as the person knows; null for none. Another one in the file is a conflict, the
   * same one gives way. Without it there is no conflict.
   */
  readonly expected?: string | null;
}

export type CorrectionTarget = Pick<Correction, "report" | "deliverable" | "field">;

/** What was changed in a file of corrections. */
export interface CorrectionsChange {
  /** None where all that was needed was to take lines out. */
  readonly added: readonly Correction[];
  readonly removed: readonly Correction[];
}

export interface AddOptions {
  /** Whether a correction of the same field gives way where the request does not say what is expected; it is refused otherwise. */
  readonly replace?: boolean;
}

/** The file has something else than what the person who asks has seen; nothing was changed. */
export class CorrectionConflict extends CorrectionsError {}

/**
 * Adds corrections to the file, which is created if it is missing: all of them, or none. Where a row that the file adds is to be removed,
 * the lines about it are taken out instead.
 * @param requests a later one may be about a row that an earlier one adds
 * @param dataset contains the reports, as read or as corrected
 * @param date ISO day
 * @throws CorrectionsError if there is no such report, row or field, a value is not valid, or the file corrects it already
 * @throws CorrectionConflict if the file has another value than expected
 * @throws OutputError if the file cannot be written
 */
export async function addCorrections(
  path: string,
  requests: readonly CorrectionRequest[],
  dataset: Pick<Dataset, "reports">,
  date: string,
  { replace = false }: AddOptions = {},
): Promise<CorrectionsChange> {
  const asked = requests.map((request) => ({ ...checked(request), date, replace }));
  return withFileLock(path, async () => {
    const file = await existing(path);
    const made = [...(file?.corrections ?? [])];
    const change: { added: Correction[]; removed: Correction[] } = { added: [], removed: [] };
    for (const one of asked) {
      if (change.added.some((other) => targetOf(other) === targetOf(one)))
        throw new CorrectionsError(`${nameOf(one)} is corrected twice at once`);
      const { added, removed } = changeFor(path, one, made, dataset);
      change.added.push(...added);
      change.removed.push(...removed);
      made.push(...added);
    }
    return write(path, file, change);
  });
}

/** As `addCorrections`, of one. */
export async function addCorrection(
  path: string,
  request: CorrectionRequest,
  dataset: Pick<Dataset, "reports">,
  date: string,
  options: AddOptions = {},
): Promise<CorrectionsChange> {
  return addCorrections(path, [request], dataset, date, options);
}

/**
 * Takes the correction of a field out of the file, with all about the row where it added one.
 * @returns what was taken out, the one that is meant first
 * @throws CorrectionsError if the file has none
 */
export async function removeCorrection(path: string, target: CorrectionTarget): Promise<CorrectionsChange> {
  return withFileLock(path, async () => {
    const file = await readCorrectionsFile(path);
    const same = madeOf(target, file.corrections);
    if (same === undefined) throw new CorrectionsError(`${path} has no correction of ${nameOf(target)}`);
    return write(path, file, { added: [], removed: [same, ...aboutAdded(same, file.corrections)] });
  });
}

/**
 * Undoes a change: its lines are taken out, and those that it took out are written again.
 * @throws CorrectionConflict if the file corrects one of the fields in another way meanwhile
 */
export async function revertCorrections(path: string, { added, removed }: CorrectionsChange): Promise<void> {
  await withFileLock(path, async () => {
    const file = await existing(path);
    const made = file?.corrections ?? [];
    const found = added.map((one) => madeOf(one, made));
    const isAsWritten = added.every((one, at) => isSame(one, found[at]));
    const isFree = removed.every(
      (one) => madeOf(one, made) === undefined || added.some((other) => isOfSame(one, other)),
    );
    if (!isAsWritten || !isFree) throw new CorrectionConflict(`${path} was changed meanwhile; nothing was undone`);
    await write(path, file, { added: removed, removed: found.filter((one) => one !== undefined) });
  });
}

type Asked = Omit<Correction, "printed" | "line"> & AddOptions & Pick<CorrectionRequest, "expected">;

/** @throws CorrectionsError if a cell is missing or not valid */
function checked(request: CorrectionRequest): Omit<Asked, "date"> {
  const { expected, ...cells } = request;
  const trimmed = Object.fromEntries(Object.entries(cells).map(([name, text]) => [name, cellOf(text)]));
  const asked = trimmed as typeof cells;
  for (const name of ["by", "why"] as const) if (asked[name] === "") throw new CorrectionsError(`"${name}" is empty`);
  const fault = faultOf(asked.deliverable, asked.field, asked.value);
  const { field } = asked;
  if (fault !== null || !isCorrectedField(field)) throw new CorrectionsError(fault ?? `"${field}" is no field`);
  return { ...asked, field, ...(expected !== undefined && { expected }) };
}

/** @param made what the file corrects, and what was asked for before */
function changeFor(
  path: string,
  { replace = false, expected, ...cells }: Asked,
  made: readonly Correction[],
  dataset: Pick<Dataset, "reports">,
): CorrectionsChange {
  const same = madeOf(cells, made);
  if (expected !== undefined && (same?.value ?? null) !== expected)
    throw new CorrectionConflict(
      `${path} corrects ${nameOf(cells)} ${same === undefined ? "no more" : `to "${same.value}" meanwhile`}; nothing was changed`,
    );
  if (same !== undefined && expected === undefined && !replace)
    throw new CorrectionsError(
      `${path}, line ${same.line}: corrects this field already, to "${same.value}"; use --replace to put the new value in its place`,
    );
  const removed = same === undefined ? [] : [same];
  if (same !== undefined && cells.field === ROW && cells.value === "remove" && isAdding(same))
    return { added: [], removed: [same, ...aboutAdded(same, made)] };
  return { added: [{ ...cells, printed: cellOf(printedFor(cells, dataset, made)), line: 0 }], removed };
}

async function write(
  path: string,
  file: CorrectionsFile | null,
  { added, removed }: CorrectionsChange,
): Promise<CorrectionsChange> {
  const out = new Set(removed.map(({ line }) => line));
  const records = file?.records.filter(({ line }) => out.has(line)) ?? [];
  const lines = await changeLines(path, CORRECTION_COLUMNS, file, { removed: records, added });
  return { added: added.map((one, at) => ({ ...one, line: lines[at] ?? 0 })), removed };
}

const isAdding = ({ field, value }: Correction): boolean => field === ROW && readRowChange(value)?.kind === "add";

/** Corrections of the fields of a row that is added. */
function aboutAdded(row: Correction, made: readonly Correction[]): readonly Correction[] {
  if (!isAdding(row)) return [];
  return made.filter((one) => one.field !== ROW && targetOf({ ...one, field: ROW }) === targetOf(row));
}

const isOfSame = (one: CorrectionTarget, other: CorrectionTarget): boolean => targetOf(one) === targetOf(other);

const madeOf = (target: CorrectionTarget, made: readonly Correction[]): Correction | undefined =>
  made.find((one) => isOfSame(one, target));

const isSame = (one: Correction, other: Correction | undefined): boolean =>
  other !== undefined && CORRECTION_COLUMNS.every((name) => one[name] === other[name]);

const nameOf = ({ report, deliverable, field }: CorrectionTarget): string =>
  [report, ...(deliverable === "" ? [] : [`row ${deliverable}`]), field].join(", ");

const existing = async (path: string): Promise<CorrectionsFile | null> =>
  (await statOrNull(path)) === null ? null : readCorrectionsFile(path);
