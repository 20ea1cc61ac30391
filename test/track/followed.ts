/** In: the contents of small reports of one plan, quarter by quarter. Out: their tracks and the findings that tracking adds. */
import { auditReport } from "../../src/audit/audit.js";
import { type ExampleContent, example } from "../../src/audit/example.js";
import type { ExampleRow } from "../../src/audit/example-rows.js";
import { SERIES_RULES } from "../../src/audit/registry.js";
import { type TrackedResult, tracked } from "../../src/index.js";
import { planKeys } from "../../src/model/plan-keys.js";
import type { Report } from "../../src/schema/dataset.js";
import { inFiles } from "../audit/audit-example.js";
import { SETTINGS } from "../audit/raised.js";

const QUARTERS = [
  ["2019-04-01", "2019-06-30"],
  ["2019-07-01", "2019-09-30"],
  ["2019-10-01", "2019-12-31"],
  ["2020-01-01", "2020-03-31"],
  ["2020-04-01", "2020-06-30"],
] as const;

/** A report of the nth quarter, from 1, with anything of it changed. */
export function reportOf(quarter: number, content: ExampleContent, changes: Partial<Report> = {}): Report {
  const [start, end] = QUARTERS[quarter - 1] ?? ["2021-01-01", "2021-03-31"];
  const { report, facts } = example({ quarter: [start, end], ...content }, changes.report_id ?? `q${quarter}`);
  const seen = new Map<string, number>();
  const deliverables = report.deliverables.map((row) => {
    const turn = (seen.get(row.deliverable_id) ?? 0) + 1;
    seen.set(row.deliverable_id, turn);
    return turn === 1 ? row : { ...row, deliverable_id: `${row.deliverable_id}~${turn}` };
  });
  const changed = { ...report, deliverables, findings: auditReport(report, facts, SETTINGS), ...changes };
  return { ...changed, ...planKeys(changed, {}) };
}

/** Rows from titles; `more` applies to all of them. */
export function titled(titles: readonly (string | null)[], more: Omit<ExampleRow, "title"> = {}): ExampleRow[] {
  return titles.map((title) => ({ ...more, title }));
}

export interface Followed {
  /** Deliverable identifiers of each track that goes through several reports, such as "q1#2 q2#3". */
  readonly chains: readonly string[];
  /** "q2 deliverable-dropped 3" and the like, in order. */
  readonly events: readonly string[];
  readonly results: readonly TrackedResult[];
}

const OF_SERIES = new Set([...SERIES_RULES.map(({ id }) => id), "rating-inconsistent"]);

export async function follow(reports: readonly Report[]): Promise<Followed> {
  const results: TrackedResult[] = [];
  for await (const result of tracked(inFiles(reports))) results.push(result);
  const tracks = results.flatMap((result) => result.tracks);
  return {
    chains: tracks
      .filter(({ members }) => members.length > 1)
      .map(({ members }) => members.map((member) => member.deliverable_id).join(" ")),
    events: results.flatMap((result) =>
      result.reports.flatMap(({ report_id, findings }) =>
        findings
          .filter(({ rule }) => OF_SERIES.has(rule))
          .map(({ rule, deliverable_number }) =>
            [report_id, rule, deliverable_number].filter((one) => one !== null).join(" "),
          ),
      ),
    ),
    results,
  };
}

/** The events of one rule: "q2 3". */
export async function raisedIn(rule: string, reports: readonly Report[]): Promise<string[]> {
  const { events } = await follow(reports);
  return events.filter((event) => event.split(" ")[1] === rule).map((event) => event.replace(` ${rule}`, ""));
}
