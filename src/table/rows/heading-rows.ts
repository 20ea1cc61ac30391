/**
 * Column headings at the top of a table, stacked or spanning: how many lines they take, and which of these begin a row.
 */
import { textOfChunk } from "../aligned/chunks.js";
import type { PlacedLine, RowRules } from "./continuation.js";

const YEAR = /^(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?$/;

/** Years over columns are headings, though figures. */
const isYearLine = (line: PlacedLine): boolean =>
  line.placed.filter((each) => each.chunk.numeric).every((each) => YEAR.test(textOfChunk(each.chunk)));

export const isBold = (line: PlacedLine): boolean =>
  line.placed.every(({ chunk }) => chunk.words.every((word) => word.bold));

export const spans = (line: PlacedLine): boolean => line.placed.some((each) => each.last > each.first);

/** Number of heading lines of a table of text: those above its first rule, where one of them spans columns. */
export function countHeadingsByRule(lines: readonly PlacedLine[], { areSeparated }: RowRules): number {
  for (let at = 1; at < Math.min(lines.length, 8); at += 1) {
    const [above, below] = [lines[at - 1], lines[at]];
    if (above !== undefined && below !== undefined && areSeparated(above, below))
      return lines.slice(0, at).some(spans) ? at : 0;
  }
  return 0;
}

/**
 * Number of heading lines of a table of figures: down to the last rule above the first figures, else to the first line
 * with only a row label.
 */
export function countHeadingsAboveFigures(
  lines: readonly PlacedLine[],
  figures: readonly boolean[],
  { areSeparated }: RowRules,
): number {
  const first = Math.max(
    0,
    lines.findIndex((line, at) => figures[at] === true && !isYearLine(line)),
  );
  for (let at = first; at > 0; at -= 1) {
    const [above, below] = [lines[at - 1], lines[at]];
    if (above !== undefined && below !== undefined && areSeparated(above, below)) return at;
  }
  let end = first;
  while (end > 1 && lines[end - 1]?.placed.every((each) => each.last === 0) === true) end -= 1;
  return end;
}

/** Marks in `starts` which heading lines begin a row: spanning headings are a row above the headings that they span. */
export function startHeadingRows(
  lines: readonly PlacedLine[],
  headingLines: number,
  rules: RowRules,
  starts: boolean[],
): void {
  for (let at = 1; at < headingLines; at += 1) {
    const [above, line] = [lines[at - 1], lines[at]];
    if (above === undefined || line === undefined) continue;
    starts[at] = spans(above) !== spans(line) || rules.areSeparated(above, line);
  }
}
