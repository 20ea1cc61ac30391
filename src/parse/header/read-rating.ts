/**
 * A report's overall rating and its basis. In: the header so far and one of its blocks. Out: the header with both, where the
 * block states them; the words of the rating are taken.
 */
import { textOf } from "../ledger.js";
import { withoutMarkup } from "../plain-lines.js";
import type { HeaderDraft } from "./header-draft.js";

export function readRating(draft: HeaderDraft, index: number): void {
  const { header, context } = draft;
  const block = context.blocks[index];
  if (block === undefined) return;
  const text = withoutMarkup(textOf(block));
  if (header.overallRating === null) {
    const found = ratingAt(draft, index, text);
    if (found !== null) {
      header.overallRating = found.value;
      header.ratingPlace = context.blocks[found.block]?.place ?? null;
      draft.take(found.block, found.value);
    }
  }
  header.ratingBasis ??= context.header.rating.basis(text);
}

/** The rating that a block states, with the block that holds it: the value may be on the next line. */
function ratingAt(
  { context }: HeaderDraft,
  index: number,
  text: string,
): { readonly value: string; readonly block: number } | null {
  const { rating } = context.header.rating;
  const value = rating(text);
  if (value !== null) return { value, block: index };
  const next = context.blocks[index + 1];
  if (next?.kind !== "line" || next.gapBefore) return null;
  const below = withoutMarkup(next.text);
  const wrapped = rating(`${text} ${below}`);
  // A line that states a rating by itself is read when its turn comes.
  if (wrapped === null || rating(below) !== null) return null;
  const [first = ""] = wrapped.split(" ");
  return { value: wrapped, block: text.endsWith(first) ? index : index + 1 };
}
