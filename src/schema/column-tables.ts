/**
 * The tables of a row's further cells: those of columns that have no field of their own, and those of several status columns. In
 * CSV one row for each cell; in the nested dataset, heading and content are lists inside their row.
 */
import * as z from "zod";
import { ragSchema, sourceShape } from "./values.js";

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

export const statusCellSchema = deliverableStatusSchema.pick({
  heading: true,
  period: true,
  raw: true,
  rag: true,
  chosen: true,
});
export const otherCellSchema = deliverableColumnSchema.pick({ heading: true, text: true });
