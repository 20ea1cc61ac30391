/** The stages in order for a text: bytes, blocks, printed reports, normalised reports. */
import { createHash } from "node:crypto";
import { blocksOfText } from "../../layout/text-blocks.js";
import { parseReports } from "../../parse/parse-reports.js";
import type { Profile } from "../../schema/profile.js";
import { decodeText } from "../../source/text.js";
import { type NormalisedFile, normalisedReports } from "./audit-file.js";

/** Never throws on content: what cannot be read is an outcome in `file`. */
export function normaliseBytes(bytes: Uint8Array, sourceFile: string, profile: Profile): NormalisedFile {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = { source_file: sourceFile, source_sha256: sha256, bytes: bytes.byteLength, pages: null };
  const decoded = decodeText(bytes);
  if (!decoded.ok) {
    const { code, message } = decoded;
    return { file: { ...file, outcome: "failed", error_code: code, message, report_count: 0 }, reports: [] };
  }
  const printed = parseReports(blocksOfText(decoded.text, profile), profile);
  const reports = normalisedReports(printed, { sourceFile, sha256, format: "text" });
  const found = reports.length > 0;
  return {
    file: {
      ...file,
      outcome: found ? "parsed" : "no-report",
      error_code: null,
      message: found ? null : "the file is text, but no report was found in it",
      report_count: reports.length,
    },
    reports,
  };
}
