/**
 * What labels say of the rows they number. In: lines. Out: whether a label stands between two rows, in the middle of the
 * height that it numbers, as a cell over both of them does; and which lines are rows, as their labels follow one another.
 */
import { type Chunk, textOfChunk } from "../aligned/chunks.js";
import type { PlacedLine } from "./continuation.js";

/** Cells that a row has behind its label, at least. */
const FEWEST_CELLS = 2;
/** Points by which the label may be off the middle of the two rows. */
const OFF_MIDDLE_PT = 2.5;
const LABEL = /^\d{1,3}(?:\.\d{1,2})?[a-z]?[.)]?$/;

const isLabel = (chunk: Chunk): boolean => LABEL.test(textOfChunk(chunk));

/** Lines that are rows by their labels, whatever stands near them: each bears the next number after the label before. */
export function nextLabels(lines: readonly PlacedLine[]): boolean[] {
  let last = Number.NaN;
  return lines.map(({ placed }) => {
    const label = placed[0];
    if (label?.first !== 0 || label.last > 0 || !isLabel(label.chunk)) return false;
    const number = Number.parseInt(textOfChunk(label.chunk), 10);
    const isNext = number === last + 1 && placed.length > FEWEST_CELLS;
    last = number;
    return isNext;
  });
}

const placesOf = (line: PlacedLine): number[] =>
  line.placed.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at));

/**
 * Whether line `at` is a label, alone or with other cells, between two rows that have cells in the same columns as each other
 * and in none of the line's own: all that stands on it is said of both.
 */
export function isSharedLabel(lines: readonly PlacedLine[], at: number): boolean {
  const [above, line, below] = [lines[at - 1], lines[at], lines[at + 1]];
  const label = line?.placed[0];
  if (above === undefined || line === undefined || below === undefined || label?.first !== 0) return false;
  if (label.last > 0 || !isLabel(label.chunk)) return false;
  if (Math.abs((above.top + below.bottom) / 2 - (line.top + line.bottom) / 2) > OFF_MIDDLE_PT) return false;
  const [own, upper, lower] = [placesOf(line), placesOf(above), placesOf(below)];
  return (
    upper.length >= FEWEST_CELLS && upper.join() === lower.join() && own.every((column) => !upper.includes(column))
  );
}
