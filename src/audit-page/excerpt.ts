/** The lines around a place in a text. In: all lines and the place's first and last. Out: those to show, and what is left. */
import type { Evidence, Line } from "./evidence.js";

/** Lines before and behind the marked ones. */
const AROUND = 2;
const MOST_MARKED = 12;
/** Characters of a line that are shown. */
const LONGEST_LINE = 400;

/** @param first 1-based, as is `last` */
export function excerpt(lines: readonly string[], first: number, last: number): Evidence {
  const end = Math.min(last, lines.length);
  const shownEnd = Math.min(end, first + MOST_MARKED - 1);
  const to = shownEnd < end ? shownEnd : Math.min(lines.length, end + AROUND);
  const shown: Line[] = [];
  for (let number = Math.max(1, first - AROUND); number <= to; number++) {
    const text = lines[number - 1] ?? "";
    const cut = text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text;
    shown.push({ number, text: cut.trimEnd(), marked: number >= first && number <= end });
  }
  return { kind: "lines", lines: shown, more: end - shownEnd };
}
