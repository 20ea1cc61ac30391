/**
 * The status of the colour that a cell of a status summary has, or that a painted cell beside it has. In: a block and a column. Out: the
 * status, and whether the cell beside it has the colour; null where the whole row is painted alike.
 */
import { ragOfColour } from "../../language/colours.js";
import type { Block, Cell } from "../../model/block.js";
import type { Rag } from "../../schema/statuses.js";

/** The status of the colour that a part's cell has, or the painted cell beside it. */
export function colourAt(block: Block, column: number): { readonly painted: Rag | null; readonly isSwatch: boolean } {
  if (block.kind === "line") return { painted: null, isSwatch: false };
  const swatch = swatchBeside(block.cells, column);
  return { painted: swatch ?? paintedOf(block.cells, column), isSwatch: swatch !== null };
}

/** The status of a cell's colour; null where its row is painted alike. */
function paintedOf(cells: readonly Cell[], at: number): Rag | null {
  const fill = cells[at]?.fill ?? null;
  const isOwn = fill !== null && cells.some((cell, other) => other !== at && cell.text !== "" && cell.fill !== fill);
  return isOwn ? ragOfColour(fill) : null;
}

/** Cells before a row's first words within which the colour beside them is: a row may have any number of cells. */
const NEAR_SWATCH = 8;

/** The status of a painted cell without text that is right before a row's first words; null without one. */
function swatchBeside(cells: readonly Cell[], at: number): Rag | null {
  if (at > NEAR_SWATCH) return null;
  const before = cells.slice(0, at).filter(({ text, fill }) => text !== "" || (fill ?? null) !== null);
  const fill = before[0]?.fill ?? null;
  const isSwatch = before.length === 1 && before[0]?.text === "" && fill !== null && fill !== (cells[at]?.fill ?? null);
  return isSwatch ? ragOfColour(fill) : null;
}
