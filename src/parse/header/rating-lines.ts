/**
 * A report's overall rating and its basis. In: the head so far and one of its blocks. Out: the head with both, where the
 * block states them; the words that do are taken.
 */
import type { PrintedHeader } from "../../model/printed.js";
import type { Context } from "../context.js";
import { textOf } from "../ledger.js";
import { withoutMarkup } from "../plain-lines.js";

/** Tells that a field of the head holds a text of a block. */
export type Take = (index: number, text: string) => void;

export function readRating(context: Context, header: PrintedHeader, index: number, take: Take): void {
  const block = context.blocks[index];
  if (block === undefined) return;
  const text = withoutMarkup(textOf(block));
  if (header.overallRating === null) {
    const rating = context.header.rating.rating(text);
    // "The overall rating is" may have its value on the next line.
    const next = context.blocks[index + 1];
    const wraps = rating === null && next?.kind === "line" && !next.gapBefore;
    const wrapped = wraps ? context.header.rating.rating(`${text} ${withoutMarkup(next.text)}`) : null;
    const value =
      rating ??
      (wrapped !== null && context.header.rating.rating(withoutMarkup(next?.kind === "line" ? next.text : "")) === null
        ? wrapped
        : null);
    if (value !== null) {
      header.overallRating = value;
      const [first = ""] = value.split(" ");
      const at = rating === null && !text.endsWith(first) ? index + 1 : index;
      header.ratingPlace = context.blocks[at]?.place ?? null;
      take(at, value);
    }
  }
  if (header.ratingBasis === null) {
    const basis = context.header.rating.basis(text);
    if (basis !== null) {
      header.ratingBasis = basis;
    }
  }
}
