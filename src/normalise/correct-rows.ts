/**
 * Applies corrections that add rows to a report or remove them. In: a normalised report and these corrections. Out: the report with
 * other rows, and the outcome of each correction. What they did is in `repairs`: of an added row, or of the report for a removed one.
 */
import type { Correction } from "../schema/correction.js";
import type { Deliverable, Report } from "../schema/dataset.js";
import type { RowReason } from "../schema/reasons.js";
import { ROW, type RowChange, readRowChange } from "../schema/row-change.js";
import type { Repair } from "../schema/values.js";
import type { CorrectionOutcome } from "./correction-outcome.js";
import { printedInRow, rowsNamed } from "./printed-value.js";

export interface OtherRows {
  readonly report: Report;
  readonly outcomes: readonly CorrectionOutcome[];
}

const outcome = (line: number, reason: string | null, kind: "stale" | "unknown" = "unknown"): CorrectionOutcome => ({
  line,
  outcome: reason === null ? "applied" : kind,
  reason,
});

/** @param corrections those of the report whose field is "row", in the order of their file: a row may be added after an added one */
export function correctRows(report: Report, corrections: readonly Correction[]): OtherRows {
  const outcomes: CorrectionOutcome[] = [];
  let rows: readonly Deliverable[] = report.deliverables;
  const repairs: Repair[] = [];
  for (const correction of corrections) {
    const change = readRowChange(correction.value);
    if (change === null) throw new Error(`"${correction.value}" is no change of a row`);
    const changed =
      change.kind === "add" ? withRow(report, rows, correction, change) : withoutRow(rows, correction, repairs);
    outcomes.push(changed.outcome);
    rows = changed.rows;
  }
  if (rows === report.deliverables) return { report, outcomes };
  const more = rows.length - report.deliverables.length;
  // A row that was added is one of those that may have been lost.
  const rows_max = report.rows_max === null ? null : Math.max(rows.length, report.rows_max + Math.min(0, more));
  return {
    report: {
      ...report,
      deliverables: [...rows],
      deliverable_count: rows.length,
      rows_max,
      repairs: [...report.repairs, ...repairs],
      review_reasons: [
        ...new Set([...report.review_reasons.filter((reason) => reason !== "rows-missing"), "corrected"]),
      ],
    },
    outcomes,
  };
}

interface Changed {
  readonly rows: readonly Deliverable[];
  readonly outcome: CorrectionOutcome;
}

function withRow(
  report: Report,
  rows: readonly Deliverable[],
  correction: Correction,
  { after, page, line }: Extract<RowChange, { kind: "add" }>,
): Changed {
  const { deliverable, line: at } = correction;
  if (rowsNamed(rows, deliverable).length > 0)
    return { rows, outcome: outcome(at, `the report has a row "${deliverable}" now`, "stale") };
  const [before, another] = after === null ? [] : rowsNamed(rows, after);
  if (after !== null && (before === undefined || another !== undefined))
    return { rows, outcome: outcome(at, `the report has not one row "${after}" after which it could come`) };
  const place = { source_file: report.source_file, ...placeOf(before ?? report), ...(page !== null && { page }) };
  const source = line === null ? place : { ...place, line_first: line, line_last: line };
  const added = emptyRow(report, correction, source);
  const position = before === undefined ? 0 : rows.indexOf(before) + 1;
  return { rows: rows.toSpliced(position, 0, added), outcome: outcome(at, null) };
}

/** Without a box: that of another row is not where this one is printed. */
const placeOf = ({ page, line_first, line_last }: Pick<Deliverable, "page" | "line_first" | "line_last">) => ({
  page,
  line_first,
  line_last,
  bbox: null,
});

type Place = ReturnType<typeof placeOf> & { readonly source_file: string };

/** A row of which nothing but its name is known: further corrections give it the rest. */
function emptyRow({ report_id }: Report, correction: Correction, place: Place): Deliverable {
  const { deliverable, value, by, why, date } = correction;
  const number = deliverable.startsWith(`${report_id}#`) ? deliverable.slice(report_id.length + 1) : deliverable;
  const reasons: RowReason[] = ["status-missing", "organisation-missing", "title-missing", "corrected"];
  return {
    deliverable_id: `${report_id}#${number}`,
    report_id,
    number,
    number_source: null,
    organisations: [],
    organisation_kinds: [],
    organisations_raw: null,
    title: null,
    group: null,
    rag: null,
    rag_raw: null,
    rag_source: null,
    rag_colour: null,
    update_count: 0,
    latest_update: null,
    confidence: null,
    review_reasons: reasons,
    repairs: [{ field: ROW, raw: "", value, by, why, date }],
    ...place,
    statuses: [],
    other_columns: [],
    places: [],
    updates: [],
  };
}

function withoutRow(rows: readonly Deliverable[], correction: Correction, repairs: Repair[]): Changed {
  const { deliverable, printed, line, by, why, date } = correction;
  const [row, another] = rowsNamed(rows, deliverable);
  if (row === undefined || another !== undefined)
    return { rows, outcome: outcome(line, "the report has no such row, or several") };
  const title = printedInRow(row, "title");
  if (title !== printed)
    return { rows, outcome: outcome(line, `now "${title}" is read as printed, not "${printed}"`, "stale") };
  const name = [row.number, title].filter((part) => part !== null && part !== "").join(" ");
  repairs.push({ field: ROW, raw: name, value: "remove", by, why, date });
  return { rows: rows.filter((one) => one !== row), outcome: outcome(line, null) };
}
