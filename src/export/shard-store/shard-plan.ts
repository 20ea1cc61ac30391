/**
 * What a shard store says of itself, as JSON: which files its shards have and how all of them are read and written; and what is known
 * of a shard that is done. Schemas and types only.
 */
import { z } from "zod";
import { OCR_MODES } from "../../model/recognition.js";
import { type Correction, isCorrectedField } from "../../schema/correction.js";
import { profileSchema } from "../../schema/profile.js";
import { FORMATS } from "../formats/output-formats.js";

const countSchema = z.int().nonnegative();

const limitsSchema = z.strictObject({
  timeoutMs: countSchema,
  memoryBytes: countSchema,
  maxBytes: countSchema,
  maxPages: countSchema,
});

/** A file of a plan, as `FoundFile` has it. */
export interface PlannedFile {
  readonly path: string;
  readonly sourceFile: string;
  /** Whether the machine that made the plan could open it. */
  readonly isReadable: boolean;
}

/** As `loadCorrections` gives them, which has checked their values. */
const isCorrection = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "field" in value && isCorrectedField(String(value.field));

const shardSchema = z.strictObject({
  /** Number of files in it, and their bytes. */
  files: countSchema,
  bytes: countSchema,
  /** Where its lines begin in `files.jsonl`, and their bytes. */
  offset: countSchema,
  length: countSchema,
  /** SHA-256 of its lines. */
  sha256: z.string(),
});
export type Shard = z.infer<typeof shardSchema>;

export const planSchema = z.strictObject({
  tool: z.literal("ragtally"),
  kind: z.literal("shards"),
  version: z.string(),
  /** Hash of the program that made the plan; no other takes part. */
  program: z.string(),
  /** When it was made: plans of the same files at different times are different ones, as the files may have changed. */
  planned: z.string(),
  /** Absolute paths. */
  inputs: z.array(z.string()),
  hidden_files: countSchema,
  /** Names of files that look like the name of a file in another. */
  member_like_names: z.array(z.string()),
  reading: z.strictObject({
    profile: profileSchema,
    limits: limitsSchema,
    corrections: z.array(z.custom<Correction>(isCorrection)),
    /** Absolute path of the file that they come from. */
    corrections_file: z.string().nullable(),
    recognition: z.strictObject({ mode: z.enum(OCR_MODES), language: z.string() }),
  }),
  writing: z.strictObject({
    formats: z.array(z.enum(FORMATS)),
    rawCsv: z.boolean(),
    latest: z.boolean(),
    about: z.strictObject({
      title: z.string().nullable(),
      author: z.string().nullable(),
      licence: z.string().nullable(),
    }),
  }),
  shards: z.array(shardSchema),
});
export type ShardPlan = z.infer<typeof planSchema>;

export const doneSchema = z.strictObject({
  /** SHA-256 of the `plan.json` that the shard is one of. */
  plan_sha256: z.string(),
  program: z.string(),
  part_bytes: countSchema,
  part_sha256: z.string(),
  /** Documents, with the files in other files; reports; and rows. */
  documents: countSchema,
  reports: countSchema,
  rows: countSchema,
  /** Documents that could not be read. */
  failed: countSchema,
});
export type ShardDone = z.infer<typeof doneSchema>;
