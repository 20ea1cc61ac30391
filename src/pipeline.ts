/** The stages in order: bytes, blocks, printed reports, normalised reports, findings. */
import { createHash } from "node:crypto";
import type { InputFile, Report } from "./schema/dataset.js";
import type { Profile } from "./schema/profile.js";

/** What became of one input file, and the reports found in it, audited. */
export interface FileResult {
  readonly file: InputFile;
  readonly reports: readonly Report[];
}

/**
 * Reads one file's bytes. Never throws on content: what cannot be read is an outcome in `file`.
 * @param sourceFile the name the file bears in the dataset: relative, with `/` separators
 */
export function readBytes(bytes: Uint8Array, sourceFile: string, _profile: Profile): FileResult {
  const source_sha256 = createHash("sha256").update(bytes).digest("hex");
  return {
    file: {
      source_file: sourceFile,
      source_sha256,
      bytes: bytes.byteLength,
      pages: null,
      outcome: "no-report",
      error_code: null,
      message: null,
      report_count: 0,
    },
    reports: [],
  };
}
