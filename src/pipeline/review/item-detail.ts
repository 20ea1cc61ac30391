/**
 * Everything about one item of the queue. In: its name, the reports and what was decided. Out: its fields with what was printed, why it is
 * doubtful, its findings and its place. Any row can be asked for, whether it is in the queue or not.
 */

import { createHash } from "node:crypto";
import { explainRule } from "../../audit/registry.js";
import { reportName } from "../../audit-page/report-section.js";
import type { FindingDetail, ItemDetail, ItemPlace } from "../../review/api.js";
import { doubtsOf, findingsByRow } from "../../review/queue.js";
import type { Dataset, Deliverable, Finding, Report } from "../../schema/dataset.js";
import { REASONS } from "../../schema/reasons.js";
import { ROW } from "../../schema/row-change.js";
import type { Source } from "../../schema/values.js";
import type { Decisions } from "./decisions.js";
import { type DecidedFields, reportFields, rowFields } from "./item-fields.js";

interface Found {
  readonly report: Report;
  readonly row: Deliverable | null;
  readonly findings: readonly Finding[];
}

/** Null where there is no such item now. */
export function itemDetail(id: string, { reports, files }: Dataset, decided: DecidedFields): ItemDetail | null {
  const { decisions, fitting } = decided;
  const found = findItem(id, reports);
  if (found === null) return null;
  const { report, row, findings } = found;
  const about = row ?? findings[0] ?? report;
  const [doubtful, table] = row === null ? [report, "reports"] : [row, "deliverables"];
  const deliverable = row?.deliverable_id ?? "";
  const isReport = id.startsWith("report:");
  const shown = {
    id,
    heading: headingOf(found),
    report: reportName(report),
    report_id: report.report_id,
    row: deliverable,
    change: row === null ? null : (decisions.correction(report.report_id, deliverable, ROW)?.value ?? null),
    source: placeText(about),
    place: placeOf(
      about,
      files.findIndex(({ source_file }) => source_file === about.source_file),
    ),
    fields: row === null ? (isReport ? reportFields(report, decided) : []) : rowFields(report, row, decided),
    reasons: row !== null || isReport ? doubtsOf(doubtful).map((reason) => meaningOf(reason, table)) : [],
    findings: findings.map((finding) => findingDetail(finding, decisions)),
    texts: row === null ? [] : textsOf(row),
  };
  const rows = report.deliverables.map((one) => ({
    id: `row:${one.deliverable_id}`,
    number: one.number ?? "",
    title: one.title ?? "",
    status: fitting.of(report.report_id, one.deliverable_id, "rag")?.value ?? one.rag ?? "",
  }));
  // Other rows are no part of it: what is decided about them changes nothing here.
  const version = createHash("sha256").update(JSON.stringify(shown)).digest("base64url");
  return { ...shown, rows, version };
}

function findItem(id: string, reports: readonly Report[]): Found | null {
  const name = id.slice(id.indexOf(":") + 1);
  for (const report of reports) {
    // Identifiers of rows and findings begin with that of their report.
    if (!name.startsWith(report.report_id)) continue;
    const found = findIn(id, name, report);
    if (found !== null) return found;
  }
  return null;
}

function findIn(id: string, name: string, report: Report): Found | null {
  if (id === `report:${report.report_id}`) return { report, row: null, findings: [] };
  if (id.startsWith("row:")) {
    const row = report.deliverables.find(({ deliverable_id }) => deliverable_id === name);
    return row === undefined ? null : { report, row, findings: findingsByRow(report).get(row) ?? [] };
  }
  const finding = report.findings.find(({ finding_id }) => finding_id === name);
  return finding === undefined ? null : { report, row: null, findings: [finding] };
}

function headingOf({ row, findings: [finding] }: Found): string {
  if (row !== null) return row.number === null ? "Row without a number" : `Row ${row.number}`;
  return finding?.rule ?? "Report";
}

function placeText({ source_file, page, line_first }: Source): string {
  if (line_first !== null) return `${source_file}, line ${line_first}`;
  return page === null ? source_file : `${source_file}, page ${page}`;
}

const placeOf = ({ page, line_first, line_last, bbox }: Source, file: number): ItemPlace => ({
  file,
  page,
  line_first,
  line_last,
  bbox,
});

function meaningOf(reason: string, table: string): string {
  const known = REASONS.find((one) => one.table === table)?.reasons as Readonly<Record<string, string>> | undefined;
  return `${reason}: ${(known?.[reason] ?? "").replaceAll("`", "")}`;
}

function findingDetail(finding: Finding, decisions: Decisions): FindingDetail {
  const { finding_id, rule, severity, message } = finding;
  const meaning = explainRule(rule)?.explanation.meaning ?? "";
  return { finding_id, rule, severity, message, meaning, disposition: decisions.dispositionOf(finding) };
}

function textsOf({ updates, statuses, other_columns }: Deliverable): ItemDetail["texts"] {
  return [
    ...updates.map(({ heading, text }, at) => ({ heading: heading ?? `Update ${at + 1}`, text })),
    ...statuses.map(({ heading, raw, rag }) => ({ heading, text: `${raw ?? ""} (${rag ?? "no status"})` })),
    ...other_columns,
  ];
}
