/** The record of the run that wrote a folder: what it counted and with what it was made. Null where the folder is no output. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { RUN_FILE } from "./output-folder.js";

const count = z.int().nonnegative();
const formerRunSchema = z.object({
  version: z.string(),
  options: z.object({ latest: z.boolean().optional() }),
  counts: z.object({ files: count, reports: count, deliverables: count }),
  finished: z.string(),
});
export type FormerRun = z.infer<typeof formerRunSchema>;

export async function readFormerRun(folder: string): Promise<FormerRun | null> {
  const text = await readFile(join(folder, RUN_FILE), "utf8").catch(() => "");
  try {
    return formerRunSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
