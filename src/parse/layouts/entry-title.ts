/**
 * The title of a list's entry. In: the list's lines and how its first line is numbered. Out: the lines that the title takes, and the
 * status after it or between its label and itself.
 */
import { headingGrammar } from "../update-heading.js";
import type { ListGrammar } from "./list-grammar.js";
import type { ListLine } from "./list-lines.js";
import { type NumberedLine, numbered } from "./numbered-line.js";
import { isFurniture } from "./page-furniture.js";
import { readTail } from "./title-tail.js";

export interface EntryHead extends NumberedLine {
  /** Index of its first line. */
  readonly at: number;
  /** Lines below the first that the title continues in, with a status between the two. */
  readonly titleLines: number;
  /** Whether the line between the label and the title is the status. */
  readonly hasStatusFirst: boolean;
}

/** Lines of a wrapped title. */
export const TITLE_LINES = 3;
/** Whether a line begins with the dated heading of an update, whose date is no label. */
export const isDated = ({ bare }: ListLine, { profile }: ListGrammar): boolean =>
  (headingGrammar(profile).read(bare)?.dateRaw ?? null) !== null;

/** "Recommendation 3" alone on its line: a label that says what it numbers, which space may separate from its title. */
const isNamedAlone = ({ title, printed }: NumberedLine): boolean => title === "" && NAMED_LABEL.test(printed);

const NAMED_LABEL = /^\p{L}{4,}\s\S+$/u;

/** Whether the status is on the line between a label alone and its title. */
export const hasStatusFirst = (
  lines: readonly ListLine[],
  at: number,
  head: NumberedLine,
  grammar: ListGrammar,
): boolean => {
  const below = lines[at + 1];
  return below !== undefined && isNamedAlone(head) && isStatusLine(below, grammar);
};

/** Lines below a title's first that nothing separates from it and from the labels that follow. */
export function linesOfTitle(lines: readonly ListLine[], at: number, head: NumberedLine, grammar: ListGrammar): number {
  if (isNamedAlone(head)) return linesOfTitleBelow(lines, at, head, grammar);
  const below = lines.slice(at + 1, at + TITLE_LINES + 1);
  const count = below.findIndex((line) => line.labels.length > 0 || isStatusLine(line, grammar));
  const own = below.slice(0, Math.max(0, count) + 1);
  return count > 0 && own.every(({ block, isRow }) => !block.gapBefore && !isRow) ? count : 0;
}

/** Lines of a title below a label alone, up to the labels or the first text after a gap; a status may be between the two. */
function linesOfTitleBelow(lines: readonly ListLine[], at: number, head: NumberedLine, grammar: ListGrammar): number {
  let from = at + (hasStatusFirst(lines, at, head, grammar) ? 2 : 1);
  for (let line = lines[from]; line !== undefined && isFurniture(line.block, grammar.profile); line = lines[from])
    from += 1;
  let to = from;
  while (to < from + TITLE_LINES && isOfTitle(lines, to, to === from, grammar)) to += 1;
  return to === from ? 0 : to - at - 1;
}

function isOfTitle(lines: readonly ListLine[], at: number, isFirst: boolean, grammar: ListGrammar): boolean {
  const line = lines[at];
  if (line === undefined || line.isRow || line.labels.length > 0 || isStatusLine(line, grammar)) return false;
  if (isDated(line, grammar) || numbered(line, grammar) !== null || isFurniture(line.block, grammar.profile))
    return false;
  return isFirst || !line.block.gapBefore;
}

/** A word for a status, alone on its line. */
const STATUS_WORD = /\p{L}{3}/u;

/** Whether a line is a status and nothing else, as cards and web pages print it below a title. */
export const isStatusLine = ({ block, labels, text }: ListLine, { status }: ListGrammar): boolean =>
  block.kind === "line" &&
  labels.length === 0 &&
  STATUS_WORD.test(text) &&
  (status.read(text) !== null || status.isUncoloured(text));

/** A title over at most a few lines with a status after it, and the lines that it takes. */
export function tailAt(lines: readonly ListLine[], at: number, grammar: ListGrammar) {
  const head = numbered(lines[at], grammar);
  let title = head?.title ?? "";
  for (let more = 0; more <= TITLE_LINES && title !== ""; more += 1) {
    const tail = readTail(grammar, title);
    if (tail !== null) return { tail, titleLines: more };
    const below = lines[at + more + 1];
    if (below === undefined || below.block.gapBefore || below.labels.length > 0) return null;
    // "10.11.22: Done." is an update, and says nothing of the title above it.
    if (numbered(below, grammar) !== null || isDated(below, grammar)) return null;
    title = `${title} ${below.text}`;
  }
  return null;
}
