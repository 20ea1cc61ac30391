/** Texts of cells as items: the lines of an update's cell, or a wrapped cell as one line. In: a cell's text. Out: items, or text. */

import type { CellLine, Place } from "../../model/block.js";
import type { JoinBroken, Joined } from "../broken-words.js";
import type { TextItem } from "../item.js";

/** @param places of the lines that are not blank */
export function textItems(text: string, block: number, wrapped: boolean, places: readonly Place[]): TextItem[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line, at) => {
    const place = places[at];
    return {
      kind: "text",
      text: line.trim(),
      block,
      apart: at === 0 && !wrapped,
      cells: null,
      wrapped,
      ...(place === undefined ? {} : { place }),
    };
  });
}

/** Text of an update's own cell: the row's title does not continue in it. Lines that a layout put together wrap as the page does. */
export function updateItems(
  text: string,
  block: number,
  wrapped: boolean,
  places: readonly Place[],
  lines: readonly CellLine[] = [],
): TextItem[] {
  const items = textItems(text, block, wrapped, places);
  return items.map((item, at): TextItem => {
    const line = lines.length === items.length ? lines[at] : undefined;
    const own = line === undefined ? {} : { apart: line.isApart, wrapped: true };
    return { ...item, ...own, inUpdate: true };
  });
}

interface JoinedLines {
  readonly text: string;
  /** The words that the lines broke, as printed and as read. */
  readonly repairs: readonly NonNullable<Joined["repair"]>[];
}

/** A cell's wrapped lines as one. */
export function joinWrapped(text: string, joinBroken: JoinBroken): JoinedLines {
  if (!text.includes("\n")) return { text: text.trim(), repairs: [] };
  const [first = "", ...lines] = text.split("\n").map((line) => line.trim());
  const repairs: NonNullable<Joined["repair"]>[] = [];
  let joined = first;
  for (const line of lines) {
    const broken = joinBroken(joined, line);
    if (broken === null) joined = `${joined} ${line}`;
    else joined = `${joined.slice(0, joined.length - broken.cut)}${broken.glue}${line}`;
    if (broken !== null && broken.repair !== null) repairs.push(broken.repair);
  }
  return { text: joined.trim(), repairs };
}
