/** The nested dataset, `dataset.json`: the same tables, with each row inside the row it belongs to. */
import * as z from "zod";
import { fieldPlaceSchema, otherCellSchema, statusCellSchema } from "./column-tables.js";
import { scaleLabelSchema } from "./scale-table.js";
import {
  deliverableSchema,
  fileSchema,
  findingSchema,
  reportSchema,
  residueSchema,
  statedCountSchema,
  updateSchema,
} from "./tables.js";
import { trackMemberSchema } from "./track-table.js";

/** Raised when a column is added, renamed or changes its meaning. */
export const SCHEMA_VERSION = "2.0.0";

export const nestedDeliverableSchema = deliverableSchema.extend({
  statuses: z.array(statusCellSchema).describe("the cells of every status column, where a table has several"),
  other_columns: z.array(otherCellSchema).describe("cells of columns without a field of their own, in printed order"),
  places: z.array(fieldPlaceSchema).describe("where its number, organisations, title and status are printed"),
  updates: z.array(updateSchema),
});
export const nestedReportSchema = reportSchema.extend({
  scale: z.array(scaleLabelSchema).describe("each label of the report's statuses, with what it was taken for"),
  stated_counts: z.array(statedCountSchema),
  deliverables: z.array(nestedDeliverableSchema),
  findings: z.array(findingSchema),
  residue: z.array(residueSchema),
});
export const trackSchema = z.object({
  track_id: z.string(),
  number: z.string().nullable().describe("the deliverable's number in the last report that has it"),
  title: z.string().nullable().describe("its title as last read"),
  members: z.array(trackMemberSchema.omit({ track_id: true })),
});
export const datasetSchema = z.object({
  schema_version: z.string(),
  reports: z.array(nestedReportSchema),
  tracks: z.array(trackSchema),
  files: z.array(fileSchema),
});

export type Update = z.infer<typeof updateSchema>;
export type FieldPlace = z.infer<typeof fieldPlaceSchema>;
export type Deliverable = z.infer<typeof nestedDeliverableSchema>;
export type StatedCount = z.infer<typeof statedCountSchema>;
export type ScaleLabel = z.infer<typeof scaleLabelSchema>;
export type Finding = z.infer<typeof findingSchema>;
export type Residue = z.infer<typeof residueSchema>;
export type Report = z.infer<typeof nestedReportSchema>;
export type Track = z.infer<typeof trackSchema>;
export type InputFile = z.infer<typeof fileSchema>;
export type Dataset = z.infer<typeof datasetSchema>;
