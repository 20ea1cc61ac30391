/** In: the blocks that a row or its headings are made of, and which words are in which cell. Out: the row of a table. */
import type { Block, LineBlock, RowBlock } from "../../model/block.js";
import { coverPlaces } from "../../model/place.js";
import { isTotal } from "../rows/no-deliverable.js";
import type { AlignedRow } from "./align-row.js";
import { asidesOf } from "./joined-asides.js";
import type { RowWord } from "./row-words.js";

export interface MadeRow {
  /** Null where its words fit the columns in no way: they are all in the last cell then. */
  readonly aligned: AlignedRow | null;
  readonly words: readonly RowWord[];
  /** Lines among the blocks that are no part of it. */
  readonly furniture: readonly LineBlock[];
  /** Whether its status may be the first word of the title after it. */
  readonly isStatusBeforeTitle?: true;
}

export const headingRow = (blocks: readonly Block[], headings: readonly string[]): RowBlock => ({
  kind: "row",
  place: blocks.map(({ place }) => place).reduce(coverPlaces),
  gapBefore: true,
  pageStart: blocks[0]?.pageStart === true,
  cells: headings.map((text) => ({ text })),
  isHeading: true,
  borders: "spaced",
  ...asidesOf(blocks),
});

/** Words of a total's cell. */
const TOTAL_WORDS = 4;

/** The total that begins with a block, a cell a line; null where there is none. */
export function totalRow(blocks: readonly Block[], at: number, columns: number): RowBlock | null {
  const lines: LineBlock[] = [];
  for (const block of blocks.slice(at, at + columns)) {
    if (block.kind !== "line" || block.text.trim().split(/\s+/).length > TOTAL_WORDS) break;
    if (lines.length > 0 && block.gapBefore) break;
    lines.push(block);
  }
  const [first] = lines;
  if (first === undefined || lines.length < 2 || !isTotal(first.text)) return null;
  return {
    kind: "row",
    place: lines.map(({ place }) => place).reduce(coverPlaces),
    gapBefore: first.gapBefore,
    pageStart: first.pageStart,
    cells: Array.from({ length: columns }, (_, column) => ({ text: lines[column]?.text ?? "" })),
    borders: "spaced",
    ...asidesOf(lines),
  };
}

export function rowBlock(
  blocks: readonly Block[],
  { aligned, words, furniture, isStatusBeforeTitle }: MadeRow,
  columns: number,
): RowBlock {
  const own = blocks.filter((block) => block.kind !== "line" || !furniture.includes(block));
  const cells = Array.from({ length: columns }, (_, column) => {
    const [start, end] = aligned?.spans[column] ?? (column === columns - 1 ? [0, words.length] : [0, 0]);
    const its = words.slice(start, end);
    const text = its.reduce(
      (sum, word, at) => (at === 0 ? word.text : `${sum}${word.startsLine ? "\n" : " "}${word.text}`),
      "",
    );
    const places = its.flatMap(({ line }) => own[line]?.place ?? []);
    return places.length === 0 ? { text } : { text, place: places.reduce(coverPlaces) };
  });
  return {
    kind: "row",
    place: own.map(({ place }) => place).reduce(coverPlaces),
    gapBefore: own[0]?.gapBefore === true,
    pageStart: own[0]?.pageStart === true,
    cells,
    borders: "spaced",
    ...asidesOf(own),
    ...(aligned?.isDoubtful === false ? {} : { isDoubtful: true as const }),
    ...(isStatusBeforeTitle === true ? { isStatusBeforeTitle } : {}),
  };
}
