/**
 * Tables that follow from the others, for people who analyse: shares of statuses by report and by plan, and organisations one by
 * one. They count only reports that no later version replaces, and are not in the nested dataset.
 */
import * as z from "zod";
import { ORGANISATION_KINDS } from "../language/organisation-kind.js";
import { RAGS } from "./statuses.js";
import { isoDay, ragSchema, verdictSchema } from "./values.js";

const count = z.int().nonnegative();
const percent = z.number().min(0).max(100);

export const deliverableOrganisationSchema = z.object({
  deliverable_id: z.string().describe("the row that names it"),
  report_id: z.string().describe("the report that contains the row"),
  sequence: z.int().positive().describe("1-based, in printed order"),
  organisation: z.string().describe("one of the row's organisations"),
  kind: z.enum(ORGANISATION_KINDS).nullable().describe("a code, the name of a body, or a person's role"),
});

export const statusByPeriodSchema = z.object({
  report_id: z.string().describe("the report"),
  plan_id: z.string().nullable().describe("its plan"),
  theme_id: z.string().nullable().describe("its theme"),
  period_start: isoDay.nullable().describe("first day of its quarter"),
  rag: ragSchema.nullable().describe("the status; null for rows without a readable one"),
  row_count: count.describe("number of rows with that status"),
  row_total: count.describe("number of all rows"),
  row_percent: percent.nullable().describe("row_count out of row_total, to one decimal; null if there are no rows"),
  stated_count: count
    .nullable()
    .describe("number of rows with that status, according to the report; null also if it states two"),
  stated_percent: z.number().nonnegative().nullable().describe("percentage as printed"),
  verdict: verdictSchema.nullable().describe("whether the rows support what is stated; null if nothing is"),
});

const statusColumns = Object.fromEntries(
  RAGS.map((rag) => [rag.replace("-", "_"), count.describe(`number of rows that are ${rag}`)]),
);

export const planProgressSchema = z.object({
  plan_id: z.string().describe("the plan"),
  period_start: isoDay.describe("first day of the quarter"),
  report_count: z.int().positive().describe("number of its reports on that quarter, one for each theme"),
  row_count: count.describe("number of rows in them"),
  ...statusColumns,
  unreadable: count.describe("number of rows without a readable status"),
  green_percent: percent.nullable().describe("green rows out of row_count, to one decimal; null if there are no rows"),
});
