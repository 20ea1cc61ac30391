/**
 * Two datasets of the same documents to what is different in the second: after an upgrade, a correction or a new copy of a file. In:
 * both datasets. Out: files, reports, rows and fields that were added, removed or changed. Identifiers and places are not compared,
 * as they follow from other values.
 */

import { COLUMNS, type Row } from "../../export/columns.js";
import type { Dataset, Deliverable, Report } from "../../schema/dataset.js";
import type { TableName } from "../../schema/tables.js";
import { type Paired, pairUp } from "./pair-up.js";

export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A row by what a reader knows it by. */
export interface RowName {
  readonly number: string | null;
  readonly title: string | null;
}

export interface RowChange extends RowName {
  readonly deliverable_id: string;
  readonly fields: readonly FieldChange[];
}

export interface ReportName {
  readonly report_id: string;
  readonly source_file: string;
  readonly page: number | null;
}

export interface ReportChange extends ReportName {
  readonly fields: readonly FieldChange[];
  readonly rows_added: readonly RowName[];
  readonly rows_removed: readonly RowName[];
  readonly rows_changed: readonly RowChange[];
}

export interface FileChange {
  readonly source_file: string;
  readonly fields: readonly FieldChange[];
}

export interface DatasetChanges {
  readonly files_added: readonly string[];
  readonly files_removed: readonly string[];
  readonly files_changed: readonly FileChange[];
  readonly reports_added: readonly ReportName[];
  readonly reports_removed: readonly ReportName[];
  readonly reports_changed: readonly ReportChange[];
}

/** Columns that name a row or place it, and those that only count other tables. */
const NOT_COMPARED: ReadonlySet<string> = new Set([
  ...["report_id", "deliverable_id", "superseded_by", "source_file", "page", "line_first", "line_last", "bbox"],
  ...["page_first", "page_last", "source_sha256", "deliverable_count", "update_count", "report_count", "coverage"],
]);

export function compareDatasets(before: Dataset, after: Dataset): DatasetChanges {
  const files = pairUp(before.files, after.files, [({ source_file }) => source_file]);
  const reports = pairUp(before.reports, after.reports, [
    ({ report_id }) => report_id,
    ({ source_sha256, page_first, line_first }) => JSON.stringify([source_sha256, page_first, line_first]),
    ({ source_file, page_first }) => JSON.stringify([source_file, page_first]),
  ]);
  return {
    files_added: files.added.map(({ source_file }) => source_file),
    files_removed: files.removed.map(({ source_file }) => source_file),
    files_changed: files.pairs.flatMap(([old, now]) => {
      const fields = fieldChanges("files", old, now, FILE_FIELDS);
      return fields.length === 0 ? [] : [{ source_file: now.source_file, fields }];
    }),
    reports_added: reports.added.map(nameOf),
    reports_removed: reports.removed.map(nameOf),
    reports_changed: reports.pairs.map(reportChange).filter(isChange),
  };
}

export const isDifferent = (changes: DatasetChanges): boolean =>
  Object.values(changes).some((list: readonly unknown[]) => list.length > 0);

/** Content counts for a file, though not for a report, whose values are compared one by one. */
const FILE_FIELDS: ReadonlySet<string> = new Set(["source_sha256", "outcome", "error_code", "message", "report_count"]);

const nameOf = ({ report_id, source_file, page }: Report): ReportName => ({ report_id, source_file, page });
const rowName = ({ number, title }: Deliverable): RowName => ({ number, title });

const isChange = ({ fields, rows_added, rows_removed, rows_changed }: ReportChange): boolean =>
  fields.length + rows_added.length + rows_removed.length + rows_changed.length > 0;

function reportChange([old, now]: Paired<Report>): ReportChange {
  const rows = pairUp(old.deliverables, now.deliverables, [
    ({ number, title }) => JSON.stringify([number, title]),
    ({ number }) => number,
    ({ title }) => title,
  ]);
  return {
    ...nameOf(now),
    fields: fieldChanges("reports", old, now),
    rows_added: rows.added.map(rowName),
    rows_removed: rows.removed.map(rowName),
    rows_changed: rows.pairs.map(rowChange).filter(({ fields }) => fields.length > 0),
  };
}

function rowChange([old, now]: Paired<Deliverable>): RowChange {
  const updates = ({ updates }: Deliverable) => updates.map(({ date, heading, text }) => ({ date, heading, text }));
  const nested = [
    changeOf("updates", updates(old), updates(now)),
    changeOf("statuses", old.statuses, now.statuses),
    changeOf("other_columns", old.other_columns, now.other_columns),
  ];
  const fields = [...fieldChanges("deliverables", old, now), ...nested.filter((change) => change !== null)];
  return { ...rowName(now), deliverable_id: now.deliverable_id, fields };
}

function fieldChanges(table: TableName, old: Row, now: Row, only?: ReadonlySet<string>): FieldChange[] {
  const isCompared = (name: string): boolean => (only === undefined ? !NOT_COMPARED.has(name) : only.has(name));
  return COLUMNS[table]
    .filter(({ name }) => isCompared(name))
    .map(({ name }) => changeOf(name, old[name], now[name]))
    .filter((change) => change !== null);
}

const changeOf = (field: string, before: unknown, after: unknown): FieldChange | null =>
  JSON.stringify(before) === JSON.stringify(after) ? null : { field, before, after };
