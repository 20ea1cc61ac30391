/** The table of reports at the top of the page. In: reports with their number in the page. Out: a row each, and the table. */
import type { Report } from "../schema/dataset.js";
import { statusText } from "../schema/statuses.js";
import { countStatuses, renderChart } from "./chart.js";
import { figuresText, rowsText } from "./counts-table.js";
import { type Hole, html, type Markup } from "./markup.js";
import { foundText, overallVerdict } from "./overall-verdict.js";
import { periodText, planText, reportAnchor, themeText } from "./report-section.js";

/** @param index 1-based number of the report in the page */
export function renderOverviewRow(report: Report, index: number): Markup {
  const verdict = overallVerdict(report);
  const stated = report.stated_counts.map((one) => {
    const name = one.rag ?? one.label;
    return html`<li>${name} ${figuresText(one)} <span class="note">counted ${rowsText(one)}</span></li>`;
  });
  const counts = countStatuses(report);
  return html`<tr role="row"><th role="rowheader" scope="row"><a href="#${reportAnchor(index)}">${planText(report)}</a></th>${cell("Theme", themeText(report))}${cell("Period", periodText(report))}${cell("Stated beside counted", stated.length === 0 ? "–" : html`<ul>${stated}</ul>`)}${cell("Statuses", html`<div>${renderChart(counts, false)}<span class="note">${statusText(counts)}</span></div>`)}<td role="cell" data-label="Verdict" class="${verdict.replace(" ", "-")}">${verdict}</td>${cell("Findings", foundText(report.findings))}</tr>
`;
}

const cell = (label: string, content: Hole): Markup => html`<td role="cell" data-label="${label}">${content}</td>`;

/** Rows that are in the table from the start. */
const ROWS_AT_FIRST = 100;

/** @param rows of all reports, in the order in which they are shown */
export function renderOverview(rows: readonly Markup[]): Markup {
  const headings = ["Plan", "Theme", "Period", "Stated beside counted", "Statuses", "Verdict", "Findings"];
  const later = rows.slice(ROWS_AT_FIRST);
  return html`<section aria-labelledby="overview-title">
<h2 id="overview-title">Reports</h2>
${
  rows.length === 0
    ? html`<p>No reports were found.</p>`
    : html`<table class="cards overview" role="table" aria-labelledby="overview-title">
<thead role="rowgroup"><tr role="row">${headings.map((heading) => html`<th role="columnheader" scope="col">${heading}</th>`)}</tr></thead>
<tbody role="rowgroup" id="overview-rows">
${rows.slice(0, ROWS_AT_FIRST)}</tbody></table>`
}
${
  later.length === 0
    ? null
    : html`<script type="text/html" id="later-rows">${later}</script>
<p><button type="button" id="show-rows" hidden>Show ${later.length} more</button></p>`
}</section>
`;
}
