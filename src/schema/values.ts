/**
 * The canonical values and small shapes that every table of the dataset shares.
 * Types come from the schemas by `z.infer`; nothing here knows how a value was read.
 */
import * as z from "zod";
import { HALVES, RAGS, type Rag } from "./statuses.js";

export const isoDay = z.iso.date();

export const ragSchema = z.enum(RAGS);
export { HALVES, RAGS, type Rag };

export const severitySchema = z.enum(["error", "warning", "info"]);
export type Severity = z.infer<typeof severitySchema>;
/** Severities from the gravest to the mildest. */
export const SEVERITIES: readonly Severity[] = severitySchema.options;

export const verdictSchema = z.enum(["confirmed", "contradicted", "undetermined"]);
export type Verdict = z.infer<typeof verdictSchema>;

/** `[x0, top, x1, bottom]` in PDF points from the page's top left corner, after rotation. */
export const bboxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Bbox = z.infer<typeof bboxSchema>;

export const repairSchema = z.object({
  field: z.string().describe("the field that was repaired"),
  raw: z.string().describe("what was printed"),
  value: z.string().describe("the repaired value"),
  by: z.string().optional().describe("who corrected it; absent if the program repaired it"),
  why: z.string().optional().describe("for what reason it was corrected; absent as `by`"),
  date: z.string().optional().describe("when it was corrected; absent as `by`"),
});
export type Repair = z.infer<typeof repairSchema>;

export const notAppliedSchema = z.object({
  rules: z.array(z.string()).describe("the rules; see `ragtally explain`"),
  reason: z.string().describe("what they need that was not read"),
});
export type NotApplied = z.infer<typeof notAppliedSchema>;

/** Formats of input files, in the order in which a file's content is tried; what reads each is in the pipeline's table of them. */
export const sourceFormatSchema = z.enum(["pdf", "image", "docx", "xlsx", "odt", "ods", "text"]);
export type SourceFormat = z.infer<typeof sourceFormatSchema>;
export const SOURCE_FORMATS: readonly SourceFormat[] = sourceFormatSchema.options;

/** Position of a value in its source: the last five columns of the tables. */
export const sourceShape = {
  source_file: z.string().describe("input file as in `files`, relative to the input root, with / separators"),
  page: z.int().positive().nullable().describe("1-based page, or sheet of a spreadsheet; null for text"),
  line_first: z
    .int()
    .positive()
    .nullable()
    .describe(
      "first line, 1-based; null for PDF. A line of a Word or OpenDocument text is a paragraph or a row of a table, that of a spreadsheet a row",
    ),
  line_last: z.int().positive().nullable().describe("last line, 1-based; null for PDF"),
  bbox: bboxSchema.nullable().describe("[x0, top, x1, bottom] in points from the page's top left; PDF only"),
};
const sourceSchema = z.object(sourceShape);
export type Source = z.infer<typeof sourceSchema>;
