/** In: a rule's example. Out: short lines of text: its rows as a table, then the report's other statements. */
import { pageList } from "../language/page-list.js";
import type { Deliverable, Report, Update } from "../schema/dataset.js";
import type { Example } from "./example.js";
import type { AuditFacts } from "./view.js";

const HEADINGS = ["No", "Organisations", "Title", "RAG", "Updates"] as const;
const NONE = "-";
const NO_FACTS: AuditFacts = {
  ratingBasis: null,
  ratingSource: null,
  countsComplete: true,
  unreadPages: [],
  claims: [],
  bounds: [],
};
const COLUMN_GAP = "  ";

function updateText(update: Update): string {
  const date = update.date ?? (update.date_raw === null ? "undated" : `${update.date_raw} (no such day)`);
  return update.text === "" ? date : `${date} "${update.text}"`;
}

function statusText({ rag, rag_raw, rag_colour }: Deliverable): string {
  const status = rag ?? (rag_raw === null ? NONE : `"${rag_raw}"`);
  return rag_colour === null ? status : `${status} (painted ${rag_colour})`;
}

function cellsOf(row: Deliverable): string[] {
  const number = row.number ?? NONE;
  const printed = row.repairs.map((repair) => ` (printed "${repair.raw}")`).join("");
  return [
    row.number_source === "inferred" ? `${number} (inferred)` : number,
    row.organisations.length === 0 ? NONE : row.organisations.join("/") + printed,
    row.title ?? NONE,
    statusText(row),
    row.updates.length === 0 ? NONE : row.updates.map(updateText).join(", "),
  ];
}

function tableLines(rows: readonly Deliverable[]): string[] {
  const cells = [[...HEADINGS], ...rows.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(COLUMN_GAP)
      .trimEnd(),
  );
}

/** The example as lines joined by line feeds, without a final line feed. Each column is as wide as its widest cell. */
export function renderExample({ earlier, report, facts }: Example): string {
  if (earlier.length === 0) return renderReport(report, facts);
  const reports = [...earlier.map((one) => renderReport(one, NO_FACTS)), renderReport(report, facts)];
  return reports.map((text, index) => `Report ${index + 1}\n${text}`).join("\n");
}

function renderReport(report: Report, facts: AuditFacts): string {
  const lines = report.deliverables.length === 0 ? ["No rows."] : tableLines(report.deliverables);
  const stated = report.stated_counts.map((one) => `${one.label} ${one.stated_raw}`);
  lines.push(stated.length === 0 ? "States no counts." : `States: ${stated.join(", ")}`);
  if (facts.unreadPages.length > 0) lines.push(`Could not be read: page ${pageList(facts.unreadPages)}`);
  if (report.period_start !== null) lines.push(`Quarter: ${report.period_start} to ${report.period_end}`);
  if (report.published_month !== null) lines.push(`Published: ${report.published_month}`);
  if (report.overall_rating !== null) lines.push(`Overall rating: ${report.overall_rating}`);
  if (facts.ratingBasis !== null) lines.push(`Rule for the rating: ${facts.ratingBasis}`);
  for (const { raw } of [...facts.claims, ...facts.bounds]) lines.push(`Says: ${raw}`);
  for (const { text } of report.residue) lines.push(`Left over: ${text}`);
  return lines.join("\n");
}
