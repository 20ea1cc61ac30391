/**
 * A correction as in `corrections.csv`: report, row, field, correct value, printed text, author, reason and date. Everything is
 * text here; `rowChange` and `reportChange` return the changed fields as in the dataset, or why the value is not valid.
 */
import type * as z from "zod";
import { isDay } from "./day.js";
import { ROW, readRowChange } from "./row-change.js";
import { RAGS, STATUSES } from "./statuses.js";
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
/** The field of an update that can be corrected. */
export const UPDATE_DATE = "date";
/** All fields, in the order in which they are documented. */
export const CORRECTED_FIELDS = [...ROW_FIELDS, UPDATE_DATE, ROW, ...REPORT_FIELDS] as const;
export type CorrectedField = (typeof CORRECTED_FIELDS)[number];

export interface Correction extends Readonly<Record<CorrectionColumn, string>> {
  readonly field: CorrectedField;
  /** Line of the file that it begins on, from 1. */
  readonly line: number;
}

/** Of a row's number or deliverable_id, what names the row in its report: "8". */
export const nameInReport = (report_id: string, deliverable: string): string =>
  deliverable.startsWith(`${report_id}#`) ? deliverable.slice(report_id.length + 1) : deliverable;

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
  if (field === ROW) return rowChangeFault(deliverable, value);
  if (field === UPDATE_DATE) return dateFault(deliverable, value);
  const change = deliverable === "" ? reportChange(EMPTY_REPORT, field, value) : rowChange(EMPTY_ROW, field, value);
  return change.ok ? null : change.message;
}

export function isCorrectedField(field: string): field is CorrectedField {
  return CORRECTED_FIELDS.some((known) => known === field);
}

function rowChangeFault(deliverable: string, value: string): string | null {
  if (deliverable === "") return "a row that is added or removed needs its number or deliverable_id";
  if (readRowChange(value) !== null) return null;
  return `"${value}" is no change of a row: say "remove", or "add after 8", with "on page 3" where it is printed elsewhere`;
}

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

function dateFault(update: string, value: string): string | null {
  if (!/\/\d+$/.test(update)) return `"${update}" is no update: give its row's number and its place, such as 8/2`;
  if (value === "" || isDay(value) || MONTH.test(value)) return null;
  return `"${value}" is not a date such as 2024-03-31 or 2024-03`;
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
  if (field === "rag" && text !== "" && !RAGS.some((rag) => rag === text))
    return { ok: false, message: statusFault(text) };
  const parsed = schema.safeParse({ ...before, [field]: readValue(field, text) });
  if (parsed.success) return { ok: true, fields: parsed.data };
  const reasons = parsed.error.issues.map(({ message }) => message).join("; ");
  return { ok: false, message: `"${text}" cannot be the value of ${field}: ${reasons}` };
}

/** "G is green". */
function statusFault(text: string): string {
  const short = text.trim().toLowerCase();
  const meant = RAGS.find((rag) => rag === short || STATUSES[rag].letter.toLowerCase() === short);
  if (meant !== undefined) return `"${text}" is no status as the dataset writes it: ${text} is ${meant}`;
  return `"${text}" is no status: give one of ${RAGS.join(", ")}, or "" for none`;
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
