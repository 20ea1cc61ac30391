/**
 * The tables of a row's further cells and places: cells of columns that have no field of their own, those of several status columns, and
 * where its fields are printed. In CSV one row for each; in the nested dataset they are lists inside their row.
 */
import * as z from "zod";
import { ragSchema, sourceShape } from "./values.js";

/** Fields of a row whose places are given each, in the order in which they are listed. */
export const PLACED_FIELDS = ["number", "organisations", "title", "rag"] as const;
export type PlacedField = (typeof PLACED_FIELDS)[number];

const cellShape = {
  deliverable_id: z.string().describe("the row that contains the cell"),
  report_id: z.string().describe("the report that contains the row"),
  sequence: z.int().positive().describe("1-based, in printed order"),
  heading: z.string().describe("the column's heading as printed; empty if it has none"),
};

export const deliverableStatusSchema = z.object({
  ...cellShape,
  period: z.string().nullable().describe("the period in the heading as printed; null if there is none"),
  raw: z.string().nullable().describe("the status as printed"),
  rag: ragSchema.nullable().describe("status; null if none is readable"),
  chosen: z.boolean().describe("whether the row's rag is from this column"),
  ...sourceShape,
});

export const deliverableColumnSchema = z.object({
  ...cellShape,
  text: z.string().describe("the cell's text as printed"),
  ...sourceShape,
});

export const deliverablePlaceSchema = z.object({
  deliverable_id: cellShape.deliverable_id,
  report_id: cellShape.report_id,
  field: z.enum(PLACED_FIELDS).describe("the field: number, organisations, title or rag"),
  ...sourceShape,
});
/** A place is nested in its row, which has the identifiers and the file. */
export const fieldPlaceSchema = deliverablePlaceSchema.omit({
  deliverable_id: true,
  report_id: true,
  source_file: true,
});

export const statusCellSchema = deliverableStatusSchema.pick({
  heading: true,
  period: true,
  raw: true,
  rag: true,
  chosen: true,
});
export const otherCellSchema = deliverableColumnSchema.pick({ heading: true, text: true });
