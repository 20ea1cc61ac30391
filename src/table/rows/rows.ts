/**
 * Lines to rows. In: lines with their chunks in columns. Out: which lines begin a row, and how many are headings. A
 * rule or a wider gap separates rows; a line of figures is a row; a line whose words had no room on the line above
 * continues it.
 */
import { quantile } from "../../geometry/cluster.js";
import { cellContinues, inColumn, isFigureLine, type PlacedLine, type RowRules } from "./continuation.js";
import { countHeadingsAboveFigures, countHeadingsByRule, isBold, spans, startHeadingRows } from "./heading-rows.js";
import { joinBands } from "./row-bands.js";
import { isSharedLabel, nextLabels } from "./shared-labels.js";

/** A distance between lines separates rows from this multiple of the usual distance. */
const WIDER = 1.22;

export interface RowStarts {
  readonly starts: readonly boolean[];
  /** Number of lines at the top that are column headings. */
  readonly headingLines: number;
}

export function findRowStarts(lines: readonly PlacedLine[], rules: RowRules): RowStarts {
  const figures = lines.map(isFigureLine);
  const figureCount = figures.filter(Boolean).length;
  const ofFigures = figureCount >= 2 && figureCount >= 0.3 * lines.length;
  const headingLines = ofFigures ? countHeadingsAboveFigures(lines, figures, rules) : countHeadingsByRule(lines, rules);
  const starts = ofFigures ? figureRows(lines, figures, headingLines, rules) : textRows(lines, rules);
  return { starts: joinBands(lines, starts, figures, headingLines, rules), headingLines };
}

function figureRows(
  lines: readonly PlacedLine[],
  figures: readonly boolean[],
  headingLines: number,
  rules: RowRules,
): boolean[] {
  const starts = lines.map(() => true);
  startHeadingRows(lines, headingLines, rules, starts);
  let rowHasFigures = figures[headingLines] === true;
  let rowStart = headingLines;
  const leading = usualLeading(lines.slice(headingLines));
  for (let at = headingLines + 1; at < lines.length; at += 1) {
    const [above, line] = [lines[at - 1], lines[at]];
    if (above === undefined || line === undefined) continue;
    const isApart = rules.areSeparated(above, line) || isSharedLabel(lines, at) || isSharedLabel(lines, at - 1);
    const near = middleOf(line) - middleOf(above) <= WIDER * leading && !isApart;
    const hasFigures = figures[at] === true;
    const continues = hasFigures
      ? !rowHasFigures && continuesLabel(above, line, rules)
      : continuesCells(lines.slice(rowStart, at), line, rules);
    const on = near && continues;
    starts[at] = !on;
    if (!on) rowStart = at;
    rowHasFigures = hasFigures || (on && rowHasFigures);
  }
  return starts;
}

/** Whether a line of figures is that of a label which began on the line above. */
function continuesLabel(above: PlacedLine, line: PlacedLine, { columns }: RowRules): boolean {
  const [label, labelAbove] = [inColumn(line, 0), inColumn(above, 0)];
  if (above.placed.some((each) => each.last > 0)) return false;
  return label === undefined || (labelAbove !== undefined && cellContinues(labelAbove, label, line.sizePt, columns));
}

/** Whether all cells of a line continue cells of the row above. */
const continuesCells = (row: readonly PlacedLine[], line: PlacedLine, { columns }: RowRules): boolean =>
  line.placed.every((each) => {
    const over = row.findLast((above) => inColumn(above, each.first) !== undefined);
    const cell = over === undefined ? undefined : inColumn(over, each.first);
    return cell !== undefined && each.first === each.last && cellContinues(cell, each, line.sizePt, columns);
  });

const middleOf = (line: PlacedLine): number => (line.top + line.bottom) / 2;

/** Height of a single line, as a multiple of its type size: a higher one is a joined row of several lines. */
const LINE_HEIGHT = 1.5;

const isRow = (line: PlacedLine): boolean => line.bottom - line.top > LINE_HEIGHT * line.sizePt;

/** Distances from line to line; for joined rows from the last line of one to the first of the next. */
const distances = (lines: readonly PlacedLine[]): number[] =>
  lines.slice(1).map((line, at) => {
    const above = lines[at] ?? line;
    const [upper, lower] = [above, line].map((each) => Math.min(each.bottom - each.top, LINE_HEIGHT * each.sizePt));
    return line.top - above.bottom + ((upper ?? 0) + (lower ?? 0)) / 2;
  });

const usualLeading = (lines: readonly PlacedLine[]): number => quantile(distances(lines), 0.4);

/** Whether a line has a single cell, in the first column. */
const isSingleCellFromLeft = (line: PlacedLine): boolean => line.placed.length === 1 && line.placed[0]?.first === 0;

/**
 * Starts of rows of text: by wide gaps where there are wide and narrow ones, else by the first column that is often
 * filled.
 */
function textRows(lines: readonly PlacedLine[], rules: RowRules): boolean[] {
  const gaps = distances(lines);
  const leading = quantile(gaps, 0.2);
  const wide = gaps.filter((gap) => gap > WIDER * leading).length;
  const byGap = wide >= 2 && gaps.length - wide >= 2;
  const key = keyColumn(lines, rules.columns);
  const next = nextLabels(lines);
  return lines.map((line, at) => {
    const above = lines[at - 1];
    if (above === undefined || next[at] === true || isRowOfItsOwn(lines, at, rules)) return true;
    if ((gaps[at - 1] ?? 0) > WIDER * leading) return true;
    return startsByLook(above, line) ?? (!byGap && startsByWords(above, line, key, rules));
  });
}

/** The first column that is often filled. */
function keyColumn(lines: readonly PlacedLine[], columns: RowRules["columns"]): number {
  const filled = columns.map((_, column) => lines.filter((line) => inColumn(line, column) !== undefined).length);
  return Math.max(
    0,
    filled.findIndex((count) => count >= Math.max(2, 0.2 * lines.length)),
  );
}

/** Whether a line is no part of the row above for certain: a rule, a joined row or a label over both separates them. */
function isRowOfItsOwn(lines: readonly PlacedLine[], at: number, rules: RowRules): boolean {
  const [above, line] = [lines[at - 1], lines[at]];
  if (above === undefined || line === undefined || rules.areSeparated(above, line)) return true;
  return isRow(line) || isRow(above) || isSharedLabel(lines, at) || isSharedLabel(lines, at - 1);
}

/** Whether a line starts a row, by how wide and bold it and the line above are; null where that does not show it. */
function startsByLook(above: PlacedLine, line: PlacedLine): boolean | null {
  const fullWidth = isSingleCellFromLeft(above) && isSingleCellFromLeft(line);
  if (fullWidth && (spans(above) || spans(line))) return false;
  return spans(line) !== spans(above) || (isBold(above) && !isBold(line)) ? true : null;
}

/** Whether a line starts a row, by whether its texts continue those of the line above. */
function startsByWords(above: PlacedLine, line: PlacedLine, key: number, { columns }: RowRules): boolean {
  const [label, labelAbove] = [inColumn(line, key), inColumn(above, key)];
  if (label === undefined) return false;
  if (labelAbove === undefined || !cellContinues(labelAbove, label, line.sizePt, columns)) return true;
  // The first cell may continue: then the row does where all other cells continue as well.
  return !line.placed.every((each) => {
    const over = inColumn(above, each.first);
    return over !== undefined && cellContinues(over, each, line.sizePt, columns);
  });
}
