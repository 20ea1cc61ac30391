/** The table of a report's scale: each label that its key, its counts or its rows print for a status, and what it was taken for. */
import * as z from "zod";
import { ragSchema, sourceShape } from "./values.js";

export const scaleLabelSchema = z.object({
  report_id: z.string().describe("the report that prints it"),
  sequence: z
    .int()
    .positive()
    .describe("1-based: the key's labels first, then those of counts, then those of rows alone"),
  label: z.string().describe("the letter, word or sign as printed; empty for a colour without a text"),
  meaning: z.string().nullable().describe("what the key says of it, as printed; null if it says nothing"),
  rag: ragSchema.nullable().describe("the status that it was taken for; null if it says none"),
  defined_by: z
    .enum(["key", "counts", "profile"])
    .nullable()
    .describe(
      "what says its status, or that it has none: the report's key, its stated counts or the profile; null if nothing does",
    ),
  stated_count: z.int().nonnegative().nullable().describe("number of rows with it, according to the report"),
  row_count: z.int().nonnegative().describe("number of rows that print it"),
  ...sourceShape,
});
