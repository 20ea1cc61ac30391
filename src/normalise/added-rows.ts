/**
 * Rows that corrections add. In: a report, its rows so far and such a correction. Out: the rows with one more, of which nothing but its
 * name and place is known, or why there is no place for it; and the order in which several are added.
 */
import { type Correction, nameInReport } from "../schema/correction.js";
import type { Deliverable, Report } from "../schema/dataset.js";
import type { RowReason } from "../schema/reasons.js";
import { ROW, type RowChange } from "../schema/row-change.js";
import { type ChangedRows, outcomeOf } from "./correction-outcome.js";
import { rowNamed } from "./correction-target.js";
import { rowsNamed } from "./printed-value.js";

export interface Adding {
  readonly correction: Correction;
  readonly change: Extract<RowChange, { kind: "add" }>;
}

/** A row that comes after an added one after that one. */
export function inOrder(adding: readonly Adding[]): readonly Adding[] {
  const byName = new Map(adding.map((one) => [nameInReport(one.correction.report, one.correction.deliverable), one]));
  const ordered = new Set<Adding>();
  for (const first of adding) {
    const chain = new Set<Adding>();
    let one: Adding | undefined = first;
    while (one !== undefined && !ordered.has(one) && !chain.has(one)) {
      chain.add(one);
      const after: string | null = one.change.after;
      one = after === null ? undefined : byName.get(nameInReport(one.correction.report, after));
    }
    for (const each of [...chain].reverse()) ordered.add(each);
  }
  return [...ordered];
}

export function withRow(
  report: Report,
  rows: readonly Deliverable[],
  correction: Correction,
  { after, page, line }: Extract<RowChange, { kind: "add" }>,
): ChangedRows {
  const { deliverable, line: at } = correction;
  if (isNameTaken(report, rows, deliverable))
    return { rows, outcome: outcomeOf(at, `the report has a row "${deliverable}" now`, "stale") };
  const named = after === null ? null : rowNamed(rows, after);
  if (named !== null && "reason" in named)
    return { rows, outcome: outcomeOf(at, `it cannot come after row "${after}": ${named.reason}`) };
  const before = named?.row;
  const place = { source_file: report.source_file, ...placeOf(before ?? report), ...(page !== null && { page }) };
  const source = line === null ? place : { ...place, line_first: line, line_last: line };
  const added = emptyRow(report, correction, source);
  const position = before === undefined ? 0 : rows.indexOf(before) + 1;
  return { rows: rows.toSpliced(position, 0, added), outcome: outcomeOf(at, null) };
}

/** Whether a row that is added cannot have the name: it is another's number, or would make its deliverable_id. */
export function isNameTaken(
  { report_id }: Pick<Report, "report_id">,
  rows: readonly Deliverable[],
  name: string,
): boolean {
  const id = `${report_id}#${nameInReport(report_id, name)}`;
  return rowsNamed(rows, name).length > 0 || rows.some(({ deliverable_id }) => deliverable_id === id);
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
  const number = nameInReport(report_id, deliverable);
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
