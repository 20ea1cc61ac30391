/** The lines around a place in a text. In: all lines and the place's first and last. Out: the lines to show, and how many are left out. */
import type { Evidence, Line } from "./evidence.js";

/** Lines shown before and after the highlighted ones. */
const AROUND = 2;
const MAX_HIGHLIGHTED = 12;
/** Characters shown of a line. */
const MAX_LINE_LENGTH = 400;

/** @param first 1-based, as is `last` */
export function excerpt(lines: readonly string[], first: number, last: number): Evidence {
  const end = Math.min(last, lines.length);
  const shownEnd = Math.min(end, first + MAX_HIGHLIGHTED - 1);
  const to = shownEnd < end ? shownEnd : Math.min(lines.length, end + AROUND);
  const shown: Line[] = [];
  for (let number = Math.max(1, first - AROUND); number <= to; number++) {
    const text = lines[number - 1] ?? "";
    const cut = text.length > MAX_LINE_LENGTH ? `${text.slice(0, MAX_LINE_LENGTH)}…` : text;
    shown.push({ number, text: cut.trimEnd(), isHighlighted: number >= first && number <= end });
  }
  return { kind: "lines", lines: shown, more: end - shownEnd };
}
