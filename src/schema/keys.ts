/** Which columns identify a table's rows, and which refer to rows of another table. */
import type { TableName } from "./tables.js";

export interface TableKeys {
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

export const KEYS: Readonly<Record<TableName, TableKeys>> = {
  reports: {
    primary: ["report_id"],
    foreign: [ofFile, { column: "superseded_by", table: "reports", its: "report_id" }],
  },
  deliverables: { primary: ["deliverable_id"], foreign: [ofReport] },
  deliverable_statuses: { primary: ["deliverable_id", "sequence"], foreign: [ofDeliverable, ofReport] },
  deliverable_columns: { primary: ["deliverable_id", "sequence"], foreign: [ofDeliverable, ofReport] },
  updates: { primary: ["update_id"], foreign: [ofDeliverable] },
  stated_counts: { primary: [], foreign: [ofReport] },
  findings: { primary: ["finding_id"], foreign: [ofReport] },
  residue: { primary: [], foreign: [ofReport] },
  files: { primary: ["source_file"], foreign: [] },
  tracks: {
    primary: ["deliverable_id"],
    foreign: [ofDeliverable, ofReport, { column: "track_id", table: "deliverables", its: "deliverable_id" }],
  },
};
