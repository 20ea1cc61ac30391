/**
 * The dataset's tables in SQLite: keys, indexes, views, and a full-text search over titles and updates. Lists and objects are JSON
 * text, which SQLite's own functions read.
 */
import { TABLE_FACTS } from "../../schema/table-facts.js";
import { COLUMNS, type Column, type Row, TABLE_NAMES } from "../columns.js";

/** What a cell may hold in SQLite. */
export type SqliteValue = string | number | null;

/** Statements that create the tables, in which rows are then written. */
export const TABLE_STATEMENTS: readonly string[] = TABLE_NAMES.map((table) => {
  const { primary, foreign } = TABLE_FACTS[table];
  return createTable(table, COLUMNS[table], [
    ...(primary.length === 0 ? [] : [`PRIMARY KEY (${names(primary)})`]),
    ...foreign.map(({ column, table: other, its }) => `FOREIGN KEY ("${column}") REFERENCES "${other}" ("${its}")`),
  ]);
});

/** @param constraints of the table as a whole */
export function createTable(table: string, columns: readonly Column[], constraints: readonly string[] = []): string {
  const parts = [
    ...columns.map((column) => `"${column.name}" ${typeOf(column)}${column.nullable ? "" : " NOT NULL"}`),
    ...constraints,
  ];
  return `CREATE TABLE "${table}" (\n  ${parts.join(",\n  ")}\n) STRICT`;
}

/** Statements for when all rows are written: built once, an index is several times as fast as kept up row by row. */
export const CLOSING_STATEMENTS: readonly string[] = [
  ...TABLE_NAMES.flatMap((table) =>
    TABLE_FACTS[table].foreign
      .filter(({ column }) => TABLE_FACTS[table].primary[0] !== column)
      .map(({ column }) => `CREATE INDEX "${table}_${column}" ON "${table}" ("${column}")`),
  ),
  `CREATE VIEW current_reports AS SELECT * FROM reports WHERE superseded_by IS NULL`,
  `CREATE VIEW current_deliverables AS
     SELECT r.plan_title, r.plan_start_year, r.plan_end_year, r.theme_number, r.theme_title, r.period_start, t.track_id, d.*
     FROM deliverables d JOIN current_reports r USING (report_id) LEFT JOIN tracks t USING (deliverable_id)`,
  `CREATE VIEW to_review AS
     SELECT d.*, reason.value AS review_reason FROM deliverables d, json_each(d.review_reasons) reason`,
  `CREATE VIRTUAL TABLE search USING fts5(deliverable_id UNINDEXED, title, updates)`,
  `INSERT INTO search SELECT d.deliverable_id, d.title,
     (SELECT group_concat(u.text, char(10)) FROM updates u WHERE u.deliverable_id = d.deliverable_id)
     FROM deliverables d`,
  `INSERT INTO search (search) VALUES ('optimize')`,
];

/** An insertion with a place for each column. */
export const insertInto = (table: string, columns: readonly Column[]): string =>
  `INSERT INTO "${table}" VALUES (${columns.map(() => "?").join(", ")})`;

/** A row's values in column order. */
export const sqliteValues = (columns: readonly Column[], row: Row): SqliteValue[] =>
  columns.map(({ name }) => {
    const value = row[name];
    if (value === null || value === undefined) return null;
    if (typeof value === "boolean") return value ? 1 : 0;
    return typeof value === "string" || typeof value === "number" ? value : JSON.stringify(value);
  });

function names(columns: readonly string[]): string {
  return columns.map((name) => `"${name}"`).join(", ");
}

function typeOf({ value }: Column): string {
  if (value.is === "integer" || value.is === "boolean") return "INTEGER";
  return value.is === "number" ? "REAL" : "TEXT";
}
