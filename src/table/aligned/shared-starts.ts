/**
 * Columns with no more than a space between them, as beside numbers of equal width. In: lines in chunks. Out: the same lines, cut where
 * words of most lines start at one position; null where no chunk is cut. It also cuts some texts that are aligned by chance: whether
 * the columns are real, their score shows.
 */
import type { Word } from "../../model/page.js";
import { isSwatch } from "../filled/swatches.js";
import { type Chunk, type ChunkLine, chunkOf } from "./chunks.js";
import { BULLET } from "./gutters.js";

/** Largest difference between starts of one column, in points. */
const SAME_START_PT = 0.8;
/** Fewest lines with a word that starts at a column. */
const FEWEST_STARTS = 3;
/** Smallest share of distinct words among those before a column's start. */
const DISTINCT = 0.5;
/** Smallest share of all lines with such a word. */
const SHARE_OF_LINES = 0.1;
/** Most lines that run across a column's start, as headings of groups do, for each line with a word that starts there. */
const ACROSS = 0.5;

export interface CutLines {
  readonly lines: readonly ChunkLine[];
  /** Those that show the columns: not headings of groups, which run across them. */
  readonly inColumns: readonly ChunkLine[];
}

export function cutAtSharedStarts(all: readonly ChunkLine[]): CutLines | null {
  const words = all.map((line) => line.chunks.flatMap((chunk) => chunk.words));
  const places = placesOf(all).flatMap(({ place, count }) => (isColumnStart(place, count, words) ? [place] : []));
  let cut = false;
  const lines = all.map((line): ChunkLine => {
    const chunks = line.chunks.flatMap((chunk) => cutChunk(chunk, places));
    if (chunks.length === line.chunks.length) return line;
    cut = true;
    return { ...line, chunks };
  });
  if (!cut) return null;
  const runsAcross = ({ chunks, bbox }: ChunkLine): boolean =>
    chunks.length === 1 && places.some((place) => bbox[0] < place - SAME_START_PT && bbox[2] > place + SAME_START_PT);
  return { lines, inColumns: lines.filter((line) => !runsAcross(line)) };
}

/** Positions where words of several lines start, at least one of them within a chunk. */
function placesOf(lines: readonly ChunkLine[]): { place: number; count: number }[] {
  const starts = lines
    .flatMap((line) =>
      line.chunks.flatMap((chunk) => chunk.words.map((word, at) => ({ x: word.bbox[0], within: at > 0 }))),
    )
    .sort((a, b) => a.x - b.x);
  const fewest = Math.max(FEWEST_STARTS, SHARE_OF_LINES * lines.length);
  const places: { place: number; count: number }[] = [];
  for (let from = 0; from < starts.length; ) {
    const first = starts[from]?.x ?? 0;
    let [to, within] = [from, false];
    for (; to < starts.length && (starts[to]?.x ?? 0) - first <= SAME_START_PT; to += 1)
      within = within || starts[to]?.within === true;
    if (within && to - from >= fewest) places.push({ place: starts[(from + to) >> 1]?.x ?? first, count: to - from });
    from = to;
  }
  return places;
}

/**
 * @param count words that start about there
 * @param lines words of each line
 */
function isColumnStart(place: number, count: number, lines: readonly (readonly Word[])[]): boolean {
  let [starts, across] = [0, 0];
  const before: string[] = [];
  for (const words of lines) {
    const at = words.findIndex((word) => startsAt(word, place));
    if (at < 0 && words.some((word) => crosses(word, place))) across += 1;
    if (across > ACROSS * count) return false;
    if (at > 0) starts += 1;
    if (at > 0) before.push(words[at - 1]?.text ?? "");
  }
  // The same word before it on most lines, or a bullet, is the beginning of a text and not a column.
  if (new Set(before).size < DISTINCT * before.length || before.every((text) => BULLET.test(text))) return false;
  return starts >= FEWEST_STARTS && across <= ACROSS * starts;
}

const startsAt = ({ bbox }: Word, place: number): boolean => Math.abs(bbox[0] - place) <= SAME_START_PT;

const crosses = ({ bbox }: Word, place: number): boolean =>
  bbox[0] < place - SAME_START_PT && bbox[2] > place + SAME_START_PT;

function cutChunk(chunk: Chunk, places: readonly number[]): Chunk[] {
  const runs: Word[][] = [];
  for (const word of chunk.words) {
    const run = runs.at(-1);
    const begins = run !== undefined && !isSwatch(word) && places.some((place) => startsAt(word, place));
    if (run === undefined || begins) runs.push([word]);
    else run.push(word);
  }
  return runs.length === 1 ? [chunk] : runs.map(chunkOf);
}
