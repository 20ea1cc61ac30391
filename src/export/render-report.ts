/**
 * A report to the text of those of its rows that stand fast once it is audited, as CSV and as JSON. Its own row and its
 * findings are left out: they wait for what the reports beside it tell.
 */
import type { Report } from "../schema/dataset.js";
import type { Row } from "./columns.js";
import { renderCsv } from "./csv.js";
import { renderDeliverable, renderRow } from "./json-row.js";
import type { Text } from "./text-file.js";

export const SETTLED_TABLES = ["stated_counts", "deliverables", "updates", "residue"] as const;
export type SettledTable = (typeof SETTLED_TABLES)[number];

/** Which forms are asked for. */
export interface Rendering {
  /** `raw` leaves cells that a spreadsheet would run as a formula as they are; null where CSV is not asked for. */
  readonly csv: "safe" | "raw" | null;
  readonly json: boolean;
}

/** A report's rows of one table. */
export interface RenderedRows {
  readonly count: number;
  /** Lines with their ends; empty where CSV is not asked for. */
  readonly csv: Text;
  /** Objects with commas between; empty where JSON is not asked for, and for updates, which lie in their deliverables. */
  readonly json: Text;
}

export type RenderedReport = Readonly<Record<SettledTable, RenderedRows>>;

export function renderReport({ stated_counts, deliverables, residue }: Report, rendering: Rendering): RenderedReport {
  const { csv, json } = rendering;
  const rowsOf = <R extends Row>(table: SettledTable, rows: readonly R[], toJson: ((row: R) => string) | null) => ({
    count: rows.length,
    csv: csv === null ? "" : renderCsv(table, rows, csv === "raw"),
    json: json && toJson !== null ? rows.map(toJson).join(",\n") : "",
  });
  return {
    stated_counts: rowsOf("stated_counts", stated_counts, (row) => renderRow("stated_counts", row)),
    deliverables: rowsOf("deliverables", deliverables, renderDeliverable),
    updates: rowsOf(
      "updates",
      deliverables.flatMap(({ updates }) => updates),
      null,
    ),
    residue: rowsOf("residue", residue, (row) => renderRow("residue", row)),
  };
}
