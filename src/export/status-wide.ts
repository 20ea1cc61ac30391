/**
 * Tracks, as they come, to the table of statuses with a column for each period. Its columns are known when all tracks are: until then
 * tracks wait on disk, and memory holds the periods. A dataset with more periods than a table may have columns has the last of them.
 */
import * as z from "zod";
import type { ReportWithoutRows } from "../model/outline.js";
import type { Track } from "../schema/dataset.js";
import { RAGS } from "../schema/statuses.js";
import { type Column, columnsOf, type Row } from "./columns.js";
import { Spool } from "./spool.js";

export const WIDE_TABLE = "status_wide";

/** What one row is, as documents say it. */
export const WIDE_ROW =
  "deliverable that is followed through its plan: a column for each period, with its status in it";

/** SQLite allows 2,000 columns by default; 250 years of quarters are fewer. */
const MOST_PERIODS = 1000;
/** Where the deliverable is in the report of that period, but its status could not be read. */
const UNREADABLE = "unreadable";

const FIXED = {
  plan_id: z.string().nullable().describe("its plan"),
  theme_id: z.string().nullable().describe("its theme"),
  track_id: z.string().describe("the deliverable_id of its first row"),
  number: z.string().nullable().describe("its number in the last report that has it"),
  title: z.string().nullable().describe("its title as last read"),
};

const periodColumn = z
  .enum([...RAGS, UNREADABLE])
  .nullable()
  .describe("status in the report on the period that begins then; null if it is not in that report, or there is none");

interface Waiting extends Row {
  readonly statuses: readonly (readonly [period: string, status: string])[];
}

export class StatusWide {
  readonly #spool: Spool<Waiting>;
  readonly #periods = new Set<string>();
  /** Months of reports that print no more than a month. */
  readonly #months = new Map<string, string>();

  /** @param folder in which tracks wait on disk */
  constructor(folder: string) {
    this.#spool = new Spool(folder);
  }

  /** @param tracks those that begin in the reports */
  async add(reports: readonly ReportWithoutRows[], tracks: readonly Track[]): Promise<void> {
    for (const { report_id, period_start, published_month } of reports)
      if (period_start === null && published_month !== null) this.#months.set(report_id, published_month);
    const byId = new Map(reports.map((report) => [report.report_id, report]));
    for (const { track_id, number, title, members } of tracks) {
      const { plan_id = null, theme_id = null } = byId.get(members[0]?.report_id ?? "") ?? {};
      const statuses = members.map(
        ({ report_id, period_start, rag }) => [period_start ?? report_id, rag ?? UNREADABLE] as const,
      );
      for (const { period_start } of members) if (period_start !== null) this.#periods.add(period_start);
      await this.#spool.add({ plan_id, theme_id, track_id, number, title, statuses });
    }
  }

  /** Must be called when all is added. */
  columns(): readonly Column[] {
    const periods = [...this.#periods, ...this.#months.values()].sort();
    const shown = [...new Set(periods)].slice(-MOST_PERIODS);
    return columnsOf({ ...FIXED, ...Object.fromEntries(shown.map((period) => [period, periodColumn])) });
  }

  async *rows(): AsyncGenerator<Row> {
    for (let index = 0; index < this.#spool.count; index += 1) {
      const { statuses, ...row } = await this.#spool.read(index);
      yield { ...row, ...Object.fromEntries(statuses.map(([at, status]) => [this.#months.get(at) ?? at, status])) };
    }
  }

  close(): Promise<void> {
    return this.#spool.close();
  }
}
