/** What one row of each table is, which columns identify it, and which refer to rows of another table. */
import type { TableName } from "./tables.js";

export interface TableFacts {
  /** What there is one row for, as documents say it after "one row per". */
  readonly row: string;
  /** Columns that together are different in every row; none where rows have no identifier. */
  readonly primary: readonly string[];
  /** A column whose values, where not null, are values of the other table's column. */
  readonly foreign: readonly ForeignKey[];
}

export interface ForeignKey {
  readonly column: string;
  readonly table: TableName;
  readonly its: string;
}

const ofFile: ForeignKey = { column: "source_file", table: "files", its: "source_file" };
const ofReport: ForeignKey = { column: "report_id", table: "reports", its: "report_id" };
const ofDeliverable: ForeignKey = { column: "deliverable_id", table: "deliverables", its: "deliverable_id" };

export const TABLE_FACTS: Readonly<Record<TableName, TableFacts>> = {
  reports: {
    row: "report found",
    primary: ["report_id"],
    foreign: [ofFile, { column: "superseded_by", table: "reports", its: "report_id" }],
  },
  deliverables: {
    row: "row: number, organisations, title, group, status, what was printed, repairs, reasons to review it",
    primary: ["deliverable_id"],
    foreign: [ofReport],
  },
  deliverable_statuses: {
    row: "cell of a status column, where a table has several",
    primary: ["deliverable_id", "sequence"],
    foreign: [ofDeliverable, ofReport],
  },
  deliverable_columns: {
    row: "cell of a column that has no field of its own: a due date, a priority, next steps",
    primary: ["deliverable_id", "sequence"],
    foreign: [ofDeliverable, ofReport],
  },
  deliverable_places: {
    row: "field of a row, with the place where it is printed",
    primary: ["deliverable_id", "field"],
    foreign: [ofDeliverable, ofReport],
  },
  updates: {
    row: "update under a row: date, heading, author, text",
    primary: ["update_id"],
    foreign: [ofDeliverable, ofReport],
  },
  report_scale: {
    row: "label of a report's statuses, with what the key says of it and what it was taken for",
    primary: ["report_id", "sequence"],
    foreign: [ofReport],
  },
  stated_counts: {
    row: "count, total and percentage that the report states for a status, beside the counted ones",
    primary: [],
    foreign: [ofReport],
  },
  findings: { row: "disagreement, gap or doubt that the audit found", primary: ["finding_id"], foreign: [ofReport] },
  residue: { row: "piece of text inside a report that belongs to no field, and why", primary: [], foreign: [ofReport] },
  files: { row: "input file with its outcome; every file given is listed", primary: ["source_file"], foreign: [] },
  tracks: {
    row: "report in which a deliverable appears, for each deliverable that is followed through its plan",
    primary: ["deliverable_id"],
    foreign: [ofDeliverable, ofReport, { column: "track_id", table: "deliverables", its: "deliverable_id" }],
  },
  deliverable_organisations: {
    row: "organisation of a row",
    primary: ["deliverable_id", "sequence"],
    foreign: [ofDeliverable, ofReport],
  },
  status_by_period: {
    row: "report and status: rows, share, and what the report states (without reports that a later version replaces)",
    primary: [],
    foreign: [ofReport],
  },
  plan_progress: {
    row: "plan and period, over its themes: rows by status (likewise)",
    primary: ["plan_id", "period_start"],
    foreign: [],
  },
};
