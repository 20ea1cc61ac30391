/**
 * Two columns of text that are filled one after the other, so that the second is short. In: lines with their gaps, from top to bottom.
 * Out: which lines the columns take, and where the second begins; null where a text on the right does not go on from the foot of a
 * column of prose as wide as it: then it is a cell, a label or a note.
 */
import type { Word } from "../model/page.js";
import type { GappedLine } from "./line-gaps.js";

export interface ShortColumn {
  /** The first line, and the line after the last one. */
  readonly from: number;
  readonly to: number;
  /** Where the second column begins, in points. */
  readonly x: number;
}

/** Largest difference between the starts of lines of one column, in points. */
const SAME_START_PT = 2;
/** Fewest lines of the second column, and of the first. */
const FEWEST_SHORT = 2;
const FEWEST_LONG = 8;
/** Fewest words of a line, on average, from which it is prose. */
const PROSE_WORDS = 4;
/** Width of the second column as a share of the first one's: the last words of lines differ. */
const NARROWEST = 0.8;
const WIDEST = 1.1;
const FINISHED = /[.!?:;]$/u;

export function shortColumnOf(lines: readonly GappedLine[]): ShortColumn | null {
  const from = lines.findIndex((line, at) => line.gaps.length === 1 && lines[at + 1]?.gaps.length === 1);
  const x = lines[from]?.gaps[0]?.to;
  if (x === undefined) return null;
  const second: Word[][] = [];
  const first: Word[][] = [];
  let to = from;
  for (; to < lines.length; to += 1) {
    const words = lines[to]?.words ?? [];
    const right = words.filter(({ bbox }) => bbox[0] >= x - SAME_START_PT);
    const left = words.slice(0, words.length - right.length);
    if (left.some(({ bbox }) => bbox[2] > x) || left.length === 0) break;
    if (right.length > 0 && (second.length < to - from || (right[0]?.bbox[0] ?? 0) > x + SAME_START_PT)) break;
    first.push(left);
    if (right.length > 0) second.push(right);
  }
  return second.length >= FEWEST_SHORT && first.length >= FEWEST_LONG && goesOn(first, second) ? { from, to, x } : null;
}

/** Whether both are prose of one width, and the second begins within the sentence that the first ends with. */
function goesOn(first: readonly (readonly Word[])[], second: readonly (readonly Word[])[]): boolean {
  const width = widthOf(second) / Math.max(1, widthOf(first));
  const [last, next] = [first.at(-1)?.at(-1), second[0]?.[0]];
  if (last === undefined || next === undefined || width < NARROWEST || width > WIDEST) return false;
  return isProse(first) && isProse(second) && !FINISHED.test(last.text) && /^[\p{Ll}\p{N}(]/u.test(next.text);
}

const isProse = (lines: readonly (readonly Word[])[]): boolean => lines.flat().length >= PROSE_WORDS * lines.length;

function widthOf(lines: readonly (readonly Word[])[]): number {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { bbox } of lines.flat()) [left, right] = [Math.min(left, bbox[0]), Math.max(right, bbox[2])];
  return right - left;
}
