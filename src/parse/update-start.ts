/**
 * Where an update begins under a row. In: a line and the item behind it. Out: the heading it begins with, what was mended
 * in it, and how many of the items behind it belong to it.
 */
import { isUnfinished } from "../language/sentences.js";
import type { PrintedUpdate } from "../model/printed.js";
import type { Item, TextItem } from "./item.js";
import { formOf } from "./line-updates.js";
import { leavesRoom } from "./paragraphs.js";
import type { HeadingGrammar, UpdateHeading } from "./update-heading.js";

const SENTENCE_END = /[.!?]["”'’)\]]*$/u;

/** What stands before a line under its row. */
export interface Before {
  /** The line before it in the open update; null where none is open. */
  readonly lastText: string | null;
  /** The form of the row's first dated heading; null where there is none yet. */
  readonly form: string | null;
  /** Whether nothing of the row's updates stands before the line. */
  readonly isFirst: boolean;
}

export interface UpdateStart {
  readonly heading: UpdateHeading;
  readonly repairs: PrintedUpdate["repairs"];
  /** Items behind the line that the heading goes on over. */
  readonly items: number;
}

/**
 * The heading a line begins with: as printed, with its cells closed up, with its word mended, or over two lines.
 * @param joined the line's text with its cells joined
 * @param width length in characters of the longest lines of wrapped text of this kind
 */
export function findUpdateStart(
  update: HeadingGrammar,
  item: TextItem,
  joined: string,
  next: Item | undefined,
  before: Before,
  width: number,
): UpdateStart | null {
  const { lastText } = before;
  // Where a sentence is still open, a date at the next line's start goes on with it.
  const open = item.wrapped && !item.apart && lastText !== null && isUnfinished(lastText);
  if (open && /^\d/.test(joined)) return null;
  if (continuesSentence(item, joined, lastText, width)) return null;
  const plain = update.read(joined) ?? readLower(update, item, joined, before, width);
  if (plain !== null) {
    const raw = item.cells?.filter((cell) => cell !== "");
    const cut = raw !== undefined && raw.join(" ") !== joined;
    return {
      heading: plain,
      repairs: cut ? [{ field: "heading", raw: raw.join("\t"), value: plain.heading }] : [],
      items: 0,
    };
  }
  if (item.cells !== null) {
    const cells = item.cells.filter((cell) => cell !== "");
    for (const text of [[`${cells[0] ?? ""}${cells[1] ?? ""}`, ...cells.slice(2)].join(" "), cells.join("")])
      for (const tried of [text, update.repairStart(text)]) {
        const heading = tried === null ? null : update.read(tried);
        if (heading !== null)
          return {
            heading,
            repairs: [{ field: "heading", raw: cells.join("\t"), value: heading.heading }],
            items: 0,
          };
      }
  }
  if (item.wrapped && next?.kind === "text" && update.mayContinue(joined)) {
    const heading = update.read(`${joined} ${next.text}`);
    if (heading !== null && heading.heading.length > joined.length) return { heading, repairs: [], items: 1 };
  }
  return null;
}

/**
 * Whether a line that begins with a date or month continues the sentence of the line above: that one does not end it, and
 * had no room left for the line's first word. "… closed in | January 2021. The …"
 */
function continuesSentence(item: TextItem, joined: string, lastText: string | null, width: number): boolean {
  if (!item.wrapped || item.apart || lastText === null || SENTENCE_END.test(lastText)) return false;
  return !leavesRoom(lastText, joined, width) && !/^\p{Lu}\p{Ll}*\s+[Uu]pdate/u.test(joined);
}

/**
 * A heading behind which the text goes on in lower case: where it is the row's first words, or is printed like the row's
 * first one and opens a sentence. "… as agreed on | 12.03.20: the group" goes on with the line above.
 */
function readLower(
  update: HeadingGrammar,
  item: TextItem,
  joined: string,
  { lastText, form, isFirst }: Before,
  width: number,
): UpdateHeading | null {
  if (!isFirst && form === null) return null;
  const opens =
    !item.wrapped ||
    item.apart ||
    lastText === null ||
    SENTENCE_END.test(lastText) ||
    leavesRoom(lastText, joined, width);
  const heading = opens ? update.readOpening(joined) : null;
  const own = heading === null ? null : formOf(heading);
  return own !== null && (isFirst || own === form) ? heading : null;
}
