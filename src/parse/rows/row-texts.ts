/** Texts of cells as items: the lines of an update's cell, or a wrapped cell as one line. In: a cell's text. Out: items, or text. */
import type { CellLine } from "../../model/block.js";
import type { TextItem } from "../item.js";

export function textItems(text: string, block: number, wrapped: boolean): TextItem[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line, at) => ({
      kind: "text",
      text: line.trim(),
      block,
      apart: at === 0 && !wrapped,
      cells: null,
      wrapped,
    }));
}

/** Text of an update's own cell: the row's title does not go on with it. Lines with places of their own wrap as the page does. */
export function updateItems(
  text: string,
  block: number,
  wrapped: boolean,
  lines: readonly CellLine[] = [],
): TextItem[] {
  const items = textItems(text, block, wrapped);
  return items.map((item, at): TextItem => {
    const line = lines.length === items.length ? lines[at] : undefined;
    const own = line === undefined ? {} : { place: line.place, apart: line.isApart, wrapped: true };
    return { ...item, ...own, inUpdate: true };
  });
}

/** A cell's wrapped lines as one: a hyphen at a line's end stays, as it may be the word's own. */
export function joinWrapped(text: string): string {
  return text
    .replace(/(\p{L}-)\s*\n\s*(?=\p{L})/gu, "$1")
    .replace(/\s*\n\s*/g, " ")
    .trim();
}
