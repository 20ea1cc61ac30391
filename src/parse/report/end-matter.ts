/**
 * What closes a report behind its last row: "Next report: …", "Prepared by …", a glossary, an annex. In: the items of its
 * rows. Out: the items without it; it is set aside. An update may have headings of its own, so that in doubt text stays.
 */
import { plainForm } from "../../language/words.js";
import type { Profile } from "../../schema/profile.js";
import type { Context } from "../context.js";
import type { Item, TextItem } from "../item.js";

/** Rows whose updates stand in cells, or without headings in capitals, from which on that is the report's habit. */
const FEWEST_ROWS = 3;
/** The same for updates in cells whose borders are not sure: lines below may go on with one. */
const FEWEST_UNSURE = 5;
/** Words that a closing line's own may come behind or before: "The next report", "Glossary of terms". */
const LONGEST_HEADING = 5;
/** Characters of a line in which it has said that it closes. */
const LONGEST = 200;
/** Names and offices, as they stand behind "Prepared by". */
const NAMES = /^(?:[\s,]+(?:\p{Lu}[\p{L}.'’&-]*|and|of|the|for|on|behalf|&))+$/u;
/** A heading in capitals. */
const CAPITALS = /^(?=.*\p{Lu}{4})[^\p{Ll}]{4,60}$/u;

export function withoutClosing(context: Context, items: readonly Item[], to: number): readonly Item[] {
  const last = items.findLastIndex((item) => item.kind === "head");
  if (last < 0) return items;
  const habits = habitsOf(context, items, last);
  const behind = items.slice(last + 1);
  // Behind the last heading of an update, or what goes on from a row over a page.
  const from = behind.findLastIndex((item) => item.kind !== "text" || isDated(context, item)) + 1;
  for (const [at, item] of behind.entries()) {
    if (at < from || item.kind !== "text" || !standsApart(context, item)) continue;
    const next = behind[at + 1];
    const name = closingName(context.profile, item.text);
    const closes =
      (name !== null && !habits.names.has(name)) ||
      (habits.inCells && indentOf(context, item.block) === 0) ||
      (habits.plain && at > 0 && next !== undefined && isHeading(item.text));
    if (!closes || behind.slice(at).some(({ block }) => block < item.block)) continue;
    for (let index = item.block; index < to; index += 1) context.ledger.setAsideWhole(index, "closing");
    return items.slice(0, last + 1 + at);
  }
  return items;
}

const isDated = (context: Context, item: TextItem): boolean =>
  closingName(context.profile, item.text) === null && (context.update.read(item.text)?.dateRaw ?? null) !== null;

/** Whether white space parts a line from what stands above it. */
function standsApart(context: Context, { block, apart }: TextItem): boolean {
  const found = context.blocks[block];
  return apart && found?.kind === "line" && found.gapBefore;
}

function indentOf(context: Context, block: number): number | null {
  const found = context.blocks[block];
  return found?.kind === "line" ? found.indent : null;
}

const isHeading = (text: string): boolean => CAPITALS.test(text) && !/[.;,:]$/.test(text);

interface Habits {
  /** Updates stand in cells of the table alone. */
  readonly inCells: boolean;
  /** Updates have no headings in capitals. */
  readonly plain: boolean;
  /** Closing words that lines under other rows begin with: there they are a row's own. */
  readonly names: ReadonlySet<string>;
}

/** What the rows before the last one say of the report's updates. */
function habitsOf(context: Context, items: readonly Item[], last: number): Habits {
  const before = items.slice(0, last);
  const rows = before.filter((item) => item.kind === "head").length;
  const texts = before.slice(before.findIndex((item) => item.kind === "head")).filter((item) => item.kind === "text");
  const inLines = texts.some(({ block }) => context.blocks[block]?.kind === "line");
  const head = context.blocks[items[last]?.block ?? -1];
  const borders = head?.kind === "row" ? head.borders : null;
  return {
    inCells: rows >= (borders === "sure" ? FEWEST_ROWS : FEWEST_UNSURE) - 1 && texts.length > 0 && !inLines,
    names: new Set(texts.flatMap(({ text }) => closingName(context.profile, text) ?? [])),
    plain: rows >= FEWEST_ROWS - 1 && !texts.some(({ text }) => isHeading(text)),
  };
}

/** The profile's closing words in plain form, by the word that each begins with. */
type ClosingWords = ReadonlyMap<string, readonly { readonly phrase: string; readonly plain: string }[]>;

const compiled = new WeakMap<Profile, ClosingWords>();

function closingWords(profile: Profile): ClosingWords {
  const known = compiled.get(profile);
  if (known !== undefined) return known;
  const words = new Map<string, { phrase: string; plain: string }[]>();
  for (const phrase of profile.closing) {
    const plain = plainForm(phrase);
    const first = plain.split(" ", 1)[0] ?? "";
    words.set(first, [...(words.get(first) ?? []), { phrase, plain }]);
  }
  compiled.set(profile, words);
  return words;
}

/** Whether a line is the heading of what closes a report, such as a glossary. */
export const namesClosing = (profile: Profile, text: string): boolean => closingName(profile, text) !== null;

/** The closing words that a line begins with, where it is such a heading or names what it is about behind a sign; or null. */
function closingName(profile: Profile, text: string): string | null {
  const first = /^\P{L}*(?:the\s+)?(\p{L}+)/iu.exec(text.slice(0, LONGEST))?.[1]?.toLowerCase() ?? "";
  const candidates = closingWords(profile).get(first);
  if (candidates === undefined) return null;
  const [, name = "", sign = ""] = /^(?:the\s+)?([^:–—\d]{3,60}?)\s*([:–—\d].*)?$/iu.exec(text.slice(0, LONGEST)) ?? [];
  const plain = plainForm(name);
  const known = candidates.find((words) => plain === words.plain || plain.startsWith(`${words.plain} `))?.phrase;
  if (known === undefined) return null;
  // "Prepared by Jane Smith" goes on with a name; a longer line of words is a sentence.
  const isShort = plain.split(" ").length <= LONGEST_HEADING;
  if (known.endsWith(" by") && NAMES.test(name.slice(known.length))) return known;
  return isShort && (sign !== "" || !/[.;,]$/.test(text)) ? known : null;
}
