/** The table of tracks: one flat row a member, in CSV; in the nested dataset a member lies in its track. */
import * as z from "zod";
import { isoDay, ragSchema } from "./values.js";

export const trackMemberSchema = z.object({
  track_id: z.string().describe("the deliverable_id of its first member"),
  deliverable_id: z.string().describe("the row"),
  report_id: z.string().describe("the report it stands in"),
  period_start: isoDay.nullable().describe("first day of that report's quarter"),
  rag: ragSchema.nullable().describe("its status there"),
  match: z
    .enum(["first", "title", "wording", "updates", "place"])
    .describe(
      "by what it was known again: none comes before, the same title, one like it; with a title not read, an update or number and place",
    ),
  similarity: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe("how alike its title and the one before are; null where nothing comes before or one was not read"),
});
