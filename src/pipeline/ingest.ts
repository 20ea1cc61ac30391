/** Files to results, read in guarded processes; and the bytes of one text file to its result. */
import { createHash } from "node:crypto";
import { RULE_IDS } from "../audit/registry.js";
import { JSON_ROWS } from "../export/formats/json.js";
import type { Correction } from "../schema/correction.js";
import type { Profile } from "../schema/profile.js";
import { readCorrections } from "../source/corrections.js";
import { readProfile } from "../source/profile.js";
import type { FileResult } from "./file-result.js";
import { readText } from "./formats/text/read-text.js";
import { reportOf } from "./packed-file.js";
import { auditedFile } from "./worker/audit-file.js";
import { normalisedFile } from "./worker/normalised-file.js";
import { type IngestOptions, prepareReading, readPacked } from "./worker-pool.js";

/**
 * Reads a profile from a JSON file that has every key, or `extends` and the keys that differ.
 * @throws ProfileError, with the line and the key of each mistake
 */
export async function loadProfile(path: string): Promise<Profile> {
  return readProfile(path, RULE_IDS);
}

/**
 * Reads corrections from CSV with the columns of `CORRECTION_COLUMNS`.
 * @throws CorrectionsError, with the line of each mistake
 */
export async function loadCorrections(path: string): Promise<Correction[]> {
  return readCorrections(path);
}

/**
 * Reads files, folders (with everything in them) and globs. Yields exactly one result for each file, in code-unit order of
 * `source_file`, and after each file one for every file in it. A file that cannot be read has a result that says so. Each file is read in a guarded process, and again in a
 * process of its own if that process dies or takes too long.
 * @throws InputError if an input does not exist, or no input holds a file
 * @throws RangeError if `jobs` is not a whole number of at least 1
 * @throws the signal's reason
 */
export async function* ingest(inputs: readonly string[], options: IngestOptions = {}): AsyncGenerator<FileResult> {
  const reading = await prepareReading(inputs, options, [JSON_ROWS.name]);
  options.onFound?.(reading.files.length);
  for await (const { reports, held: _, ...rest } of readPacked(reading, options)) {
    yield { ...rest, reports: reports.map(reportOf) };
  }
}

/**
 * Reads one text file's bytes; PDFs are read only by `ingest`, in a guarded process. Never throws because of the content: what
 * cannot be read is an outcome in `file`.
 * @param sourceFile the file's name in the dataset: relative, with `/` separators
 */
export function readBytes(bytes: Uint8Array, sourceFile: string, profile: Profile): FileResult {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const source = { sourceFile, sha256, format: "text", bytes: bytes.byteLength } as const;
  return auditedFile(normalisedFile(readText(bytes, profile), source, profile), profile);
}
