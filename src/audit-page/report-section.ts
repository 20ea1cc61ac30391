/**
 * One report with its findings. In: the report, its sign-off, and evidence for each finding. Out: a section with the stated
 * counts beside the counted ones, a chart of the statuses, the findings and the sign-off.
 */
import { rangeText } from "../model/rows-read.js";
import type { Deliverable, Finding, Report, StatedCount } from "../schema/dataset.js";
import { STATUSES_AND_NONE } from "../schema/statuses.js";
import type { Source } from "../schema/values.js";
import { countStatuses, renderChart, type StatusCounts } from "./chart.js";
import { type Evidence, type Picture, renderPictures } from "./evidence.js";
import { renderFinding } from "./finding.js";
import { type Hole, html, type Markup } from "./markup.js";
import { renderScale } from "./scale.js";

export interface ReportContent {
  readonly report: Report;
  /** 1-based number in the page. */
  readonly index: number;
  /** For each finding, in the same order. */
  readonly evidence: readonly Evidence[];
  /** Pictures that no earlier report of the page has shown. */
  readonly pictures: readonly Picture[];
  /** Number of findings in the page before this report's. */
  readonly findingsBefore: number;
  /** Why each stated count has its verdict, in their order. */
  readonly reasons: readonly string[];
  /** What was checked, with what, and what could not be. */
  readonly signOff: string;
}

export const reportAnchor = (index: number): string => `report-${index}`;

/** The plan with its years, or the report's identifier if it names no plan. */
export function planText({
  plan_title,
  plan_start_year,
  plan_end_year,
  report_id,
}: Pick<Report, "plan_title" | "plan_start_year" | "plan_end_year" | "report_id">): string {
  if (plan_title === null) return report_id;
  const end = plan_end_year === null || plan_end_year === plan_start_year ? "" : `–${plan_end_year}`;
  return plan_start_year === null ? plan_title : `${plan_title} ${plan_start_year}${end}`;
}

export function themeText({ theme_number, theme_title }: Pick<Report, "theme_number" | "theme_title">): string {
  return [theme_number === null ? "" : String(theme_number), theme_title ?? ""]
    .filter((part) => part !== "")
    .join(". ");
}

export function periodText({ period_label, quarter, published_month }: Report): string {
  const label = period_label ?? (quarter === null ? "" : `Quarter ${quarter}`);
  return [label, published_month === null ? "" : `published ${published_month}`]
    .filter((part) => part !== "")
    .join(", ");
}

export function renderReport(content: ReportContent): Markup {
  const { report, index, evidence, pictures, findingsBefore, reasons, signOff } = content;
  const anchor = reportAnchor(index);
  const counts = countStatuses(report);
  const heading = [planText(report), themeText(report), periodText(report)].filter((part) => part !== "").join(" · ");
  const rowOf = rowFinder(report);
  const findings = report.findings.map((finding, at) =>
    renderFinding(finding, evidence[at] ?? { kind: "none", reason: "" }, findingsBefore + at + 1, rowOf(finding)),
  );
  return html`<section class="report" id="${anchor}" data-report="${anchor}" aria-labelledby="${anchor}-title">
<h2 id="${anchor}-title">${heading}</h2>
<p class="place">${report.source_file} <span class="id">${report.report_id}</span></p>
${renderChart(counts, true)}
${renderCounts(report, counts, reasons, anchor)}
${renderScale(report, anchor)}${renderPictures(pictures)}<h3>Findings</h3>
${findings.length === 0 ? html`<p>None.</p>` : findings}
<p class="sign-off">${signOff}</p>
</section>
`;
}

/** Gives the row that a finding is about, once: its columns are shown with the first finding about it. */
function rowFinder({ deliverables }: Report): (finding: Finding) => Deliverable | null {
  const byPlace = new Map(deliverables.map((row) => [placeOf(row, row.number), row]));
  return (finding) => {
    const place = placeOf(finding, finding.deliverable_number);
    const row = byPlace.get(place) ?? null;
    byPlace.delete(place);
    return row;
  };
}

const placeOf = ({ page, line_first, bbox }: Source, number: string | null): string =>
  JSON.stringify([number, page, line_first, bbox]);

/** A table of stated and counted statuses, which also gives the chart's figures as text. */
function renderCounts(
  { stated_counts }: Report,
  counts: StatusCounts,
  reasons: readonly string[],
  anchor: string,
): Hole {
  const stated = stated_counts.map((one, at) =>
    row(one.rag ?? one.label, one.stated_raw, rowsText(one), one.verdict, reasons[at] ?? ""),
  );
  const named = new Set(stated_counts.map(({ rag }) => rag as string | null));
  const unstated = STATUSES_AND_NONE.filter((status) => counts[status] > 0 && !named.has(status)).map((status) =>
    row(
      status,
      "not stated",
      String(counts[status]),
      "",
      status === "unreadable" ? "rows without a readable status" : "",
    ),
  );
  if (stated.length + unstated.length === 0) return html`<p>No counts are stated, and there are no rows.</p>`;
  return html`<table class="cards" role="table" aria-labelledby="${anchor}-title">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Status</th><th role="columnheader" scope="col">Stated</th><th role="columnheader" scope="col">Counted</th><th role="columnheader" scope="col">Verdict on count</th><th role="columnheader" scope="col">Why</th></tr></thead>
<tbody role="rowgroup">
${stated}${unstated}</tbody></table>`;
}

function row(status: string, stated: string, counted: string, verdict: string, reason: string): Markup {
  const cells = [
    ["Stated", stated, ""],
    ["Counted", counted, ""],
    ["Verdict on count", verdict, verdict],
    ["Why", reason, ""],
  ] as const;
  return html`<tr role="row"><th role="rowheader" scope="row">${status}</th>${cells.map(
    ([label, text, kind]) => html`<td role="cell" data-label="${label}" class="${kind}">${text}</td>`,
  )}</tr>
`;
}

/** What the report states: "15/15 (100%)", "8 (57%)" or "57%". */
export function figuresText({ stated_count, stated_total, stated_percent }: StatedCount): string {
  const total = stated_total === null ? "" : `/${stated_total}`;
  const share = stated_percent === null ? "" : `${stated_percent}%`;
  if (stated_count === null) return share;
  return `${stated_count}${total}${share === "" ? "" : ` (${share})`}`;
}

/** "12 of 15", or "12 to 14 of 15" if it is not certain how many rows have the status; "–" if the count is not of a status. */
export function rowsText({ rag, counted_min, counted_max, counted_total }: StatedCount): string {
  if (rag === null || counted_total === 0) return "–";
  return `${rangeText({ min: counted_min, max: counted_max })} of ${counted_total}`;
}
