/**
 * Applies corrections that add rows to a report or remove them. In: a normalised report and these corrections. Out: the report with
 * other rows, and the outcome of each correction. What they did is in `repairs`: of an added row, or of the report for a removed one, whose
 * texts are residue then.
 */
import type { Correction } from "../schema/correction.js";
import type { Deliverable, Report } from "../schema/dataset.js";
import type { ReportReason } from "../schema/reasons.js";
import { ROW, type RowChange, readRowChange } from "../schema/row-change.js";
import type { Repair } from "../schema/values.js";
import { type Adding, inOrder, withRow } from "./added-rows.js";
import { type ChangedRows, type CorrectionOutcome, outcomeOf } from "./correction-outcome.js";
import { rowNamed, staleReason } from "./correction-target.js";
import { printedInRow } from "./printed-value.js";
import { textsOfRow } from "./row-texts.js";

export interface OtherRows {
  readonly report: Report;
  readonly outcomes: readonly CorrectionOutcome[];
}

/** @param corrections those of the report whose field is "row"; their order in the file decides only between rows added after one row */
export function correctRows(report: Report, corrections: readonly Correction[]): OtherRows {
  const outcomes = new Map<Correction, CorrectionOutcome>();
  let rows: readonly Deliverable[] = report.deliverables;
  const removed: Removed[] = [];
  const make = (correction: Correction, changed: ChangedRows): void => {
    outcomes.set(correction, changed.outcome);
    rows = changed.rows;
  };
  const changes = corrections.map((correction) => ({ correction, change: changeOf(correction) }));
  const adding = inOrder(
    changes.flatMap(({ correction, change }) => (change.kind === "add" ? [{ correction, change }] : [])),
  );
  const add = ({ correction, change }: Adding): void => make(correction, withRow(report, rows, correction, change));
  for (const one of adding) add(one);
  for (const { correction, change } of changes)
    if (change.kind === "remove") make(correction, withoutRow(rows, correction, removed));
  // Where one of two rows of the same number was removed, a row can come after the other.
  for (const one of adding) if (outcomes.get(one.correction)?.outcome === "unknown") add(one);
  const inFileOrder = corrections.flatMap((correction) => outcomes.get(correction) ?? []);
  const other = rows === report.deliverables ? report : withRows(report, rows, removed);
  return { report: other, outcomes: inFileOrder };
}

function changeOf({ value }: Correction): RowChange {
  const change = readRowChange(value);
  if (change === null) throw new Error(`"${value}" is no change of a row`);
  return change;
}

interface Removed {
  readonly row: Deliverable;
  readonly repair: Repair;
}

function withRows(report: Report, rows: readonly Deliverable[], removed: readonly Removed[]): Report {
  const more = rows.length - report.deliverables.length;
  // A row that was added is one of those that may have been lost.
  const rows_max = report.rows_max === null ? null : Math.max(rows.length, report.rows_max + Math.min(0, more));
  const reasons = report.review_reasons.filter((reason) => reason !== MISSING);
  return {
    ...report,
    deliverables: [...rows],
    deliverable_count: rows.length,
    rows_max,
    repairs: [...report.repairs, ...removed.map(({ repair }) => repair)],
    review_reasons: [...new Set([...reasons, ...(rows.length === 0 ? [MISSING] : []), CORRECTED])],
    residue: [...report.residue, ...removed.flatMap(({ row }) => textsOfRow(row))],
  };
}

const MISSING = "rows-missing" satisfies ReportReason;
const CORRECTED = "corrected" satisfies ReportReason;

/** @param removed gets the row */
function withoutRow(rows: readonly Deliverable[], correction: Correction, removed: Removed[]): ChangedRows {
  const { deliverable, printed, line, by, why, date } = correction;
  const named = rowNamed(rows, deliverable);
  if ("reason" in named) return { rows, outcome: outcomeOf(line, named.reason) };
  const { row } = named;
  const title = printedInRow(row, "title");
  const stale = staleReason(title, printed);
  if (stale !== null) return { rows, outcome: outcomeOf(line, stale, "stale") };
  const name = [row.number, title].filter((part) => part !== null && part !== "").join(" ");
  removed.push({ row, repair: { field: ROW, raw: name, value: "remove", by, why, date } });
  return { rows: rows.filter((one) => one !== row), outcome: outcomeOf(line, null) };
}
