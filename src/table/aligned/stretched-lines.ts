/**
 * Justified text in narrow columns, where the spaces of a line may be as wide as the gaps between columns. In: lines in chunks. Out: the
 * same, with chunks joined that together begin and end exactly where a text of a neighbouring line does, with equal spaces.
 */
import { type Chunk, type ChunkLine, chunkOf } from "./chunks.js";

/** Largest difference between the ends of justified lines, in points. */
const SAME_END_PT = 0.8;
/** Largest difference between the spaces of a justified line, in points. */
const SAME_SPACE_PT = 1;
/** A line of the same text is at most so many lines away. */
const NEAR = 2;
/** Fewest words of a line that was justified to its column. */
const FEWEST_WORDS = 3;

export function joinStretched(lines: readonly ChunkLine[]): ChunkLine[] {
  return lines.map((line, at) => {
    if (line.chunks.length < 2) return line;
    const whole = lines
      .slice(Math.max(0, at - NEAR), at + NEAR + 1)
      .flatMap((other) => (other === line ? [] : other.chunks.filter(({ words }) => words.length >= FEWEST_WORDS)));
    const chunks = joinUnder(line.chunks, whole);
    return chunks.length === line.chunks.length ? line : { ...line, chunks };
  });
}

/** Whether all words of some chunks are equally far apart, and none is a figure: cells have wider gaps between them than in them. */
function hasEvenSpaces(chunks: readonly Chunk[]): boolean {
  const words = chunks.flatMap((chunk) => chunk.words);
  const spaces = words.slice(1).map(({ bbox }, at) => bbox[0] - (words[at]?.bbox[2] ?? 0));
  return !chunks.some(({ numeric }) => numeric) && Math.max(...spaces) - Math.min(...spaces) <= SAME_SPACE_PT;
}

const isSameEnd = (one: number, other: number): boolean => Math.abs(one - other) <= SAME_END_PT;

/** @param whole texts of neighbouring lines */
function joinUnder(chunks: readonly Chunk[], whole: readonly Chunk[]): Chunk[] {
  const joined: Chunk[] = [];
  for (let at = 0; at < chunks.length; ) {
    const first = chunks[at];
    if (first === undefined) break;
    const last = chunks.findLastIndex(
      ({ bbox }, to) =>
        to > at &&
        whole.some((text) => isSameEnd(text.bbox[0], first.bbox[0]) && isSameEnd(text.bbox[2], bbox[2])) &&
        hasEvenSpaces(chunks.slice(at, to + 1)),
    );
    const to = Math.max(at, last);
    joined.push(to === at ? first : chunkOf(chunks.slice(at, to + 1).flatMap(({ words }) => words)));
    at = to + 1;
  }
  return joined;
}
