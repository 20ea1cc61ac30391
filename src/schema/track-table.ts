/** The table of tracks: in CSV one flat row for each member; in the nested dataset, members are inside their track. */
import * as z from "zod";
import { isoDay, ragSchema } from "./values.js";

export const trackMemberSchema = z.object({
  track_id: z.string().describe("the deliverable_id of its first member"),
  deliverable_id: z.string().describe("the row"),
  report_id: z.string().describe("the report that contains it"),
  period_start: isoDay.nullable().describe("first day of that report's quarter"),
  rag: ragSchema.nullable().describe("its status in that report"),
  match: z
    .enum(["first", "title", "wording", "updates", "place"])
    .describe(
      "how it was matched: first has no earlier row, title is the same title, wording a similar one; if a title was not read, updates or place (number and position)",
    ),
  similarity: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe("similarity of its title and the previous one; null if there is no previous one or a title was not read"),
});
