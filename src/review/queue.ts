/**
 * What a person should look at. In: reports, and what was decided so far. Out: rows in doubt or with findings, findings about no row and
 * reports in doubt, the worst first.
 */
import { placeKey } from "../model/place-key.js";
import type { Deliverable, Finding, Report } from "../schema/dataset.js";
import { SEVERITIES, type Severity } from "../schema/values.js";
import type { QueueItem } from "./api.js";
import { type DoubtedField, doubtedInReport, doubtedInRow, reportDoubts } from "./doubted-fields.js";

export interface Decided {
  readonly isDisposed: (finding: Finding) => boolean;
  /** Whether a person corrected or confirmed a field that is in doubt, and that still fits what is printed. */
  readonly isSettled: (report: Report, field: DoubtedField) => boolean;
}

/** A finding is about the row with its number and place. */
export function findingsByRow({ deliverables, findings }: Report): ReadonlyMap<Deliverable | null, readonly Finding[]> {
  const byPlace = new Map(deliverables.map((row) => [placeKey(row, row.number), row]));
  const byNumber = new Map<string | null, Deliverable | null>();
  for (const row of deliverables) byNumber.set(row.number, byNumber.has(row.number) ? null : row);
  const found = new Map<Deliverable | null, Finding[]>();
  for (const finding of findings) {
    const { deliverable_number: number } = finding;
    const same = byPlace.get(placeKey(finding, number)) ?? (number === null ? null : byNumber.get(number));
    const row = same ?? null;
    const others = found.get(row);
    if (others === undefined) found.set(row, [finding]);
    else others.push(finding);
  }
  return found;
}

/** How bad an item is, besides its findings: a status that could not be read is worse than a warning. */
const NO_STATUS = 2.5;
const IN_DOUBT = 1.5;
const SCORES: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 };

export const doubtsOf = ({ review_reasons }: { readonly review_reasons: readonly string[] }): string[] =>
  review_reasons.filter((reason) => reason !== "corrected");

export function queueOf(reports: readonly Report[], decided: Decided): QueueItem[] {
  const scored = reports.flatMap((report, at) => itemsOf(report, at, decided));
  return scored.sort((a, b) => b.score - a.score).map(({ item }) => item);
}

interface Scored {
  readonly item: QueueItem;
  readonly score: number;
}

function itemsOf(report: Report, at: number, decided: Decided): Scored[] {
  const found = findingsByRow(report);
  const ofRows = report.deliverables.flatMap((row) => rowItem(row, found.get(row) ?? [], report, at, decided));
  const others = (found.get(null) ?? []).map((finding) => findingItem(finding, at, decided));
  return [...reportItem(report, at, decided), ...others, ...ofRows];
}

function reportItem(report: Report, at: number, { isSettled }: Decided): Scored[] {
  const doubts = reportDoubts(report);
  if (doubts.length === 0) return [];
  const item = {
    id: `report:${report.report_id}`,
    label: "Report",
    what: doubts.join(", "),
    severity: "warning",
    report: at,
    isDone: doubtedInReport(report).every((field) => isSettled(report, field)),
  } as const;
  return [{ item, score: IN_DOUBT }];
}

function findingItem(finding: Finding, at: number, { isDisposed }: Decided): Scored {
  const { finding_id, rule, rag, deliverable_number: number, severity } = finding;
  const about = rag ?? (number === null ? null : `row ${number}`);
  const item = {
    id: `finding:${finding_id}`,
    label: rule,
    what: about ?? "",
    severity,
    report: at,
    isDone: isDisposed(finding),
  };
  return { item, score: SCORES[severity] };
}

function rowItem(
  row: Deliverable,
  findings: readonly Finding[],
  report: Report,
  at: number,
  { isDisposed, isSettled }: Decided,
): Scored[] {
  const doubts = doubtsOf(row);
  if (doubts.length + findings.length === 0) return [];
  const severity = SEVERITIES.find((one) => findings.some((finding) => finding.severity === one)) ?? "warning";
  const isDone = findings.every(isDisposed) && doubtedInRow(row).every((field) => isSettled(report, field));
  const what = [...new Set([...findings.map(({ rule }) => rule), ...doubts])].join(", ");
  const found = findings.length === 0 ? 0 : SCORES[severity];
  const score = Math.max(found, doubts.length === 0 ? 0 : IN_DOUBT, row.rag === null ? NO_STATUS : 0);
  const label = row.number === null ? "Row without a number" : `Row ${row.number}`;
  return [{ item: { id: `row:${row.deliverable_id}`, label, what, severity, report: at, isDone }, score }];
}
