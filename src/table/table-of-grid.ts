/** A grid with its words to a table: its cells with their boxes, texts and background colours. */
import { asidesOf, textLinesOfWords } from "../geometry/text-lines.js";
import type { Table, TableCell } from "../model/page.js";
import { type Candidate, FOUND_BY } from "./candidate.js";
import type { FillLookup } from "./filled/cell-fill.js";
import { isSwatch } from "./filled/swatches.js";
import { boxOfCell, boxOfGrid } from "./grid.js";
import { withLineEnds } from "./rows/line-ends.js";

/** A score is given to a thousandth. */
const SCORE_STEPS = 1000;

export function tableOf(page: number, { grid, strategy, score }: Candidate, colourOf: FillLookup): Table {
  const found = FOUND_BY[strategy];
  const cells = grid.cells.map((cell): TableCell => {
    const bbox = boxOfCell(grid, cell);
    const words = cell.words.filter((word) => !isSwatch(word));
    const asides = asidesOf(words);
    const lines = textLinesOfWords(words);
    return {
      row: cell.row,
      column: cell.column,
      rowSpan: cell.rowSpan,
      columnSpan: cell.columnSpan,
      bbox,
      text: lines.map(({ text }) => text).join("\n"),
      ...(lines.length > 1 ? { lineBoxes: lines.map((line) => line.bbox) } : {}),
      words,
      fill: colourOf(bbox, cell.words),
      ...(words.length === 0 && colourOf.hasPicture(bbox) ? { picture: true } : {}),
      ...(asides.length === 0 ? {} : { asides }),
    };
  });
  return {
    page,
    bbox: boxOfGrid(grid),
    rowCount: grid.ys.length - 1,
    columnCount: grid.xs.length - 1,
    // Cells without drawn sides are as wide as their words.
    cells: found === "aligned" ? cells : withLineEnds(cells),
    found,
    strategy,
    score: Math.round(score * SCORE_STEPS) / SCORE_STEPS,
  };
}
