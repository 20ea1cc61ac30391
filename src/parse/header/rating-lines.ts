/**
 * A report's overall rating and its basis. In: the head so far and one of its blocks. Out: the head with both, where the
 * block states them; the words that do are taken.
 */
import type { PrintedHeader } from "../../model/printed.js";
import type { Context } from "../context.js";
import { textOf } from "../ledger.js";
import { unmarked } from "./header-lines.js";

/** Tells that a field of the head holds a text of a block. */
export type Take = (index: number, text: string) => void;

export function takeRating(context: Context, head: PrintedHeader, index: number, take: Take): void {
  const block = context.blocks[index];
  if (block === undefined) return;
  const text = unmarked(textOf(block));
  if (head.overallRating === null) {
    const rating = context.head.rating.rating(text);
    // "The overall rating is" may have its value on the next line.
    const next = context.blocks[index + 1];
    const wraps = rating === null && next?.kind === "line" && !next.gapBefore;
    const wrapped = wraps ? context.head.rating.rating(`${text} ${unmarked(next.text)}`) : null;
    const value =
      rating ??
      (wrapped !== null && context.head.rating.rating(unmarked(next?.kind === "line" ? next.text : "")) === null
        ? wrapped
        : null);
    if (value !== null) {
      head.overallRating = value;
      const [first = ""] = value.split(" ");
      const at = rating === null && !text.endsWith(first) ? index + 1 : index;
      head.ratingPlace = context.blocks[at]?.place ?? null;
      take(at, value);
    }
  }
  if (head.ratingBasis === null) {
    const basis = context.head.rating.basis(text);
    if (basis !== null) {
      head.ratingBasis = basis;
    }
  }
}
