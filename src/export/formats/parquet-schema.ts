/**
 * The schema of a table in Parquet, and its values as the library that writes Parquet wants them. Deliverable numbers and other
 * labels are text, full dates are dates, lists are lists, and lists of objects are lists of structures.
 */
import type { SchemaElement } from "hyparquet";
import type { Column } from "../columns.js";
import type { FieldType, ValueType } from "../value-type.js";

export function parquetSchema(columns: readonly Column[]): SchemaElement[] {
  const fields = columns.flatMap(({ name, nullable, value }) => elements(name, { nullable, type: value }));
  return [{ name: "row", num_children: columns.length }, ...fields];
}

function elements(name: string, { nullable, type }: FieldType): SchemaElement[] {
  const start = { name, repetition_type: nullable ? "OPTIONAL" : "REQUIRED" } as const;
  switch (type.is) {
    case "list":
      return [
        { ...start, converted_type: "LIST", num_children: 1 },
        { name: "list", repetition_type: "REPEATED", num_children: 1 },
        ...elements("element", { nullable: false, type: type.of }),
      ];
    case "object":
      return [
        { ...start, num_children: type.fields.size },
        ...[...type.fields].flatMap(([field, ofField]) => elements(field, ofField)),
      ];
    case "text":
      return [{ ...start, type: "BYTE_ARRAY", converted_type: "UTF8" }];
    case "date":
      return [{ ...start, type: "INT32", converted_type: "DATE" }];
    case "integer":
      return [{ ...start, type: "INT64" }];
    case "number":
      return [{ ...start, type: "DOUBLE" }];
    case "boolean":
      return [{ ...start, type: "BOOLEAN" }];
  }
}

/** A value of a row to what the library writes: days become dates and integers big integers. */
export function parquetValue(type: ValueType, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (type.is === "date") return new Date(`${value}T00:00:00Z`);
  return type.is === "integer" ? BigInt(value as number) : value;
}
