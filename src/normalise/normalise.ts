/**
 * Printed reports to rows of the dataset: identifiers, the period's days, counts and verdicts, reasons for review. In:
 * a printed report and its source. Out: the report as the schema has it, without findings.
 */
import { createHash } from "node:crypto";
import { type Period, periodOf } from "../language/quarters.js";
import type { Place } from "../model/block.js";
import type { PrintedReport, PrintedRow, RowRepair } from "../model/printed.js";
import type { Deliverable, Report, StatedCount, Update } from "../schema/dataset.js";
import type { ReportReason, RowReason } from "../schema/reasons.js";
import type { Source, SourceFormat } from "../schema/values.js";
import { countRows } from "./count-rows.js";

export interface ReportSource {
  readonly sourceFile: string;
  readonly sha256: string;
  readonly format: SourceFormat;
  /** Which report of the file it is, from 0. */
  readonly index: number;
}

/** Hexadecimal digits of the hash that keeps identifiers apart. */
const HASH_LENGTH = 8;

export function normaliseReport(printed: PrintedReport, source: ReportSource): Report {
  const { header } = printed;
  const period = periodOf(header);
  const report_id = reportId(printed, period, source);
  const source_file = source.sourceFile;
  const deliverables = nameRows(printed.rows, report_id).map(([row, id]) =>
    deliverableOf(row, id, report_id, source_file),
  );
  return {
    report_id,
    source_sha256: source.sha256,
    source_format: source.format,
    page_first: printed.place.page,
    page_last: printed.pageLast,
    plan_title: header.planTitle,
    plan_start_year: header.planStartYear,
    plan_end_year: header.planEndYear,
    theme_number: header.themeNumber,
    theme_title: header.themeTitle,
    quarter: header.quarter,
    period_label: header.periodLabel,
    published_month: header.publishedMonth,
    period_start: period?.start ?? null,
    period_end: period?.end ?? null,
    version: header.version,
    overall_rating: header.overallRating,
    deliverable_count: deliverables.length,
    coverage: Math.round(printed.coverage * 1000) / 1000,
    review_reasons: reportReasons(printed),
    repairs: [],
    superseded_by: null,
    ...sourceOf(printed.place, source_file),
    stated_counts: printed.statements.map((statement) => statedCount(statement, printed.rows, report_id, source_file)),
    deliverables,
    findings: [],
    residue: printed.residue.map((piece) => ({
      report_id,
      reason: piece.reason,
      text: piece.text,
      ...sourceOf(piece.place, source_file),
    })),
  };
}

export function sourceOf(place: Place, source_file: string): Source {
  return { source_file, page: place.page, line_first: place.lineFirst, line_last: place.lineLast, bbox: place.bbox };
}

const slug = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);

/** Plan, years, theme, period, and a hash of source and place in it: two versions of one report stay apart. */
function reportId(printed: PrintedReport, period: Period | null, source: ReportSource): string {
  const { header } = printed;
  const years = header.planStartYear === null ? "" : `${header.planStartYear}-${header.planEndYear ?? ""}`;
  const quarter = header.quarter === null ? "" : `q${header.quarter}`;
  const when = period === null ? (header.publishedMonth ?? quarter) : `${period.start.slice(0, 7)}-${quarter}`;
  const hash = createHash("sha256").update(`${source.sha256}/${source.index}`).digest("hex").slice(0, HASH_LENGTH);
  return [
    slug(header.planTitle ?? "report"),
    years,
    header.themeNumber === null ? "" : `theme-${header.themeNumber}`,
    when,
    hash,
  ]
    .filter((part) => part !== "")
    .join("-");
}

/** Rows with their identifiers: a number that comes again, or none at all, is told apart by its turn. */
function nameRows(rows: readonly PrintedRow[], report_id: string): [PrintedRow, string][] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const label = row.number ?? "unnumbered";
    const turn = (seen.get(label) ?? 0) + 1;
    seen.set(label, turn);
    return [row, `${report_id}#${label}${turn === 1 ? "" : `~${turn}`}`];
  });
}

function deliverableOf(row: PrintedRow, deliverable_id: string, report_id: string, source_file: string): Deliverable {
  const dates = row.updates.flatMap((update) => (update.date === null ? [] : [update.date]));
  return {
    deliverable_id,
    report_id,
    number: row.number,
    number_source: row.numberSource,
    organisations: row.organisations,
    organisations_raw: row.organisationsRaw,
    title: row.title,
    rag: row.rag,
    rag_raw: row.ragRaw,
    rag_source: row.ragSource,
    rag_colour: row.ragColour,
    update_count: row.updates.length,
    // A day of a month is later than the month alone: it is the more precise of the two.
    latest_update: dates.sort().at(-1) ?? null,
    review_reasons: rowReasons(row),
    repairs: row.repairs,
    ...sourceOf(row.place, source_file),
    updates: row.updates.map(
      (update, at): Update => ({
        update_id: `${deliverable_id}/${at + 1}`,
        deliverable_id,
        sequence: at + 1,
        date: update.date,
        date_raw: update.dateRaw,
        heading: update.heading,
        author: update.author,
        text: update.text,
        repairs: update.repairs,
        ...sourceOf(update.place, source_file),
      }),
    ),
  };
}

const REPAIRED: Readonly<Record<RowRepair["field"], RowReason>> = {
  number: "number-repaired",
  organisations: "organisations-repaired",
  title: "title-repaired",
  rag: "rag-repaired",
};

function rowReasons(row: PrintedRow): RowReason[] {
  const reasons = new Set(row.reasons);
  for (const { field } of row.repairs) reasons.add(REPAIRED[field]);
  if (row.updates.some((update) => update.repairs.length > 0)) reasons.add("update-repaired");
  if (row.rag === null) reasons.add(row.ragRaw === null ? "status-missing" : "status-unknown");
  if (row.organisations.length === 0) reasons.add("organisation-missing");
  if (row.title === null) reasons.add("title-missing");
  return [...reasons];
}

function reportReasons(printed: PrintedReport): ReportReason[] {
  const reasons: ReportReason[] = [];
  if (printed.header.planTitle === null) reasons.push("plan-missing");
  if (printed.header.quarter === null) reasons.push("period-missing");
  if (printed.rows.length === 0) reasons.push("rows-missing");
  return reasons;
}

function statedCount(
  statement: PrintedReport["statements"][number],
  rows: readonly PrintedRow[],
  report_id: string,
  source_file: string,
): StatedCount {
  const { rag } = statement;
  const figures = {
    stated_count: statement.count,
    stated_total: statement.total,
    stated_percent: statement.percent,
  };
  return {
    report_id,
    rag,
    label: statement.label,
    stated_raw: statement.raw,
    ...figures,
    ...countRows({ rag, ...figures }, rows),
    ...sourceOf(statement.place, source_file),
  };
}
