/**
 * The table of stated and counted statuses, which also gives the chart's figures as text. In: a report, its statuses counted, and why each
 * stated count has its verdict. Out: a row for each stated count, with the verdict on all that it claims and on each part, and for each
 * status of which nothing is stated.
 */
import { rangeText } from "../model/rows-read.js";
import type { Report, StatedCount } from "../schema/dataset.js";
import { STATUSES_AND_NONE, type StatusCounts } from "../schema/statuses.js";
import { type Hole, html, type Markup } from "./markup.js";

const HEADINGS = ["Status", "Stated", "Counted", "Verdict", "On its parts", "Why"] as const;

interface Row {
  readonly status: string;
  readonly stated: string;
  readonly counted: string;
  readonly verdict: string;
  readonly parts: Hole;
  readonly reason: string;
}

/** @param reasons for each stated count, in their order @param titleId of the element that names the table */
export function renderCounts(report: Report, counts: StatusCounts, reasons: readonly string[], titleId: string): Hole {
  const { stated_counts } = report;
  const stated = stated_counts.map((one, at) =>
    renderRow({
      status: one.rag ?? one.label,
      stated: one.stated_raw,
      counted: rowsText(one),
      verdict: one.verdict,
      parts: partsOf(one),
      reason: reasons[at] ?? "",
    }),
  );
  const named = new Set(stated_counts.map(({ rag }) => rag as string | null));
  const unstated = STATUSES_AND_NONE.filter((status) => counts[status] > 0 && !named.has(status)).map((status) =>
    renderRow({
      status,
      stated: "not stated",
      counted: String(counts[status]),
      verdict: "",
      parts: null,
      reason: status === "unreadable" ? "rows without a readable status" : "",
    }),
  );
  if (stated.length + unstated.length === 0) return html`<p>No counts are stated, and there are no rows.</p>`;
  return html`<table class="cards" role="table" aria-labelledby="${titleId}">
<thead role="rowgroup"><tr role="row">${HEADINGS.map((heading) => html`<th role="columnheader" scope="col">${heading}</th>`)}</tr></thead>
<tbody role="rowgroup">
${stated}${unstated}</tbody></table>${renderRange(report)}`;
}

/** How many rows there may be, where that is not certain. */
function renderRange({ rows_min: min, rows_max: max, deliverable_count }: Report): Hole {
  if (min === max || deliverable_count === 0) return null;
  return html`
<p class="note">It is not certain how many rows the report has: ${rangeText({ min, max })}.</p>`;
}

/** The verdicts on count, total and percentage, where these are stated. */
function partsOf({ count_verdict, total_verdict, percent_verdict }: StatedCount): Hole {
  const parts = [
    ["count", count_verdict],
    ["total", total_verdict],
    ["percentage", percent_verdict],
  ] as const;
  return html`<ul>${parts.flatMap(([name, verdict]) =>
    verdict === null ? [] : [html`<li>${name} <span class="${verdict}">${verdict}</span></li>`],
  )}</ul>`;
}

function renderRow({ status, stated, counted, verdict, parts, reason }: Row): Markup {
  const cells: readonly (readonly [label: string, content: Hole, kind: string])[] = [
    ["Stated", stated, ""],
    ["Counted", counted, ""],
    ["Verdict", verdict, verdict],
    ["On its parts", parts, ""],
    ["Why", reason, ""],
  ];
  return html`<tr role="row"><th role="rowheader" scope="row">${status}</th>${cells.map(
    ([label, content, kind]) => html`<td role="cell" data-label="${label}" class="${kind}">${content}</td>`,
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
