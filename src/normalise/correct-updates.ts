/**
 * Applies corrections of updates' dates. In: a row and these corrections by update. Out: the row with other dates. A date that a person
 * gave replaces one that was misread or is impossible; what was printed stays in `date_raw`.
 */
import { precisionOf } from "../language/dates.js";
import { doubtedUpdates } from "../model/doubted-updates.js";
import type { Correction } from "../schema/correction.js";
import type { Deliverable, Update } from "../schema/dataset.js";
import { isRowReason, ROW_REASON_FIELDS } from "../schema/reasons.js";
import { printedInRow } from "./printed-value.js";

/** The update that a correction names by its update_id, or by its row's printed number and its own place: "8/2". */
export function updateNamed(rows: readonly Deliverable[], name: string): Update | null {
  const at = name.lastIndexOf("/");
  const [rowName, sequence] = [name.slice(0, at), name.slice(at + 1)];
  const updates = rows.flatMap((row) => row.updates.map((update) => ({ row, update })));
  const exact = updates.find(({ update }) => update.update_id === name);
  if (exact !== undefined) return exact.update;
  const named = updates.filter(
    ({ row, update }) => String(update.sequence) === sequence && printedInRow(row, "number") === rowName,
  );
  return named.length === 1 ? (named[0]?.update ?? null) : null;
}

export function printedDate({ date_raw, repairs }: Update): string {
  return repairs.find(({ field, by }) => field === "date" && by !== undefined)?.raw ?? date_raw ?? "";
}

/** @param dates corrections by update_id */
export function correctDates(row: Deliverable, dates: ReadonlyMap<string, Correction>): Deliverable {
  if (!row.updates.some(({ update_id }) => dates.has(update_id))) return row;
  const updates = row.updates.map((update): Update => {
    const correction = dates.get(update.update_id);
    if (correction === undefined) return update;
    const { value, by, why, date: made } = correction;
    const date = value === "" ? null : value;
    const repair = { field: "date", raw: printedDate(update), value, by, why, date: made };
    return {
      ...update,
      date,
      date_precision: date === null ? null : precisionOf(date),
      repairs: [...update.repairs, repair],
    };
  });
  const latest = updates.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  const reasons = row.review_reasons.filter((reason) => !isSettled(reason, updates));
  return {
    ...row,
    updates,
    latest_update: latest.at(-1) ?? null,
    review_reasons: [...new Set([...reasons, "corrected"])],
  };
}

/** Whether a reason is about dates of updates, and a person gave all of those. @param updates as corrected */
const isSettled = (reason: string, updates: Update[]): boolean =>
  isRowReason(reason) && ROW_REASON_FIELDS[reason].includes("date") && doubtedUpdates({ updates }, reason).length === 0;
