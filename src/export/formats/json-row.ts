/** Rows to JSON text, with keys in the schema's order, nested as in `dataset.json`. */
import { fieldPlaceSchema, otherCellSchema, statusCellSchema } from "../../schema/column-tables.js";
import type { Deliverable, Track } from "../../schema/dataset.js";
import type { TableName } from "../../schema/tables.js";
import { COLUMNS, pickColumns, type Row } from "../columns.js";

/** A member is nested in its track, which has the identifier. */
const MEMBER_COLUMNS = COLUMNS.tracks.filter(({ name }) => name !== "track_id");
/** A further cell is nested in its row, which has the identifiers and the place. */
const STATUS_COLUMNS = COLUMNS.deliverable_statuses.filter(({ name }) => name in statusCellSchema.shape);
const PLACE_COLUMNS = COLUMNS.deliverable_places.filter(({ name }) => name in fieldPlaceSchema.shape);
const OTHER_COLUMNS = COLUMNS.deliverable_columns.filter(({ name }) => name in otherCellSchema.shape);

export function renderRow(table: TableName, row: Row): string {
  return JSON.stringify(pickColumns(COLUMNS[table], row));
}

export function renderDeliverable(deliverable: Deliverable): string {
  const updates = deliverable.updates.map((update) => renderRow("updates", update)).join(",\n");
  const statuses = JSON.stringify(deliverable.statuses.map((cell) => pickColumns(STATUS_COLUMNS, cell)));
  const others = JSON.stringify(deliverable.other_columns.map((cell) => pickColumns(OTHER_COLUMNS, cell)));
  const places = JSON.stringify(deliverable.places.map((place) => pickColumns(PLACE_COLUMNS, place)));
  const cells = `,"statuses":${statuses},"other_columns":${others},"places":${places}`;
  return [opened("deliverables", deliverable), cells, ...list("updates", updates), "}"].join("");
}

export function renderTrack({ track_id, number, title, members }: Track): string {
  const rows = members.map((member) => JSON.stringify(pickColumns(MEMBER_COLUMNS, member)));
  const head = JSON.stringify({ track_id, number, title }).slice(0, -1);
  return `${head},"members":[\n${rows.join(",\n")}]}`;
}

/** A row without its closing brace, so that lists can be added. */
export const opened = (table: TableName, row: Row): string => renderRow(table, row).slice(0, -1);

/** A list of rendered rows as a further key of an object. */
export function list<Rows extends string | Uint8Array>(name: string, rows: Rows): readonly (string | Rows)[] {
  return rows.length === 0 ? [`,\n"${name}":[]`] : [`,\n"${name}":[\n`, rows, "]"];
}
