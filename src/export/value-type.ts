/** The type of a column's values, from its zod field, for output formats that have types of their own. */
import * as z from "zod";

export interface FieldType {
  readonly nullable: boolean;
  readonly type: ValueType;
}

/** `date` is a full day, `YYYY-MM-DD`; dates that may be less precise are text. */
export type ValueType =
  | { readonly is: "text" | "date" | "integer" | "number" | "boolean" }
  | { readonly is: "list"; readonly of: ValueType }
  | { readonly is: "object"; readonly fields: ReadonlyMap<string, FieldType> };

/** @throws TypeError for a kind of field that no column has */
export function fieldType(field: z.core.$ZodType): FieldType {
  if (field instanceof z.ZodNullable || field instanceof z.ZodOptional)
    return { nullable: true, type: fieldType(field.unwrap()).type };
  return { nullable: false, type: valueType(field) };
}

function valueType(field: z.core.$ZodType): ValueType {
  if (field instanceof z.ZodISODate) return { is: "date" };
  if (field instanceof z.ZodString || field instanceof z.ZodEnum) return { is: "text" };
  if (field instanceof z.ZodBoolean) return { is: "boolean" };
  if (field instanceof z.ZodNumber) return { is: field.format === null ? "number" : "integer" };
  if (field instanceof z.ZodArray) return { is: "list", of: valueType(field.element) };
  if (field instanceof z.ZodTuple) return { is: "list", of: { is: "number" } };
  if (field instanceof z.ZodObject) return { is: "object", fields: fieldsOf(field) };
  throw new TypeError(`a column of type ${field._zod.def.type} has no type in the output formats`);
}

const fieldsOf = (object: z.ZodObject): ReadonlyMap<string, FieldType> =>
  new Map(Object.entries(object.shape).map(([name, field]) => [name, fieldType(field)]));
