/**
 * Lines that wrap. In: the lines of a file or page. Out: each with those that continue it: what begins in small letters, what
 * is in brackets that the line above opens, and what had no room on it.
 */
import { hasDigit } from "../../language/characters.js";
import { rowLabelOf } from "../../language/row-labels.js";
import { endsWithAny, isUnfinished } from "../../language/sentences.js";
import type { Block } from "../../model/block.js";
import type { Profile } from "../../schema/profile.js";
import { headingGrammar } from "../update-heading.js";
import { type ListGrammar, labelsOf, matchesIn, splitInline } from "./list-grammar.js";
import { isFurniture } from "./page-furniture.js";

/** A line as printed. */
export interface LinePart {
  /** The document's block that it is, or is a line of. */
  readonly at: number;
  readonly block: Block;
  readonly text: string;
}

const BULLET = /^(?:[-*+•●▪◦‣–]|o(?=\s))\s+/u;
const GLYPH = /^(?:\p{Extended_Pictographic}|[●■◆▲○◯])\ufe0f?$/u;
/** A line that is nothing but a few words in brackets: "(A)". */
const BRACKETED = /^\([^()]{1,20}\)$/u;
/** Lines that show how wide the text is set, at least. */
const FEWEST_WRAPPED = 2;
/** Lines that brackets continue over. */
const BRACKET_LINES = 4;
/** Words of a label that are on the line above its sign. */
const LABEL_WORDS = 3;
/** What a line ends with after a sign, which may be a status. */
const LAST_VALUE = /(?:[:=|/;,([–—-]|\s{2})\s*([^:=|/;,()[\]]{1,32})[)\]]?$/u;
const LAST_CHARACTERS = 80;
const LONGEST = 300;
/** Lines that one may continue over: more are no line of a list. */
const MOST_LINES = 40;
/** A year continues the month above. */
const YEAR = /^(?:19|20)\d{2}[.,;)]?$/;

export const withoutBullet = (text: string): string => text.replace(BULLET, "");

export function wrappedLines(parts: readonly LinePart[], grammar: ListGrammar): LinePart[][] {
  const width = widthOf(parts, grammar);
  const lines: LinePart[][] = [];
  for (const part of parts) {
    const open = lines.at(-1);
    const above = open?.at(-1);
    const isWrapped = open !== undefined && continues(open, part, width, grammar);
    if (isWrapped && ![above, part].some((each) => isOfPage(each, grammar.profile))) open.push(part);
    else lines.push([part]);
  }
  return lines;
}

/** The width of the text, by the lines that surely wrap; endless where too few do. */
function widthOf(parts: readonly LinePart[], grammar: ListGrammar): number {
  const wrapped = parts.flatMap((part, at) => {
    const above = parts[at - 1];
    return above !== undefined && mayGoOn(above, part, grammar) && continuesSmall(above.text, part.text)
      ? [above.text.length]
      : [];
  });
  return wrapped.length < FEWEST_WRAPPED ? Number.POSITIVE_INFINITY : Math.max(...wrapped);
}

const mayGoOn = (above: LinePart, { block, text }: LinePart, { status }: ListGrammar): boolean =>
  block.kind === "line" &&
  above.block.kind === "line" &&
  block.furniture !== true &&
  above.block.furniture !== true &&
  !block.gapBefore &&
  !block.pageStart &&
  text !== "" &&
  above.text.length <= LONGEST &&
  // A dash may be printed before a status that the line above had no room for.
  (!BULLET.test(text) || status.read(withoutBullet(text)) !== null);

/** Whether a line is the page's. Figures alone may be the rest of a sentence: "a total of", "12". */
const isOfPage = (line: LinePart | undefined, profile: Profile): boolean =>
  line !== undefined &&
  isFurniture(line.block, profile) &&
  ((line.block.kind === "line" && line.block.furniture === true) || !FIGURES.test(line.text));

const FIGURES = /^\d+(?:\sof\s\d+)?$/;

const continuesSmall = (above: string, text: string): boolean => /^\p{Ll}/u.test(text) && !endsWithAny(above, ".!?:;");

function continues(open: readonly LinePart[], part: LinePart, width: number, grammar: ListGrammar): boolean {
  const above = open.at(-1);
  if (above === undefined || open.length >= MOST_LINES || !mayGoOn(above, part, grammar)) return false;
  const text = open.map((each) => each.text).join(" ");
  if (open.length < BRACKET_LINES && opensBracket(text)) return true;
  if (labelsOf(withoutBullet(part.text), grammar).length > 0) return splitsLabel(text, part.text, grammar);
  if (BRACKETED.test(part.text)) return true;
  if (BULLET.test(part.text)) return !isClosed(text, grammar);
  if (isClosed(text, grammar) || endsWithAny(text, ".!?:;")) return false;
  if (continuesSmall(text, part.text) || GLYPH.test(part.text)) return true;
  if (beginsAnew(part.text, grammar)) return false;
  return isUnfinished(text) || (isFull(above.text, part.text, width) && !isSentenceUnderName(text, part.text, grammar));
}

/** Whether a sentence is under the label of a name, which it does not continue. */
function isSentenceUnderName(above: string, text: string, grammar: ListGrammar): boolean {
  const label = labelsOf(withoutBullet(above), grammar).at(-1);
  const role = label === undefined ? null : grammar.roles.get(label.name);
  return (role === "organisation" || role === "status") && endsWithAny(text, ".!?");
}

const opensBracket = (text: string): boolean =>
  Math.max(text.lastIndexOf("("), text.lastIndexOf("[")) > Math.max(text.lastIndexOf(")"), text.lastIndexOf("]"));

/** Whether a label begins on the line above: "… | Progress" above "status: Green". */
function splitsLabel(above: string, text: string, grammar: ListGrammar): boolean {
  if (!/^\p{Ll}/u.test(text)) return false;
  const words = above.split(" ").slice(-LABEL_WORDS).join(" ");
  const joined = `${words} ${text}`;
  return matchesIn(joined, grammar).some(
    ({ index, printed }) => index < words.length && index + printed.length > words.length,
  );
}

/** Whether nothing more can be on a line: it ends with a status, a glyph, or labels in brackets. */
function isClosed(text: string, grammar: ListGrammar): boolean {
  const last = LAST_VALUE.exec(text.slice(-LAST_CHARACTERS))?.[1] ?? "";
  if (grammar.status.read(last) !== null || GLYPH.test(text.slice(text.lastIndexOf(" ") + 1))) return true;
  return endsWithAny(text, ")]") && splitInline(text, grammar).inline.length > 0;
}

/** Whether a line begins with a row label or the dated heading of an update. */
function beginsAnew(text: string, { profile }: ListGrammar): boolean {
  const [first = ""] = text.split(" ", 1);
  if (YEAR.test(first)) return false;
  if (hasDigit(first) && rowLabelOf(first) !== null) return true;
  return (headingGrammar(profile).read(text)?.dateRaw ?? null) !== null;
}

/** Whether the next line's first word had no room on a line. */
const isFull = (above: string, text: string, width: number): boolean =>
  above.length + 1 + (text.split(" ", 1)[0]?.length ?? 0) > width;
