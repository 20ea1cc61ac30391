/**
 * Column starts that are visible on many lines. In: lines in chunks. Out: the same lines, also cut at such starts where
 * a full cell leaves less than a gap before the next column.
 */
import { nearestIndex } from "../../geometry/cluster.js";
import type { Word } from "../../model/page.js";
import { type Chunk, type ChunkLine, chunkOf, isFigure } from "./chunks.js";

/** Largest difference between the starts of cells of a column, in points. */
const SAME_START_PT = 0.6;
/** Fewest cells that start at a column start, and fewest of these with a wide gap before them. */
const FEWEST_STARTS = 3;
const FEWEST_AFTER_GAP = 2;
/** A column start is refused where more than one in this many lines runs across it. */
const BEAR_ONE = 6;

export function cutAtStarts(lines: readonly ChunkLine[]): readonly ChunkLine[] {
  const starts = columnStartsOf(lines);
  if (starts.length === 0) return lines;
  return lines.map((line) => {
    const chunks = line.chunks.flatMap((chunk, at) => (isCell(line, at, starts) ? cutChunk(chunk, starts) : [chunk]));
    return chunks.length === line.chunks.length ? line : { ...line, chunks };
  });
}

/** Whether a chunk is a cell of a row: full-width text is the only chunk of its line and starts elsewhere. */
function isCell(line: ChunkLine, at: number, starts: readonly number[]): boolean {
  return line.chunks.length > 1 || (line.chunks[at] !== undefined && beginsAt(line.chunks[at].bbox[0], starts));
}

const beginsAt = (x: number, starts: readonly number[]): boolean =>
  Math.abs((starts[nearestIndex(starts, x)] ?? Number.POSITIVE_INFINITY) - x) <= SAME_START_PT;

/** Cuts a chunk at column starts, but not between the groups of digits of one figure. */
function cutChunk(chunk: Chunk, starts: readonly number[]): Chunk[] {
  const runs: Word[][] = [];
  for (const word of chunk.words) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const figures = before !== undefined && isFigure(before.text) && isFigure(word.text);
    if (run === undefined || (!figures && !isAfterBullet(run, word) && beginsAt(word.bbox[0], starts)))
      runs.push([word]);
    else run.push(word);
  }
  return runs.length === 1 ? [chunk] : runs.map(chunkOf);
}

/** Whether a word is the first of a list item. A bullet in another colour may be a status. */
const isAfterBullet = ([first, second]: readonly Word[], { colour }: Word): boolean =>
  second === undefined && first?.text === "•" && first.colour === colour;

/** Starts of columns after the first, ascending, in points. */
function columnStartsOf(lines: readonly ChunkLine[]): number[] {
  const cells = lines
    .flatMap(({ chunks }) =>
      chunks.length < 2 ? [] : chunks.map((chunk, at) => ({ x: chunk.bbox[0], afterGap: at > 0 })),
    )
    .sort((a, b) => a.x - b.x);
  const places: { x: number; count: number; over: number }[] = [];
  for (let from = 0; from < cells.length; ) {
    const x = cells[from]?.x ?? 0;
    let to = from;
    let afterGap = 0;
    for (; to < cells.length && (cells[to]?.x ?? 0) - x <= SAME_START_PT; to += 1)
      if (cells[to]?.afterGap) afterGap += 1;
    if (to - from >= FEWEST_STARTS && afterGap >= FEWEST_AFTER_GAP)
      places.push({ x: cells[(from + to) >> 1]?.x ?? x, count: to - from, over: 0 });
    from = to;
  }
  const starts = places.map((place) => place.x);
  for (const line of lines) {
    if (line.chunks.every((chunk) => chunk.words.every((word) => word.bold))) continue;
    line.chunks.forEach((chunk, at) => {
      if (!isCell(line, at, starts)) return;
      for (const place of places)
        if (chunk.bbox[0] < place.x - SAME_START_PT && chunk.bbox[2] > place.x + SAME_START_PT)
          if (!chunk.words.some((word) => Math.abs(word.bbox[0] - place.x) <= SAME_START_PT)) place.over += 1;
    });
  }
  return places.filter((place) => place.over * BEAR_ONE <= place.count).map((place) => place.x);
}
