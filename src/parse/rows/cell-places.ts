/** Where a cell of a row is printed. In: the row and the cell. Out: its place, or that of each of its lines. */
import type { Cell, Place, RowBlock } from "../../model/block.js";
import { coverPlaces } from "../../model/place.js";
import type { Bbox } from "../../schema/values.js";

/** Undefined where the cell has neither text nor a box: then nothing is printed. */
export function placeOfCell(block: RowBlock, { place, lines, bbox, aboveBbox, text, above }: Cell): Place | undefined {
  if (place !== undefined) return place;
  if (lines !== undefined && lines.length > 0) return lines.map((line) => line.place).reduce(coverPlaces);
  const box = text === "" ? (aboveBbox ?? bbox) : bbox;
  if (box !== undefined) return withBox(block.place, box);
  return text === "" && above === undefined ? undefined : block.place;
}

/** For each line of the cell's text that is not blank its place, or that of the cell where no line's is known. */
export function linePlacesOfCell(block: RowBlock, cell: Cell): readonly Place[] {
  const { lines, lineBoxes, text } = cell;
  const printed = text.split("\n").filter((line) => line.trim() !== "");
  const own = lines?.map(({ place }) => place) ?? lineBoxes?.map((box) => withBox(block.place, box));
  if (own?.length === printed.length) return own;
  const place = placeOfCell(block, cell) ?? block.place;
  return printed.map(() => place);
}

const withBox = (place: Place, bbox: Bbox): Place => ({ ...place, bbox });
