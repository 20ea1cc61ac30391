/** A grid with its words to a table: its cells with their boxes, texts and background colours. */
import { asidesOf, textOfWords } from "../geometry/text-lines.js";
import type { Table, TableCell } from "../model/page.js";
import type { Bbox } from "../schema/values.js";
import type { FillLookup } from "./filled/cell-fill.js";
import { isSwatch } from "./filled/swatches.js";
import { boxOfCell, type Grid } from "./grid.js";
import { withLineEnds } from "./rows/line-ends.js";

export const boxOfGrid = (grid: Grid): Bbox => [
  grid.xs[0] ?? 0,
  grid.ys[0] ?? 0,
  grid.xs.at(-1) ?? 0,
  grid.ys.at(-1) ?? 0,
];

export function tableOf(page: number, grid: Grid, found: Table["found"], colourOf: FillLookup): Table {
  const cells = grid.cells.map((cell): TableCell => {
    const bbox = boxOfCell(grid, cell);
    const words = cell.words.filter((word) => !isSwatch(word));
    const asides = asidesOf(words);
    return {
      row: cell.row,
      column: cell.column,
      rowSpan: cell.rowSpan,
      columnSpan: cell.columnSpan,
      bbox,
      text: textOfWords(words),
      words,
      fill: colourOf(bbox, cell.words),
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
  };
}
