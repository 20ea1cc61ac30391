/**
 * One report with its findings. In: the report, its sign-off, and evidence for each finding. Out: a section that opens and closes, with
 * the stated counts beside the counted ones, a chart of the statuses, the findings and the sign-off.
 */
import { placeKey } from "../model/place-key.js";
import type { Deliverable, Finding, Report } from "../schema/dataset.js";
import type { Disposition } from "../schema/disposition.js";
import type { Severity } from "../schema/values.js";
import { countStatuses, renderChart } from "./chart.js";
import { renderCounts } from "./counts-table.js";
import { type Evidence, type Picture, renderPictures } from "./evidence.js";
import { renderFinding } from "./finding.js";
import { type Hole, html, Markup } from "./markup.js";
import { foundText, type OverallVerdict, overallVerdict } from "./overall-verdict.js";
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
  /** What persons corrected, and the verdicts that this changed, a sentence each. */
  readonly corrected: readonly string[];
  /** What persons decided, by finding_id. */
  readonly dispositions: ReadonlyMap<string, Disposition>;
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

/** Its plan, theme and period. */
export const reportName = (report: Report): string =>
  [planText(report), themeText(report), periodText(report)].filter((part) => part !== "").join(" · ");

/** A report as the page lists it; kept in memory for each, so that it is short. */
export interface ReportEntry {
  /** 1-based number of the report in the order of reading. */
  readonly index: number;
  /** Plan, theme and period. */
  readonly name: string;
  readonly verdict: OverallVerdict;
  /** Severity and rule of each finding, in their order. */
  readonly kinds: readonly { readonly severity: Severity; readonly rule: string }[];
  /** As in `ReportContent`. */
  readonly findingsBefore: number;
}

export function entryOf(report: Report, index: number, findingsBefore: number): ReportEntry {
  const name = reportName(report);
  const kinds = report.findings.map(({ severity, rule }) => ({ severity, rule }));
  return { index, name, verdict: overallVerdict(report), kinds, findingsBefore };
}

export interface SectionForm {
  readonly isOpen: boolean;
  /** Whether the page keeps the body as text until the section is opened, which needs its script. */
  readonly isHeld: boolean;
}

/**
 * @param body made by `renderBody`, which contains no script and no comment: as text of a script element it ends where it should
 * @returns a section that opens and closes
 */
export function renderSection(entry: ReportEntry, body: Markup, { isOpen, isHeld }: SectionForm): Markup {
  const { index, name, verdict, kinds, findingsBefore } = entry;
  const anchor = reportAnchor(index);
  const found = kinds.map(({ severity, rule }) => `${severity}/${rule}`).join(" ");
  const held = isHeld ? html`<script type="text/html">${body}</script>` : body;
  return html`<section class="report" id="${anchor}" data-report="${anchor}" data-first="${findingsBefore + 1}" data-found="${found}">
<details${new Markup(isOpen ? " open" : "")}><summary><h2 id="${anchor}-title">${name}</h2> <span class="${verdict.replace(" ", "-")}">${verdict}</span>, ${foundText(kinds)}</summary>
${held}</details>
</section>
`;
}

export function renderBody(content: ReportContent): Markup {
  const { report, index, evidence, pictures, findingsBefore, reasons, signOff, corrected, dispositions } = content;
  const anchor = reportAnchor(index);
  const counts = countStatuses(report);
  const rowOf = rowFinder(report);
  const isCorrected = correctedFinder(report);
  const findings = report.findings.map((finding, at) =>
    renderFinding({
      finding,
      evidence: evidence[at] ?? { kind: "none", reason: "" },
      index: findingsBefore + at + 1,
      about: rowOf(finding),
      isCorrected: isCorrected(finding),
      disposition: dispositions.get(finding.finding_id) ?? null,
    }),
  );
  return html`<p class="place">${report.source_file} <span class="id">${report.report_id}</span></p>
${renderChart(counts, true)}
${renderCounts(report, counts, reasons, `${anchor}-title`)}
${renderScale(report, anchor)}${renderPictures(pictures)}${renderCorrected(corrected)}<h3>Findings</h3>
${findings.length === 0 ? html`<p>None.</p>` : findings}
<p class="sign-off">${signOff}</p>
`;
}

function renderCorrected(corrected: readonly string[]): Hole {
  if (corrected.length === 0) return null;
  return html`<h3>Corrections</h3>
<ul class="corrections">${corrected.map((text) => html`<li>${text}</li>`)}</ul>
`;
}

/** Gives the row that a finding is about, once: its columns are shown with the first finding about it. */
function rowFinder({ deliverables }: Report): (finding: Finding) => Deliverable | null {
  const byPlace = new Map(deliverables.map((row) => [placeKey(row, row.number), row]));
  return (finding) => {
    const place = placeKey(finding, finding.deliverable_number);
    const row = byPlace.get(place) ?? null;
    byPlace.delete(place);
    return row;
  };
}

/** Tells whether the row that a finding is about was corrected by a person. */
function correctedFinder({ deliverables }: Report): (finding: Finding) => boolean {
  const corrected = deliverables.filter(({ repairs }) => repairs.some(({ by }) => by !== undefined));
  const places = new Set(corrected.map((row) => placeKey(row, row.number)));
  return (finding) => places.has(placeKey(finding, finding.deliverable_number));
}
