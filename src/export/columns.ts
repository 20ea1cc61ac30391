/** The tables' zod shapes to columns, and a row to its cells. Every output format takes its columns from here. */
import * as z from "zod";
import { TABLES, type TableName } from "../schema/tables.js";

/** `list` is joined with semicolons; `json` holds objects or a tuple and is written as JSON. */
export type ColumnKind = "text" | "number" | "list" | "json";

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly nullable: boolean;
  /** What the documentation says of its values: `integer`, `one of green, amber`, … */
  readonly type: string;
  readonly description: string;
}

/** A row of any table, by column name. */
export type Row = Readonly<Record<string, unknown>>;

export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

export const COLUMNS = Object.fromEntries(
  TABLE_NAMES.map((table) => [table, Object.entries(TABLES[table].shape).map(([name, field]) => column(name, field))]),
) as unknown as Readonly<Record<TableName, readonly Column[]>>;

function column(name: string, field: z.core.$ZodType): Column {
  const nullable = field instanceof z.ZodNullable;
  const inner = nullable ? field.unwrap() : field;
  const description = z.globalRegistry.get(field)?.description ?? z.globalRegistry.get(inner)?.description ?? "";
  return { name, nullable, description, ...typeOf(inner) };
}

function typeOf(field: z.core.$ZodType): Pick<Column, "kind" | "type"> {
  if (field instanceof z.ZodEnum) return { kind: "text", type: `one of ${field.options.join(", ")}` };
  if (field instanceof z.ZodBoolean) return { kind: "text", type: "true or false" };
  if (field instanceof z.ZodString) return { kind: "text", type: "text" };
  if (field instanceof z.ZodNumber) return { kind: "number", type: field.format === null ? "number" : "integer" };
  if (field instanceof z.ZodArray && field.element instanceof z.ZodString)
    return { kind: "list", type: "list of text" };
  return { kind: "json", type: field instanceof z.ZodTuple ? "list of numbers" : "list of objects" };
}

/** A row's cells in column order. Null and an empty list are an empty cell. */
export function cellsOf(columns: readonly Column[], row: Row): string[] {
  return columns.map(({ name, kind }) => {
    const value = row[name];
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return "";
    if (kind === "json") return JSON.stringify(value);
    return Array.isArray(value) ? value.join(";") : String(value);
  });
}

/** Only the columns of the row's table, in their order. */
export function pickColumns(columns: readonly Column[], row: Row): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const { name } of columns) picked[name] = row[name];
  return picked;
}
