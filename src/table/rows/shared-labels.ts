/**
 * Labels that show rows. In: lines. Out: whether a label is centred between two rows, as a cell that spans both is; and
 * which lines are rows because their labels are consecutive numbers.
 */
import { type Chunk, textOfChunk } from "../aligned/chunks.js";
import { isFigureLine, type PlacedLine } from "./continuation.js";

/** Fewest cells of a row after its label. */
const FEWEST_CELLS = 2;
/** Largest distance of the label from the middle of the two rows, in points. */
const OFF_MIDDLE_PT = 2.5;
const LABEL = /^\d{1,3}(?:\.\d{1,2})?[a-z]?[.)]?$/;

const isLabel = (chunk: Chunk): boolean => LABEL.test(textOfChunk(chunk));

/**
 * For each line, whether its label is the next number after the label before: such a line is a row, however close to
 * others.
 */
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
 * Whether line `at` belongs to both the row above and the row below: it has a label, or the text of a group of figures, and the two
 * rows fill the same columns, none of which the line fills.
 */
export function isSharedLabel(lines: readonly PlacedLine[], at: number): boolean {
  const [above, line, below] = [lines[at - 1], lines[at], lines[at + 1]];
  const label = line?.placed[0];
  if (above === undefined || line === undefined || below === undefined || label?.first !== 0) return false;
  const areFigures = isFigureLine(above) && isFigureLine(below);
  if (label.last > 0 || !(isLabel(label.chunk) || areFigures)) return false;
  if (Math.abs((above.top + below.bottom) / 2 - (line.top + line.bottom) / 2) > OFF_MIDDLE_PT) return false;
  const [own, upper, lower] = [placesOf(line), placesOf(above), placesOf(below)];
  return (
    upper.length >= FEWEST_CELLS && upper.join() === lower.join() && own.every((column) => !upper.includes(column))
  );
}
