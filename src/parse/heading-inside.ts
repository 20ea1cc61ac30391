/**
 * Dated headings of updates within a line, behind the title of a row: "… (0-19 services) Force Update - 13 June 2018:". In:
 * a text. Out: where its heading begins.
 */
import type { Context } from "./context.js";

/**
 * Whether a text begins with a heading that leaves no doubt within a line: dated, and with a known organisation for its
 * author, as other capitalised words before "Update" may be the title's.
 */
function opensUpdate(context: Context, text: string): boolean {
  const found = context.update.read(text);
  if (found === null || found.dateRaw === null) return false;
  // "A Update 12.09.22:" is a status before an update.
  if (context.status.readLeading(text) !== null) return false;
  if (found.author !== null && !context.organisations.isKnown(found.author)) return false;
  // A date alone may end a title ("by 31 March 2022"): a heading has its word, or a colon behind the date.
  const words = found.heading.replace(found.dateRaw, "");
  return /\p{L}{3}/u.test(words) || words.endsWith(":");
}

/** Where the first such heading begins behind the text's first word, or null. */
export function headingInside(context: Context, text: string): number | null {
  for (const match of text.matchAll(/\s(?=\p{Lu}|\d{1,2}[./-]\d)/gu))
    if (opensUpdate(context, text.slice(match.index + 1))) return match.index + 1;
  return null;
}
