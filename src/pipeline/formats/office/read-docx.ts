/**
 * The content of a Word document to blocks, by way of HTML: its tables, colours and struck words are read as those of a web page. A line is
 * a paragraph outside tables, or a row of a table.
 */
import type { Profile } from "../../../schema/profile.js";
import { DEFAULT_READ_LIMITS } from "../../../source/limits.js";
import { docxLines } from "../../../source/office/docx.js";
import { htmlOf, plainOf } from "../../../source/office/html-lines.js";
import type { ContentLimits, ContentResult } from "../input-format.js";
import { contentOfText } from "../text/read-text.js";

/** Never throws because of what the content holds. */
export async function readDocx(bytes: Uint8Array, profile: Profile, limits: ContentLimits): Promise<ContentResult> {
  const read = await docxLines(bytes, limits.maxBytes);
  if (!read.ok) return read;
  if (read.lines.length === 0) return { ok: false, code: "EMPTY", message: "the document has no text" };
  return contentOfText(htmlOf(read.lines), profile, { what: "a Word document" });
}

/** No lines where the document cannot be read. */
export async function linesOfDocx(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const read = await docxLines(bytes, DEFAULT_READ_LIMITS.maxBytes);
  return read.ok ? [read.lines.map(plainOf)] : [];
}
