/**
 * A correction as in `corrections.csv`: report, row, field, correct value, printed text, author, reason and date. Everything is
 * text here; `rowChange` and `reportChange` return the changed fields as in the dataset, or why the value is not valid.
 */
import type * as z from "zod";
import { deliverableSchema, reportSchema } from "./tables.js";

/** The file's columns, in the order in which they are written; any order is read. */
export const CORRECTION_COLUMNS = ["report", "deliverable", "field", "value", "printed", "by", "why", "date"] as const;
export type CorrectionColumn = (typeof CORRECTION_COLUMNS)[number];

const rowFields = deliverableSchema.pick({ rag: true, organisations: true, title: true, number: true });
const reportFields = reportSchema.pick({
  plan_title: true,
  theme_number: true,
  theme_title: true,
  version: true,
  overall_rating: true,
});
export const ROW_FIELDS = rowFields.keyof().options;
export const REPORT_FIELDS = reportFields.keyof().options;
export type CorrectedField = (typeof ROW_FIELDS)[number] | (typeof REPORT_FIELDS)[number];

export interface Correction extends Readonly<Record<CorrectionColumn, string>> {
  readonly field: CorrectedField;
  /** Line of the file that it begins on, from 1. */
  readonly line: number;
}

type RowFields = z.infer<typeof rowFields>;
type ReportFields = z.infer<typeof reportFields>;

export type Change<Fields> =
  | { readonly ok: true; readonly fields: Fields }
  | { readonly ok: false; readonly message: string };

/** The row's fields with one of them changed. @param value empty if there is nothing */
export function rowChange(row: RowFields, field: string, value: string): Change<RowFields> {
  return changeOf(rowFields, ROW_FIELDS, row, field, value);
}

/** As `rowChange`, of a report. */
export function reportChange(report: ReportFields, field: string, value: string): Change<ReportFields> {
  return changeOf(reportFields, REPORT_FIELDS, report, field, value);
}

const EMPTY_ROW: RowFields = { rag: null, organisations: [], title: null, number: null };
const EMPTY_REPORT: ReportFields = {
  plan_title: null,
  theme_number: null,
  theme_title: null,
  version: null,
  overall_rating: null,
};

/** @returns why the field cannot have the value, as a sentence; null if it can */
export function faultOf(deliverable: string, field: string, value: string): string | null {
  const change = deliverable === "" ? reportChange(EMPTY_REPORT, field, value) : rowChange(EMPTY_ROW, field, value);
  return change.ok ? null : change.message;
}

export function isCorrectedField(field: string): field is CorrectedField {
  return [...ROW_FIELDS, ...REPORT_FIELDS].some((known) => known === field);
}

function changeOf<Fields extends object>(
  schema: z.ZodType<Fields>,
  names: readonly string[],
  before: Fields,
  field: string,
  text: string,
): Change<Fields> {
  if (!names.includes(field)) {
    const what = names === ROW_FIELDS ? "a deliverable's field" : "a report's field";
    return { ok: false, message: `"${field}" is not ${what} that can be corrected (${names.join(", ")})` };
  }
  const fault = textFault(field, text);
  if (fault !== null) return { ok: false, message: fault };
  const parsed = schema.safeParse({ ...before, [field]: readValue(field, text) });
  if (parsed.success) return { ok: true, fields: parsed.data };
  const reasons = parsed.error.issues.map(({ message }) => message).join("; ");
  return { ok: false, message: `"${text}" cannot be the value of ${field}: ${reasons}` };
}

const CONTROL = /\p{Cc}/u;
const WHOLE_NUMBER = /^\d{1,6}$/;
const CODE = /^[^\s;,]+$/;

/** Checks that the schema's types do not make. */
function textFault(field: string, text: string): string | null {
  if (text === "") return null;
  if (text.trim() !== text || CONTROL.test(text))
    return `the value of ${field} begins or ends with a space, or holds a line break or control character`;
  if (field === "number" && (/\s/.test(text) || text.endsWith(".")))
    return `"${text}" cannot be a number: it has a space or a final dot`;
  if (field === "theme_number" && !WHOLE_NUMBER.test(text)) return `"${text}" is no whole number`;
  if (field !== "organisations") return null;
  const codes = codesOf(text);
  const wrong = codes.find((code) => !CODE.test(code) || code !== code.toUpperCase());
  if (wrong !== undefined) return `"${wrong}" is no organisation's code: give upper-case codes, separated by ";"`;
  return new Set(codes).size < codes.length ? `"${text}" names an organisation twice` : null;
}

const codesOf = (text: string): string[] => text.split(";").map((code) => code.trim());

function readValue(field: string, text: string): unknown {
  if (field === "organisations") return text === "" ? [] : codesOf(text);
  if (text === "") return null;
  return field === "theme_number" ? Number(text) : text;
}
