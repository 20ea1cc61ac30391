/** The tables' zod shapes to columns, and a row to its cells. Every output format takes its columns from here. */
import * as z from "zod";
import { TABLES, type TableName } from "../schema/tables.js";
import { fieldType, type ValueType } from "./value-type.js";

/** `list` is joined with semicolons; `json` holds objects or a tuple and is written as JSON. */
export type ColumnKind = "text" | "number" | "list" | "json";

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly nullable: boolean;
  readonly value: ValueType;
  /** What the documentation says of its values: `integer`, `one of green, amber`, … */
  readonly type: string;
  readonly description: string;
  /** What the schema says of its values. */
  readonly field: z.core.$ZodType;
}

const NAMES = {
  text: "text",
  date: "date, YYYY-MM-DD",
  integer: "integer",
  number: "number",
  boolean: "true or false",
  object: "object",
};
const NAMES_IN_LISTS = { ...NAMES, number: "numbers", object: "objects" };

/** A row of any table, by column name. */
export type Row = Readonly<Record<string, unknown>>;

export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

export const COLUMNS = Object.fromEntries(
  TABLE_NAMES.map((table) => [table, columnsOf(TABLES[table].shape)]),
) as unknown as Readonly<Record<TableName, readonly Column[]>>;

export function columnsOf(shape: Readonly<Record<string, z.core.$ZodType>>): readonly Column[] {
  return Object.entries(shape).map(([name, field]) => column(name, field));
}

function column(name: string, field: z.core.$ZodType): Column {
  const { nullable, type: value } = fieldType(field);
  const inner = field instanceof z.ZodNullable ? field.unwrap() : field;
  const description = z.globalRegistry.get(field)?.description ?? z.globalRegistry.get(inner)?.description ?? "";
  const type = inner instanceof z.ZodEnum ? `one of ${inner.options.join(", ")}` : describe(value);
  return { name, nullable, description, value, kind: kindOf(value), type, field };
}

function describe(value: ValueType): string {
  if (value.is !== "list") return NAMES[value.is];
  return `list of ${value.of.is === "list" ? "lists" : NAMES_IN_LISTS[value.of.is]}`;
}

function kindOf(value: ValueType): ColumnKind {
  if (value.is === "list") return value.of.is === "text" ? "list" : "json";
  if (value.is === "object") return "json";
  return value.is === "integer" || value.is === "number" ? "number" : "text";
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
