/**
 * Words that a narrow cell breaks: "Slippin / g". In: a cell's text with its line ends. Out: the text on one line, its broken words
 * joined; null where none is. A word is broken where its line has no room for another letter and the next continues in lower case.
 */
import type { Cell } from "../../model/block.js";

const ENDS_WORD = /\p{L}$/u;
const GOES_ON = /^\p{Ll}/u;

export function joinBrokenWords({ text, lineEnds = [] }: Cell): string | null {
  if (!lineEnds.includes("full")) return null;
  const [first = "", ...lines] = text.trim().split("\n");
  let [joined, broken] = [first, false];
  for (const [at, line] of lines.entries()) {
    const isBroken = lineEnds[at] === "full" && ENDS_WORD.test(joined) && GOES_ON.test(line);
    joined += isBroken ? line : ` ${line}`;
    broken = broken || isBroken;
  }
  return broken ? joined : null;
}
