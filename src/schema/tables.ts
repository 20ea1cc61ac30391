/**
 * The tables of the dataset, one flat zod object each, in contract order. A table's columns are the keys of its
 * shape, in this order, in CSV and JSON alike; every document about a column uses its description here.
 */
import * as z from "zod";
import { DATE_PRECISIONS } from "../language/dates.js";
import { ORGANISATION_KINDS } from "../language/organisation-kind.js";
import { deliverableOrganisationSchema, planProgressSchema, statusByPeriodSchema } from "./analysis-tables.js";
import { deliverableColumnSchema, deliverablePlaceSchema, deliverableStatusSchema } from "./column-tables.js";
import { RESIDUE_REASON_NAMES } from "./reasons.js";
import { scaleLabelSchema } from "./scale-table.js";
import { trackMemberSchema } from "./track-table.js";
import {
  isoDay,
  notAppliedSchema,
  ragSchema,
  repairSchema,
  severitySchema,
  sourceFormatSchema,
  sourceShape,
  verdictSchema,
} from "./values.js";

const isoMonth = z.string().regex(/^\d{4}-\d{2}$/);
const year = z.int().min(1900).max(2199);
const reasons = z.array(z.string()).describe("why a person should check this row; empty if nothing was doubtful");
const repairs = z.array(repairSchema).describe("text that was repaired, with what was printed");

export const reportSchema = z.object({
  report_id: z.string().describe("readable, stable, unique: plan, years, theme, period and a hash of the source"),
  source_sha256: z.string().describe("SHA-256 of the input file, in hexadecimal"),
  source_format: sourceFormatSchema.describe("what the input file is"),
  page_first: z.int().positive().nullable().describe("first page of the report; null for plain text"),
  page_last: z.int().positive().nullable().describe("last page of the report; null for plain text"),
  plan_id: z
    .string()
    .nullable()
    .describe("key of the plan, from its name and years: the same however its name is spelled; null if it has no name"),
  plan_title: z.string().nullable().describe("the plan's name as printed, without its years"),
  plan_start_year: year.nullable().describe('"2018-21" is 2018'),
  plan_end_year: year.nullable().describe('"2018-21" is 2021'),
  theme_id: z
    .string()
    .nullable()
    .describe("key of the theme: plan_id, and the theme's number or name; null if it has none"),
  theme_number: z.int().nullable().describe("number of the report's theme"),
  theme_title: z.string().nullable().describe("name of the theme as printed"),
  quarter: z.int().min(1).max(4).nullable().describe("1 to 4 of the April to March year"),
  period_label: z.string().nullable().describe("the period as printed"),
  published_month: isoMonth.nullable().describe("YYYY-MM; null if the report prints none"),
  period_start: isoDay.nullable().describe("first day of the quarter"),
  period_end: isoDay.nullable().describe("last day of the quarter"),
  version: z.string().nullable().describe('"Final", "V1", as printed'),
  overall_rating: z.string().nullable().describe('"very good", as printed'),
  deliverable_count: z.int().nonnegative().describe("number of rows found"),
  rows_min: z.int().nonnegative().describe("the same without rows that may be a part of another row"),
  rows_max: z
    .int()
    .nonnegative()
    .nullable()
    .describe(
      "the same plus rows that may be in text that no field took; null if pages could not be read, or no row was",
    ),
  coverage: z.number().min(0).max(1).describe("share of the report's characters that were assigned to a field"),
  review_reasons: reasons,
  repairs: repairs.describe(
    "fields that a person corrected and words repaired before anything was read, with what was printed",
  ),
  not_applied: z
    .array(notAppliedSchema)
    .describe("rules of the audit that did not apply, because something that they need was not read"),
  superseded_by: z
    .string()
    .nullable()
    .describe("report_id of the latest version of the same report; null if there is no later one"),
  ...sourceShape,
});

export const deliverableSchema = z.object({
  deliverable_id: z.string().describe("report_id#number"),
  report_id: z.string().describe("the report that contains the row"),
  number: z.string().nullable().describe("label as printed without a final dot; null if not known"),
  number_source: z.enum(["printed", "inferred"]).nullable().describe("whether the number was printed or inferred"),
  organisations: z.array(z.string()).describe("upper-case codes in printed order"),
  organisation_kinds: z
    .array(z.enum(ORGANISATION_KINDS))
    .describe("what each of them is, in the same order: a code, the name of a body, or a person's role"),
  organisations_raw: z.string().nullable().describe("the organisations as printed"),
  title: z.string().nullable().describe("the deliverable's text"),
  group: z.string().nullable().describe("heading of the group of rows that it is in; null if rows are not grouped"),
  rag: ragSchema.nullable().describe("status; null if none is readable"),
  rag_raw: z.string().nullable().describe("the status as printed"),
  rag_source: z.enum(["letter", "word", "colour"]).nullable().describe("what the status was read from"),
  rag_colour: ragSchema.nullable().describe("status of the background colour; null if there is none"),
  update_count: z.int().nonnegative().describe("number of updates"),
  latest_update: z.string().nullable().describe("latest readable date of the row's updates"),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe(
      "how sure recognition is of its least sure word, 0 to 1; null if the row was not recognised from a picture",
    ),
  review_reasons: reasons,
  repairs,
  ...sourceShape,
});

