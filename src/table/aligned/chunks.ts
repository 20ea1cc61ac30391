/** Lines to chunks: words that belong together, separated from the next chunk by more than a space between words. */
import { boundsOf, centreY, overlap } from "../../geometry/boxes.js";
import { isJustified, type WordLine } from "../../geometry/text-lines.js";
import type { Word } from "../../model/page.js";
import type { Bbox } from "../../schema/values.js";

export interface Chunk {
  readonly words: readonly Word[];
  readonly bbox: Bbox;
  /** Whether it is a figure, or a sign in place of one, such as "-" or "n/a". */
  readonly numeric: boolean;
}

export interface ChunkLine {
  readonly chunks: readonly Chunk[];
  readonly bbox: Bbox;
  readonly sizePt: number;
}

/**
 * Smallest gaps between columns, as multiples of the type size: spaces of justified prose reach about 0.8; figures may
 * be closer than words.
 */
const WORD_GAP = 0.95;
const FIGURE_GAP = 0.55;
/** The bullet of a list item, and the widest gap after it, as a multiple of the type size. In another colour, it may be a status. */
const BULLET = "•";
const BULLET_GAP = 2;

const FIGURE =
  /^[([<>≤≥~±+\-–−$£€¥]*(?:[A-Z]{0,3}[$£€])?\d[\d.,:/'’]*(?:\d|%|‰)?\s?(?:%|‰|bn|m|k|[a-z*†‡])?[)\]*†‡.,]*(?:\s?\(?[-–+−±]?\s?\d[\d.,]*%?\)?)?$/;
const PLACEHOLDER = /^(?:[-–—−:*…x]|\.{1,3}|n\/?a|N\/?A|\(?n\.?a\.?\)?|nil|c|\(\w\)|[¹²³])$/;

/** Whether a text is a figure: "1,234", "(12.5)", "–3%", "£5m", "12 (30%)", "12.5 ± 0.3". */
export function isFigure(text: string): boolean {
  return (
    text.length <= 24 &&
    (FIGURE.test(text) || PLACEHOLDER.test(text) || FIGURE.test(text.replace(/(?<=\d) (?=\d{3})/g, "")))
  );
}

/** Where the chunks of a line begin, in points. */
export const startsOf = (line: ChunkLine): number[] => line.chunks.map((chunk) => chunk.bbox[0]);

/** Points within which texts of several lines begin at the same place. */
export const SAME_START_PT = 3;

export const isSameStart = (one: number, other: number): boolean => Math.abs(one - other) <= SAME_START_PT;

export const textOfChunk = (chunk: Chunk): string => chunk.words.map((word) => word.text).join(" ");

export function chunkOf(words: readonly Word[]): Chunk {
  const text = words.map((word) => word.text).join(" ");
  return { words, bbox: boundsOf(words.map((word) => word.bbox)) ?? [0, 0, 0, 0], numeric: isFigure(text) };
}

const LEADER = /^[.…_·\s]{3,}$/;

/** Widest gap between two words of one chunk, in points. */
function widestGap(before: Word, word: Word): number {
  const size = Math.max(before.sizePt, word.sizePt);
  if (before.text === BULLET && before.colour === word.colour) return BULLET_GAP * size;
  return (isFigure(before.text) || isFigure(word.text) ? FIGURE_GAP : WORD_GAP) * size;
}

export function chunksOfLine(line: WordLine): ChunkLine {
  if (isJustified(line.words)) return { chunks: [chunkOf(line.words)], bbox: line.bbox, sizePt: line.sizePt };
  const chunks: Chunk[] = [];
  let run: Word[] = [];
  const flush = (): void => {
    if (run.length > 0) chunks.push(chunkOf(run));
    run = [];
  };
  for (const word of line.words) {
    const before = run[run.length - 1];
    if (before !== undefined) {
      const gap = word.bbox[0] - before.bbox[2];
      if (before.text === "" || word.text === "" || gap > widestGap(before, word) || LEADER.test(before.text)) flush();
    }
    run.push(word);
  }
  flush();
  return { chunks, bbox: line.bbox, sizePt: line.sizePt };
}

export const isOver = (one: Chunk, other: Chunk): boolean =>
  overlap(one.bbox[0], one.bbox[2], other.bbox[0], other.bbox[2]) > 0;

/** Chunks grouped into columns by horizontal overlap: from left to right, each from top to bottom. */
export function columnsOf(lines: readonly ChunkLine[]): Chunk[][] {
  let columns: Chunk[][] = [];
  for (const chunk of lines.flatMap((line) => line.chunks)) {
    const over = columns.filter((column) => column.some((other) => isOver(chunk, other)));
    columns = [...columns.filter((column) => !over.includes(column)), [...over.flat(), chunk]];
  }
  const left = (column: readonly Chunk[]): number => Math.min(...column.map(({ bbox }) => bbox[0]));
  return columns
    .map((column) => column.sort((a, b) => centreY(a.bbox) - centreY(b.bbox)))
    .sort((a, b) => left(a) - left(b));
}

/** Lines of one row as one line, its chunks of many lines. */
export function joinedLine(lines: readonly ChunkLine[]): ChunkLine {
  const [first] = lines;
  if (first !== undefined && lines.length === 1) return first;
  return {
    chunks: columnsOf(lines).map((column) => chunkOf(column.flatMap((chunk) => chunk.words))),
    bbox: boundsOf(lines.map((line) => line.bbox)) ?? [0, 0, 0, 0],
    sizePt: Math.max(...lines.map((line) => line.sizePt)),
  };
}
