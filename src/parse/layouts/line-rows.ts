/**
 * The rows of a table whose cells are lost. In: the lines under its headings, and where its rows begin. Out: each row's lines
 * and words; page numbers and running heads among them, headings of groups between them and what comes after the last one
 * are none of theirs.
 */

import { isGroupLine } from "../../language/group-lines.js";
import { isWholeDate } from "../../language/whole-date.js";
import type { LineBlock } from "../../model/block.js";
import type { Profile } from "../../schema/profile.js";
import { isEndMatterHeading } from "../report/end-matter-heading.js";
import { isCapitalLine } from "../rows/group-heading.js";
import { isTotal } from "../rows/no-deliverable.js";
import type { CellKind } from "./cell-fit.js";
import { isFurniture } from "./page-furniture.js";
import type { RowWord } from "./row-words.js";

export interface LineRow {
  /** Its lines among those given, from (inclusive) and to (exclusive). */
  readonly from: number;
  readonly to: number;
  readonly words: readonly RowWord[];
  readonly furniture: readonly LineBlock[];
}

const SENTENCE_END = /[.!?]["”’)]?$/u;
const PAGE_AT_END = /\bpage \d{1,4} of \d{1,4}$/i;
const PAGE_NUMBER = /^(?:page\s+)?\d{1,4}(?:\s+of\s+\d{1,4})?$/i;

const YEAR = /^(?:19|20)\d{2}$/;

export interface RowHabits {
  readonly profile: Profile;
  readonly kinds: readonly CellKind[];
  /** Lines that the document begins with: a page may begin with them again. */
  readonly heads: ReadonlySet<string>;
  /** Whether white space separates lines of one row, so that it does not end the last one. */
  readonly hasGaps: boolean;
}

export function rowsFrom(lines: readonly LineBlock[], starts: readonly number[], habits: RowHabits): LineRow[] {
  return starts.map((from, turn): LineRow => {
    const next = starts[turn + 1];
    const to = next === undefined ? endOfLast(lines, from, habits) : withoutGroup(lines, from + 1, next, habits.kinds);
    const own = lines.slice(from, to);
    const furniture = own.filter((line, at) => at > 0 && isOfPage(line, own[at - 1], habits));
    return { from, to, words: wordsOf(own.filter((line) => !furniture.includes(line))), furniture };
  });
}

/** Whether a line is a page's foot, or the running head below one. */
function isOfPage(line: LineBlock, before: LineBlock | undefined, { profile, heads }: RowHabits): boolean {
  const isFoot = ({ text }: LineBlock): boolean => PAGE_AT_END.test(text);
  if (isFurniture(line, profile) || isFoot(line)) return true;
  return before !== undefined && heads.has(line.text.trim()) && (isFurniture(before, profile) || isFoot(before));
}

/** Whether white space is between the lines of any row but the last. */
export const haveGaps = (lines: readonly LineBlock[], starts: readonly number[]): boolean =>
  starts.slice(1).some((to, turn) => lines.slice((starts[turn] ?? to) + 1, to).some(({ gapBefore }) => gapBefore));

/** A row's end without the lines that head the group of the rows below it. */
export function withoutGroup(
  lines: readonly LineBlock[],
  from: number,
  to: number,
  kinds: readonly CellKind[],
): number {
  let end = to;
  while (end > from) {
    const [text, before] = [lines[end - 1]?.text.trim() ?? "", lines[end - 2]?.text.trim() ?? ""];
    const ends = SENTENCE_END.test(before);
    const isName = (isCapitalLine(text) && ends) || (isWholeDate(text) && ends && kinds.at(-1) !== "date");
    if (isRestOfDate(lines[end - 1]) || (!isName && !isGroupLine(text) && !PAGE_NUMBER.test(text))) break;
    end -= 1;
  }
  return end;
}

/** Whether a line is a year that a month of the row's may be above: nothing separates it from the row. */
const isRestOfDate = (line: LineBlock | undefined): boolean =>
  line !== undefined && !line.gapBefore && YEAR.test(line.text.trim());

/** Where the last row ends: before a total, what closes a report, or what white space separates as it does in no other row. */
function endOfLast(lines: readonly LineBlock[], from: number, habits: RowHabits): number {
  const { profile, hasGaps } = habits;
  for (let at = from + 1; at < lines.length; at += 1) {
    const [before, line] = [lines[at - 1], lines[at]];
    if (line === undefined || isTotal(line.text)) return at;
    if (!line.gapBefore || (before !== undefined && isOfPage(before, undefined, habits))) continue;
    if (!hasGaps || isEndMatterHeading(profile, line.text) || isGroupLine(line.text)) return at;
  }
  return lines.length;
}

/** The words of lines, by the first of these: where rows begin differs little between the ways of reading them. */
const KNOWN = new WeakMap<LineBlock, { readonly lines: readonly LineBlock[]; readonly words: RowWord[] }>();

/** The words of lines; the same ones where these are asked for again, so that what is known of them is kept. */
export function wordsOf(lines: readonly LineBlock[]): readonly RowWord[] {
  const [first] = lines;
  const before = first === undefined ? undefined : KNOWN.get(first);
  if (before?.lines.length === lines.length && before.lines.every((line, at) => line === lines[at]))
    return before.words;
  const words = readWords(lines);
  if (first !== undefined) KNOWN.set(first, { lines, words });
  return words;
}

function readWords(lines: readonly LineBlock[]): RowWord[] {
  return lines.flatMap(({ text, gapBefore }, line) =>
    text
      .trim()
      .split(/\s+/)
      .map((word, at): RowWord => ({ text: word, line, startsLine: at === 0, afterGap: at === 0 && gapBefore })),
  );
}
