/**
 * What `run.json` says of the run that wrote a folder: its inputs and how they were read. In: the folder. Out: these, or null where the
 * file is missing or of another form. The names of files in a run are relative to its inputs.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { OCR_MODES } from "../model/recognition.js";
import { RUN_FILE } from "./output-folder.js";

const whole = z.int().positive();
const runSchema = z.object({
  options: z.object({
    inputs: z.array(z.string()).min(1),
    profile: z.string(),
    ocr: z.enum(OCR_MODES).default("auto"),
    ocr_language: z.string().default("eng"),
    corrections: z.string().nullable().default(null),
    limits: z.object({ timeoutMs: whole, memoryBytes: whole, maxBytes: whole, maxPages: whole }).optional(),
    latest: z.boolean().default(false),
  }),
});
export type RunInputs = z.infer<typeof runSchema>["options"];

export async function readRunInputs(folder: string): Promise<RunInputs | null> {
  const text = await readFile(join(folder, RUN_FILE), "utf8").catch(() => "null");
  try {
    return runSchema.safeParse(JSON.parse(text)).data?.options ?? null;
  } catch {
    return null;
  }
}
