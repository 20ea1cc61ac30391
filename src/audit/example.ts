/**
 * In: the properties of a small report that matter to a rule. Out: a complete normalised report, with everything else
 * filled in, which the rules' documentation shows and the tests audit.
 */
import { countRows } from "../model/count-rows.js";
import { halfUp } from "../model/percent.js";
import type { Stated } from "../model/row-count.js";
import { rowsRead } from "../model/rows-read.js";
import type { Deliverable, Report } from "../schema/dataset.js";
import { RAGS, type Rag, type Source } from "../schema/values.js";
import { type ExampleRow, makeRow } from "./example-rows.js";
import type { AuditFacts, Bound, Claim } from "./view.js";

export interface Example {
  /** Earlier reports of the same plan, oldest first; none if the rule checks a single report. */
  readonly earlier: readonly Report[];
  readonly report: Report;
  readonly facts: AuditFacts;
}

export interface ExampleContent {
  readonly rows: readonly ExampleRow[];
  /** What the report states for each status, as printed: "2/3 (67%)", "2 (67%)", "67%". By default the correct counts. */
  readonly stated?: Readonly<Partial<Record<Rag, string>>>;
  /** First and last day (ISO). */
  readonly quarter?: readonly [string, string];
  readonly published?: string;
  readonly rating?: string;
  readonly ratingBasis?: string;
  /** Whether every status named has a count; true by default. */
  readonly countsComplete?: boolean;
  readonly unassigned?: readonly string[];
  readonly unreadPages?: readonly number[];
  /** How many rows may be in text that no field took. */
  readonly lostRows?: number;
  /** Shares that its prose states about other things than its rows. */
  readonly claims?: readonly Omit<Claim, "about" | "number">[];
  readonly bounds?: readonly Omit<Bound, "about">[];
}

const STATEMENT = /^(?:(?<count>\d+)(?:\/(?<total>\d+))?(?: \((?<share>[\d.]+)%\))?|(?<percent>[\d.]+)%)$/;

function onLine(name: string, line: number): Source {
  return { source_file: `${name}.txt`, page: null, line_first: line, line_last: line, bbox: null };
}

function figure(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

/** The correct statement for each status that occurs in the rows, out of all rows. */
function rightStatements(rows: readonly Deliverable[]): Partial<Record<Rag, string>> {
  const statements: Partial<Record<Rag, string>> = {};
  for (const rag of RAGS) {
    const count = rows.filter((row) => row.rag === rag).length;
    if (count > 0) statements[rag] = `${count}/${rows.length} (${halfUp(count, rows.length, 1)}%)`;
  }
  return statements;
}

function makeStated(rag: Rag, raw: string): Stated {
  const { count, total, share, percent = share } = STATEMENT.exec(raw)?.groups ?? {};
  return {
    rag,
    label: rag,
    stated_raw: raw,
    stated_count: figure(count),
    stated_total: figure(total),
    stated_percent: figure(percent),
  };
}

/** Makes a complete report as if from a text file of that name, line by line: header, rows, stated counts, residue. */
export function example(content: ExampleContent, name = "example"): Example {
  let line = 1;
  const header = onLine(name, line);
  const deliverables = content.rows.map((row, index) => makeRow(row, index + 1, name, onLine(name, ++line)));
  const statements = Object.entries(content.stated ?? rightStatements(deliverables)) as [Rag, string][];
  const stated = statements.map(([rag, raw]) => makeStated(rag, raw));
  const { ratingBasis = null, countsComplete = true, unreadPages = [], lostRows = 0 } = content;
  const read = rowsRead(deliverables, unreadPages.length > 0 ? null : lostRows);
  const stated_counts = stated.map((one) => ({
    report_id: name,
    ...one,
    ...countRows(one, stated, read),
    uncorrected_verdict: null,
    ...onLine(name, ++line),
  }));
  const residue = (content.unassigned ?? []).map((text) => ({
    report_id: name,
    reason: "unassigned" as const,
    text,
    ...onLine(name, ++line),
  }));
  const report: Report = {
    report_id: name,
    source_sha256: "0".repeat(64),
    source_format: "text",
    page_first: null,
    page_last: null,
    plan_id: "example-plan-2019-2020",
    plan_title: "Example plan",
    plan_start_year: 2019,
    plan_end_year: 2020,
    theme_id: null,
    theme_number: null,
    theme_title: null,
    quarter: null,
    period_label: null,
    published_month: content.published ?? null,
    period_start: content.quarter?.[0] ?? null,
    period_end: content.quarter?.[1] ?? null,
    version: null,
    overall_rating: content.rating ?? null,
    deliverable_count: deliverables.length,
    rows_min: read.min,
    rows_max: read.max,
    coverage: 1,
    review_reasons: [],
    repairs: [],
    not_applied: [],
    superseded_by: null,
    ...header,
    line_last: line,
    scale: [],
    stated_counts,
    deliverables,
    findings: [],
    residue,
  };
  const claims = (content.claims ?? []).map(
    (claim): Claim => ({ ...claim, number: null, about: onLine(name, ++line) }),
  );
  const bounds = (content.bounds ?? []).map((bound): Bound => ({ ...bound, about: onLine(name, ++line) }));
  return {
    earlier: [],
    report,
    facts: { ratingBasis, ratingSource: null, countsComplete, unreadPages, claims, bounds },
  };
}

/** Quarters of the reports in a series, from the first. */
const QUARTERS: readonly (readonly [string, string])[] = [
  ["2019-04-01", "2019-06-30"],
  ["2019-07-01", "2019-09-30"],
  ["2019-10-01", "2019-12-31"],
];

/** Makes an example with reports of consecutive quarters; the last is the one that the rule checks. */
export function exampleSeries(...contents: readonly ExampleContent[]): Example {
  const examples = contents.map((content, index) => {
    const quarter = QUARTERS[index];
    return example({ ...(quarter !== undefined && { quarter }), ...content }, `example-${index + 1}`);
  });
  const last = examples.at(-1) ?? example({ rows: [] });
  return { ...last, earlier: examples.slice(0, -1).map(({ report }) => report) };
}
