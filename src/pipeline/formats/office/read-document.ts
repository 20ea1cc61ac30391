/**
 * The content of a Word or OpenDocument text to blocks, by way of HTML: its tables, colours and struck words are read as those of a web page. A line is
 * a paragraph outside tables, or a row of a table.
 */
import type { Profile } from "../../../schema/profile.js";
import { DEFAULT_READ_LIMITS } from "../../../source/limits.js";
import { htmlOf, plainOf } from "../../../source/office/html-lines.js";
import type { OfficeResult } from "../../../source/office/parts.js";
import type { ContentLimits, ContentResult } from "../input-format.js";
import { contentOfText } from "../text/read-text.js";

interface Lines {
  readonly lines: readonly string[];
}

/** What makes lines of a document's bytes. */
type Convert = (bytes: Uint8Array, maxBytes: number) => Promise<OfficeResult<Lines>>;

/** Never throws because of what the content holds. @param what the document is, as in "a Word document" */
export async function readDocument(
  bytes: Uint8Array,
  convert: Convert,
  what: string,
  profile: Profile,
  limits: ContentLimits,
): Promise<ContentResult> {
  const read = await convert(bytes, limits.maxBytes);
  if (!read.ok) return read;
  if (read.lines.length === 0) return { ok: false, code: "EMPTY", message: "the document has no text" };
  return contentOfText(htmlOf(read.lines), profile, { what });
}

/** No lines where the document cannot be read. */
export async function linesOfDocument(bytes: Uint8Array, convert: Convert): Promise<readonly (readonly string[])[]> {
  const read = await convert(bytes, DEFAULT_READ_LIMITS.maxBytes);
  return read.ok ? [read.lines.map(plainOf)] : [];
}