export const updateSchema = z.object({
  update_id: z.string().describe("deliverable_id/sequence"),
  deliverable_id: z.string().describe("the row that contains the update"),
  sequence: z.int().positive().describe("1-based, in printed order"),
  date: z
    .string()
    .nullable()
    .describe("ISO date as precise as printed: 2019-12-13 or 2019-12; null if there is none or it does not exist"),
  date_precision: z.enum(DATE_PRECISIONS).nullable().describe("how precise the date is; null if there is none"),
  date_raw: z.string().nullable().describe("the date as printed"),
  heading: z.string().nullable().describe("the update's heading as printed"),
  author: z.string().nullable().describe('the author named in the heading: "Force" in "Force Update - 19.04.2018:"'),
  text: z
    .string()
    .describe(
      "paragraphs and list items joined by line feeds, without heading, markup or recognition errors such as stray characters",
    ),
  repairs,
  ...sourceShape,
});

export const statedCountSchema = z.object({
  report_id: z.string().describe("the report that states it"),
  rag: ragSchema.nullable().describe("the status that is counted"),
  label: z.string().describe("the status as the report names it"),
  stated_raw: z.string().describe("the statement as printed"),
  stated_count: z.int().nonnegative().nullable().describe("number of rows with that status, according to the report"),
  stated_total: z.int().nonnegative().nullable().describe('the total it is out of; null if only "8 (57%)" is printed'),
  stated_percent: z.number().nonnegative().nullable().describe("percentage as printed"),
  counted_min: z.int().nonnegative().describe("number of rows that certainly have that status"),
  counted_max: z
    .int()
    .nonnegative()
    .nullable()
    .describe("number of rows that may have it: with unreadable and doubtful statuses and lost rows; null as rows_max"),
  counted_total: z.int().nonnegative().describe("number of all rows"),
  counted_percent: z
    .number()
    .nonnegative()
    .nullable()
    .describe("rows read with that status out of counted_total, to one decimal"),
  verdict: verdictSchema.describe("whether the rows support what is stated: the worst verdict of its parts"),
  count_verdict: verdictSchema.nullable().describe("whether the rows support the count; null if none is stated"),
  total_verdict: verdictSchema.nullable().describe("whether the rows support the total; null if none is stated"),
  percent_verdict: verdictSchema
    .nullable()
    .describe("whether the rows and the figures beside it support the percentage; null if none is stated"),
  uncorrected_verdict: verdictSchema
    .nullable()
    .describe("the verdict before a person's corrections to the report; null if there are none"),
  ...sourceShape,
});

export const findingSchema = z.object({
  finding_id: z.string().describe("report_id, rule and what it is about"),
  report_id: z.string().describe("the report it is about"),
  rule: z.string().describe("the rule that raised it; see `ragtally explain`"),
  severity: severitySchema.describe("error, warning or info"),
  deliverable_number: z.string().nullable().describe("the row it is about"),
  rag: ragSchema.nullable().describe("the status it is about"),
  expected: z.string().nullable().describe("what the rule expected"),
  actual: z.string().nullable().describe("what it found"),
  message: z.string().describe("one plain sentence with the figures in it"),
  ...sourceShape,
});

export const residueSchema = z.object({
  report_id: z.string().describe("the report that contains the text"),
  reason: z.enum(RESIDUE_REASON_NAMES).describe("why it was not assigned to a field"),
  text: z.string().describe("the text as printed"),
  ...sourceShape,
});

export const fileSchema = z.object({
  source_file: z
    .string()
    .describe(
      "input file, relative to the input root, with / separators; a file in another is papers.zip!/2019/q3.pdf",
    ),
  container: z.string().nullable().describe("source_file of the file that it is in; null if it is in none"),
  source_sha256: z.string().nullable().describe("SHA-256 of the file; null if it could not be read"),
  bytes: z.int().nonnegative().nullable().describe("size in bytes; null if it could not be read"),
  pages: z.int().nonnegative().nullable().describe("number of pages; null for plain text"),
  outcome: z.enum(["parsed", "no-report", "needs-ocr", "opened", "failed"]).describe("result of reading the file"),
  error_code: z
    .string()
    .nullable()
    .describe("why it failed: EMPTY, UNSUPPORTED, TOO_LARGE, …; INTERNAL if the program is at fault"),
  message: z.string().nullable().describe("one plain sentence"),
  report_count: z.int().nonnegative().describe("number of reports found"),
});

/** Keys that a flat row has beside its own columns, so that it can be grouped without a join. In the nested dataset its report has them. */
const planKeys = {
  plan_id: z.string().nullable().describe("plan_id of its report"),
  theme_id: z.string().nullable().describe("theme_id of its report"),
};
/** A row ends with its place. */
const PLACE = { source_file: true, page: true, line_first: true, line_last: true, bbox: true } as const;
const reportKeys = { report_id: z.string().describe("the report that contains the row"), ...planKeys };

/** Every table by the name of its file, in the order in which they are listed and documented. */
export const TABLES = {
  reports: reportSchema,
  deliverables: deliverableSchema.omit(PLACE).extend({ ...planKeys, ...sourceShape }),
  deliverable_statuses: deliverableStatusSchema,
  deliverable_columns: deliverableColumnSchema,
  deliverable_places: deliverablePlaceSchema,
  updates: updateSchema.omit(PLACE).extend({ ...reportKeys, ...sourceShape }),
  report_scale: scaleLabelSchema,
  stated_counts: statedCountSchema.omit(PLACE).extend({ ...planKeys, ...sourceShape }),
  findings: findingSchema.omit(PLACE).extend({ ...planKeys, ...sourceShape }),
  residue: residueSchema,
  files: fileSchema,
  tracks: trackMemberSchema.extend(planKeys),
  deliverable_organisations: deliverableOrganisationSchema,
  status_by_period: statusByPeriodSchema,
  plan_progress: planProgressSchema,
} as const;
export type TableName = keyof typeof TABLES;
