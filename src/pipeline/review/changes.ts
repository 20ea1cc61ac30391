/** What is different after reports were read again. In: the reports before and after. Out: a sentence each, findings and verdicts too. */
import { reportName } from "../../audit-page/report-section.js";
import type { Dataset, Report } from "../../schema/dataset.js";
import { compareDatasets, type FieldChange } from "../compare/compare-datasets.js";

/** Sentences that are shown; the rest are counted. */
const MOST = 200;
const LONGEST = 120;

export function changesBetween(before: Dataset, after: Dataset): string[] {
  const old = new Map(before.reports.map((report) => [report.report_id, report]));
  const names = new Map(after.reports.map((report) => [report.report_id, reportName(report)]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const compared = compareDatasets(before, after);
  const ofRows = compared.reports_changed.flatMap(({ report_id, fields, rows_added, rows_removed, rows_changed }) => [
    ...fields.filter(({ field }) => !COUNTED.has(field)).map((one) => `${nameOf(report_id)}: ${changeText(one)}`),
    ...rows_added.map(({ number, title }) => `${nameOf(report_id)}: row ${number ?? ""} "${title ?? ""}" is new`),
    ...rows_removed.map(({ number, title }) => `${nameOf(report_id)}: row ${number ?? ""} "${title ?? ""}" is gone`),
    ...rows_changed.flatMap(({ number, fields: changed }) =>
      changed
        .filter(({ field }) => !COUNTED.has(field))
        .map((one) => `${nameOf(report_id)}: row ${number ?? "without a number"}: ${changeText(one)}`),
    ),
  ]);
  const ofFindings = after.reports.flatMap((report) => {
    const former = old.get(report.report_id);
    return former === undefined ? [] : [...verdictChanges(former, report), ...findingChanges(former, report)];
  });
  const all = [...ofRows, ...ofFindings];
  return all.length <= MOST ? all : [...all.slice(0, MOST), `… and ${all.length - MOST} more changes`];
}

/** Fields that follow from others, or say only that something was corrected. */
const COUNTED: ReadonlySet<string> = new Set(["repairs", "review_reasons", "rag_source", "rows_min", "rows_max"]);

const shown = (value: unknown): string => {
  const text = value === null || value === "" ? "nothing" : Array.isArray(value) ? value.join(";") : String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};

const changeText = ({ field, before, after }: FieldChange): string =>
  typeof before === "object" && before !== null && !Array.isArray(before)
    ? `${field} changed`
    : field === "updates"
      ? "the date of an update changed"
      : `${field} was ${shown(before)} and is ${shown(after)}`;

function verdictChanges(before: Report, after: Report): string[] {
  return after.stated_counts.flatMap((stated, at) => {
    const former = before.stated_counts[at];
    if (former === undefined || former.verdict === stated.verdict) return [];
    return [`${reportName(after)}: "${stated.stated_raw}" was ${former.verdict} and is ${stated.verdict}`];
  });
}

function findingChanges(before: Report, after: Report): string[] {
  const textsOf = ({ findings }: Report) => new Map(findings.map((one) => [`${one.finding_id} ${one.message}`, one]));
  const [old, now] = [textsOf(before), textsOf(after)];
  const gone = [...old].filter(([key]) => !now.has(key)).map(([, { message }]) => `finding gone: ${message}`);
  const fresh = [...now].filter(([key]) => !old.has(key)).map(([, { message }]) => `new finding: ${message}`);
  return [...gone, ...fresh].map((text) => `${reportName(after)}: ${text}`);
}
