/**
 * A key whose statuses are numbers: "1 = Green", "2 = Amber", "3 = Red". In: the blocks before a report's rows. Out: those that hold the
 * key; none where the numbers before the statuses do not follow one another, as they may then be counts.
 */
import { hasDigit } from "../../language/characters.js";
import type { Block } from "../../model/block.js";
import { definitionsInLine } from "./definitions.js";

/** One number alone may be a count. */
const FEWEST = 2;
/** A key numbers its statuses from one of these. */
const FIRST = [0, 1];

export function numberedKey(blocks: readonly Block[], from: number, to: number): ReadonlySet<number> {
  const key = new Set<number>();
  const numbers: number[] = [];
  for (let index = from; index < to; index += 1) {
    const block = blocks[index];
    const found = block?.kind === "line" && hasDigit(block.text) ? definitionsInLine(block.text) : [];
    if (found.length === 0 || found.some(({ label }) => !/^\d$/.test(label))) continue;
    key.add(index);
    numbers.push(...found.map(({ label }) => Number(label)));
  }
  return numbers.length >= FEWEST && followOneAnother(numbers) ? key : new Set();
}

function followOneAnother(numbers: readonly number[]): boolean {
  const sorted = [...numbers].sort((a, b) => a - b);
  const first = sorted[0] ?? 0;
  return FIRST.includes(first) && sorted.every((number, at) => number === first + at);
}
