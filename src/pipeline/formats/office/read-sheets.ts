/**
 * The content of a spreadsheet to blocks, by way of HTML: its tables, colours and struck words are read as those of a web page. A page is a
 * sheet, and a line is one of its rows, with the number that the program shows.
 */
import type { Move } from "../../../normalise/sources.js";
import type { Profile } from "../../../schema/profile.js";
import { DEFAULT_READ_LIMITS } from "../../../source/limits.js";
import { htmlOf, plainOf } from "../../../source/office/html-lines.js";
import type { OfficeResult } from "../../../source/office/parts.js";
import type { SheetPlace, SpreadsheetLines } from "../../../source/office/xlsx.js";
import type { ContentLimits, ContentResult } from "../input-format.js";
import { contentOfText } from "../text/read-text.js";

/** What makes lines of a spreadsheet's bytes. */
type Convert = (bytes: Uint8Array, maxBytes: number) => Promise<OfficeResult<SpreadsheetLines>>;

/** Never throws because of what the content holds. */
export async function readSheets(
  bytes: Uint8Array,
  convert: Convert,
  profile: Profile,
  limits: ContentLimits,
): Promise<ContentResult> {
  const read = await convert(bytes, limits.maxBytes);
  if (!read.ok) return read;
  const { lines, places, sheetCount, incomplete, notes } = read;
  if (lines.length === 0)
    return { ok: false, code: "EMPTY", message: ["no sheet that is shown has text", ...notes].join("; ") };
  const content = contentOfText(htmlOf(lines), profile, { what: "a spreadsheet" });
  return {
    ...content,
    pageCount: sheetCount,
    unreadPages: incomplete,
    asShown: inSheet(places),
    outcomeOf: (hasReports) => {
      const { outcome, message } = content.outcomeOf(hasReports);
      const all = [...(message === null ? [] : [message]), ...notes];
      return { outcome, message: all.length === 0 ? null : all.join("; ") };
    },
  };
}

/** From the number of a line to the sheet and row that it shows. */
function inSheet(places: readonly SheetPlace[]): Move {
  return (source) => {
    const first = places[(source.line_first ?? 0) - 1];
    if (first === undefined) return source;
    const last = places[(source.line_last ?? 0) - 1];
    const line_last = last?.sheet === first.sheet ? last.row : first.row;
    return { ...source, page: first.sheet, line_first: first.row, line_last };
  };
}

/** The rows of each sheet; none where the spreadsheet cannot be read. */
export async function linesOfSheets(bytes: Uint8Array, convert: Convert): Promise<readonly (readonly string[])[]> {
  const read = await convert(bytes, DEFAULT_READ_LIMITS.maxBytes);
  if (!read.ok) return [];
  const sheets: string[][] = Array.from({ length: read.sheetCount }, () => []);
  for (const [at, { sheet, row }] of read.places.entries()) {
    const lines = sheets[sheet - 1] ?? [];
    while (lines.length < row - 1) lines.push("");
    lines.push(plainOf(read.lines[at] ?? ""));
  }
  return sheets;
}
