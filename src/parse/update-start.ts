/**
 * Where an update begins under a row. In: a line, the item after it, and the forms of headings that the report uses. Out:
 * the heading the line begins with, what was repaired in it, and how many of the items after it belong to it. A date that a
 * sentence happens to be wrapped before begins none.
 */
import { isUnfinished } from "../language/sentences.js";
import type { PrintedUpdate } from "../model/printed.js";
import type { Item, TextItem } from "./item.js";
import { opensText } from "./paragraphs.js";
import type { UpdateForms } from "./update-forms.js";
import type { HeadingGrammar, UpdateHeading } from "./update-heading.js";

/** What comes before a line under its row. */
export interface Before {
  /** The line before it in the open update; null where none is open. */
  readonly lastText: string | null;
  /** The form of the row's first dated heading; null where there is none yet. */
  readonly form: string | null;
  /** Whether nothing of the row's updates comes before the line. */
  readonly isFirst: boolean;
}

export interface UpdateStart {
  readonly heading: UpdateHeading;
  readonly repairs: PrintedUpdate["repairs"];
  /** Items after the line that the heading continues over. */
  readonly items: number;
}

/** What a line's heading is decided by, besides the line. */
export interface Habits {
  readonly update: HeadingGrammar;
  readonly forms: UpdateForms;
}

/**
 * The heading a line begins with: as printed, with its cells closed up, with its word repaired, or over two lines.
 * @param joined the line's text with its cells joined
 * @param width length in characters of the longest lines of wrapped text of this kind
 */
export function findUpdateStart(
  { update, forms }: Habits,
  item: TextItem,
  joined: string,
  next: Item | undefined,
  before: Before,
  width: number,
): UpdateStart | null {
  const { lastText } = before;
  // Where a sentence is still open, a date at the next line's start continues it.
  const open = item.wrapped && !item.apart && lastText !== null && isUnfinished(lastText);
  if (open && /^\d/.test(joined)) return null;
  const opens = opensText(item, joined, lastText, width);
  const usual =
    usualHeading({ update, forms }, joined, before, opens && !open) ??
    headingAlone({ update, forms }, joined, before, open);
  if (usual !== null) return asPrinted(usual, item, joined);
  if (!opens && !/^\p{Lu}\p{Ll}*\s+[Uu]pdate/u.test(joined)) return null;
  const over = headingOverTwoLines(update, joined, next, item.wrapped);
  if (over !== null) return over;
  const plain = update.read(joined) ?? readLower(update, joined, before, opens);
  if (plain !== null) return continues(plain, forms, before) ? null : asPrinted(plain, item, joined);
  return item.cells === null ? null : repairedHeading(update, item.cells);
}

function asPrinted(heading: UpdateHeading, { cells }: TextItem, joined: string): UpdateStart {
  const raw = cells?.filter((cell) => cell !== "");
  const cut = raw !== undefined && raw.join(" ") !== joined;
  return { heading, repairs: cut ? [{ field: "heading", raw: raw.join("\t"), value: heading.heading }] : [], items: 0 };
}

/** A heading of a form that the report's rows begin with, or that is after a bullet as the row's first one is. */
function usualHeading(
  { update, forms }: Habits,
  joined: string,
  { form, isFirst }: Before,
  opens: boolean,
): UpdateHeading | null {
  if (!opens) return null;
  const usual = update.readUsual(joined);
  if (usual === null || usual.form === null) return null;
  if (forms.isUsual(usual)) return usual;
  const behindBullet = usual.form.startsWith("•") && update.read(joined) === null && isSigned(usual);
  return behindBullet && (isFirst || usual.form === form) ? usual : null;
}

/** A heading that is all of its line, and has a date, as the row's first one or those of other rows: no line above is too full. */
function headingAlone(
  { update, forms }: Habits,
  joined: string,
  { form }: Before,
  isOpen: boolean,
): UpdateHeading | null {
  if (isOpen) return null;
  const heading = update.readUsual(joined) ?? update.read(joined);
  if (heading === null || heading.rest !== "" || heading.dateRaw === null) return null;
  return heading.form !== null && (heading.form === form || forms.isUsual(heading)) ? heading : null;
}

/** Whether a sign, brackets or words of its own part a heading from what it heads. */
const isSigned = ({ heading, dateRaw, rest }: UpdateHeading): boolean =>
  rest === "" || /[:–—\])-]\W*$/u.test(heading) || (dateRaw !== null && /\p{L}{2}/u.test(heading.replace(dateRaw, "")));

/**
 * Whether a date before a sentence continues the text above: nothing but a stop or a space separates it from the sentence,
 * and the report's headings have another form. "The post was filled. | January 2021. The …"
 */
function continues(heading: UpdateHeading, forms: UpdateForms, { lastText, form }: Before): boolean {
  return lastText !== null && !isSigned(heading) && heading.form !== form && !forms.isUsual(heading);
}

/** A heading whose word is on a line of its own, or whose date wraps: "Update" above "12.09.22: …". */
function headingOverTwoLines(
  update: HeadingGrammar,
  joined: string,
  next: Item | undefined,
  wrapped: boolean,
): UpdateStart | null {
  if (next?.kind !== "text" || next.dateCell !== undefined || !update.mayContinue(joined)) return null;
  const own = update.read(joined);
  // Lines that are the author's own are not wrapped: only a word alone can be above its date.
  if (own === null ? !wrapped : own.dateRaw !== null || own.rest !== "") return null;
  const heading = update.read(`${joined} ${next.text}`);
  return heading !== null && heading.heading.length > joined.length ? { heading, repairs: [], items: 1 } : null;
}

/** The heading of a line that was cut into cells, closed up or with its word repaired. */
function repairedHeading(update: HeadingGrammar, printed: readonly string[]): UpdateStart | null {
  const cells = printed.filter((cell) => cell !== "");
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
  return null;
}

/**
 * A heading after which the text continues in lower case: where it is the row's first words, or is printed like the row's
 * first one and opens a sentence. "… as agreed on | 12.03.20: the group" continues the line above.
 */
function readLower(
  update: HeadingGrammar,
  joined: string,
  { form, isFirst }: Before,
  opens: boolean,
): UpdateHeading | null {
  if (!opens || (!isFirst && form === null)) return null;
  const heading = update.readOpening(joined);
  const own = heading?.form ?? null;
  return own !== null && (isFirst || own === form) ? heading : null;
}
