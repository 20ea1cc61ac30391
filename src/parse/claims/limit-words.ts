/** Words that make a figure a limit: "fewer than 5", "at least 80%". In: the words. Out: whether they set an upper or a lower limit. */
import type { Limit } from "../../model/printed.js";

const BOUNDS: readonly (readonly [RegExp, Limit])[] = [
  [/^(?:no more than|at most|up to)$/i, "at-most"],
  [/^at least$/i, "at-least"],
  [/^(?:less than|fewer than|under|below|<)$/i, "below"],
  [/^(?:more than|over|above|>)$/i, "above"],
];

/** `exact` where no word limits the figure. */
export function limitOf(words: string | undefined): Limit {
  const printed = words?.trim().replace(/\s+/g, " ");
  return printed === undefined ? "exact" : (BOUNDS.find(([pattern]) => pattern.test(printed))?.[1] ?? "exact");
}
