/**
 * Tables of text below headings, whatever the distance of their columns: paragraphs and lists side by side read like columns of prose.
 * In: a page's words, and what is drawn. Out: grids. The headings give the columns, and strips without words the rows; text in columns
 * whose headings are aligned otherwise, or that has neither rows nor lists, is refused.
 */
import { centreX } from "../../geometry/boxes.js";
import { quantile } from "../../geometry/cluster.js";
import { linesOfWords, type WordLine } from "../../geometry/text-lines.js";
import type { Fill, Word } from "../../model/page.js";
import { beginsWithBullet, marksOf } from "../aligned/drawn-bullets.js";
import { BULLET } from "../aligned/gutters.js";
import type { Proposal } from "../candidate.js";
import { fillGrid, type Grid, type GridCell } from "../grid.js";
import type { Edge } from "../ruled/edges.js";
import { isWithinWidth } from "../ruled/rule-regions.js";
import type { WordsByHeight } from "../words-by-height.js";
import { type Headings, headingsOn } from "./headings.js";

/** Narrowest gap between columns, as a multiple of the type size. */
const GUTTER = 0.6;
/** Widest gap between lines of such a table, as a multiple of the type size. */
const WIDEST_GAP = 3;
/** Type larger by this factor is the title of what follows. */
const TITLE_SIZE = 1.12;
/** By how much a strip that separates rows is wider than those between lines of one text, as a multiple of the type size. */
const WIDER = 0.2;
/** Height of a strip without words that separates rows, as a multiple of the type size: more than lines of one text leave. */
const STRIP = 0.55;
/** A gap above a note is wider than those between the table's lines by this factor. */
const NOTE_GAP = 1.4;
/** Largest difference in how headings are placed over their columns, in points. */
const PLACED_ALIKE_PT = 6;
/** Share of a table's lines that begin with a bullet where its cells are lists. */
const LISTS = 0.4;
/** Fewest lines of text. */
const FEWEST_LINES = 2;

/** @param edges rules and sides of painted boxes that draw no table */
export function textUnderHeadings(words: WordsByHeight, edges: readonly Edge[], fills: readonly Fill[]): Proposal[] {
  return headingsOn(words, edges).flatMap((headings): Proposal[] => {
    const text = textBelow(words, headings);
    const grid = text === null ? null : gridOf(headings, text, fills);
    return grid === null ? [] : [{ grid, strategy: "headings" }];
  });
}

type Span = readonly [from: number, to: number];

interface Text {
  readonly lines: readonly WordLine[];
  /** Where the texts of each column begin and end. */
  readonly columns: readonly Span[];
}

/** The lines below headings, down to the first that no gap divides as the headings do; null where they have other columns. */
function textBelow(words: WordsByHeight, headings: Headings): Text | null {
  const { chunks, bottom, sizePt } = headings;
  const lines: WordLine[] = [];
  let columns: readonly Span[] = [];
  let end = bottom;
  for (const line of linesOfWords(words.between(bottom, Number.POSITIVE_INFINITY))) {
    const inside = line.words.filter((word) => isWithinWidth(word, { ...headings, ys: [] }));
    if (inside.length === 0) continue;
    const [top, base] = [
      Math.min(...inside.map(({ bbox }) => bbox[1])),
      Math.max(...inside.map(({ bbox }) => bbox[3])),
    ];
    if (top - end > WIDEST_GAP * sizePt || line.sizePt > TITLE_SIZE * sizePt || runsOut(line, inside)) break;
    const joined = withSpans(columns, spansOf(inside), GUTTER * sizePt);
    if (columns.length >= chunks.length && joined.length < chunks.length) break;
    columns = joined;
    lines.push({
      words: inside,
      bbox: [inside[0]?.bbox[0] ?? 0, top, inside.at(-1)?.bbox[2] ?? 0, base],
      sizePt: line.sizePt,
    });
    end = Math.max(end, base);
  }
  const own = withoutNotes(lines, columns);
  return columns.length === chunks.length && own.length >= FEWEST_LINES ? { lines: own, columns } : null;
}

/** The lines without those of the first column at the end that a gap wider than all others separates. */
function withoutNotes(lines: readonly WordLine[], columns: readonly Span[]): readonly WordLine[] {
  const columnOf = ({ words }: WordLine): number =>
    columns.findLastIndex(([from]) => words.some(({ bbox }) => bbox[0] >= from));
  const last = lines.findLastIndex((line) => columnOf(line) > 0);
  let widest = (lines[0]?.sizePt ?? 0) / 4;
  for (const [at, { height }] of gapsBetween(lines).entries()) {
    if (at >= last && height > NOTE_GAP * widest) return lines.slice(0, at + 1);
    widest = Math.max(widest, height);
  }
  return lines;
}

/** Whether a line continues outside the headings' width. */
function runsOut({ words, sizePt }: WordLine, inside: readonly Word[]): boolean {
  const own = new Set(inside);
  return words.some((word, at) => {
    const before = words[at - 1];
    return before !== undefined && own.has(word) !== own.has(before) && word.bbox[0] - before.bbox[2] < sizePt;
  });
}

/** Where a line's words are; a bullet belongs to the text after it, and a column may begin with one close to the text before. */
const spansOf = (words: readonly Word[]): Span[] =>
  words.map(({ bbox: [from, , to], text, sizePt }, at) => {
    const next = words[at + 1];
    if (next !== undefined && BULLET.test(text)) return [from, next.bbox[0]];
    return [from, next?.text === "•" ? Math.max(from, to - GUTTER * sizePt) : to];
  });

/** Spans with others added: those nearer to each other than a gap are one. */
function withSpans(spans: readonly Span[], added: readonly Span[], gap: number): Span[] {
  const joined: [number, number][] = [];
  for (const [from, to] of [...spans, ...added].sort((one, other) => one[0] - other[0])) {
    const last = joined.at(-1);
    if (last !== undefined && from - last[1] < gap) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

function gridOf(headings: Headings, { lines, columns }: Text, fills: readonly Fill[]): Grid | null {
  const { chunks, x0, x1, top, bottom, sizePt } = headings;
  const xs = [x0, ...columns.slice(1).map(([from], at) => (from + (columns[at]?.[1] ?? from)) / 2), x1];
  if (!arePlacedAlike(headings, columns, xs)) return null;
  const rows = rowEnds(lines, columns, sizePt, () => areLists(lines, columns, fills));
  if (rows === null) return null;
  const ys = [top, bottom, ...rows];
  const cells = ys
    .slice(1)
    .flatMap((_, row) =>
      columns.map((_column, column): GridCell => ({ row, column, rowSpan: 1, columnSpan: 1, words: [] })),
    );
  const words = [...chunks.flatMap((chunk) => chunk.words), ...lines.flatMap((line) => line.words)];
  return fillGrid({ xs, ys, cells }, words);
}

/** Whether each heading is over its column, and all at the left, in the middle or at the right of theirs. */
function arePlacedAlike({ chunks }: Headings, columns: readonly Span[], xs: readonly number[]): boolean {
  const indent = (columns[0]?.[0] ?? 0) - (xs[0] ?? 0);
  const lefts = columns.map(([from]) => from - indent);
  const places = chunks.map(({ bbox }, at) => {
    const [left, right] = [lefts[at] ?? 0, lefts[at + 1] ?? xs.at(-1) ?? 0];
    const isOver = centreX(bbox) > (xs[at] ?? 0) && centreX(bbox) < (xs[at + 1] ?? 0);
    return isOver ? [bbox[0] - left, centreX(bbox) - (left + right) / 2, right - bbox[2]] : null;
  });
  if (places.some((place) => place === null)) return false;
  return [0, 1, 2].some((way) => {
    const offsets = places.flatMap((place) => place?.[way] ?? []);
    return Math.max(...offsets) - Math.min(...offsets) <= PLACED_ALIKE_PT;
  });
}

/**
 * Where the rows end: at strips without words that are wider than those between lines of one text; at every line where all are as far
 * apart as rows; else lists are one row. Null for other text.
 */
function rowEnds(
  lines: readonly WordLine[],
  columns: readonly Span[],
  sizePt: number,
  isOneRow: () => boolean,
): number[] | null {
  const gaps = columns.flatMap(([from, to]) =>
    gapsBetween(
      linesOfWords(lines.flatMap((line) => line.words.filter(({ bbox }) => bbox[0] >= from && bbox[0] < to))),
    ),
  );
  const usual = quantile(
    gaps.map(({ height }) => height),
    0.1,
  );
  const strips = gapsBetween(lines);
  const wide = strips.filter(({ height }) => height > usual + WIDER * sizePt);
  const end = Math.max(...lines.map(({ bbox }) => bbox[3]));
  if (wide.length > 0) return [...wide.map(({ at }) => at), end];
  if (usual > STRIP * sizePt) return [...strips.map(({ at }) => at), end];
  return isOneRow() ? [end] : null;
}

/** The strips between lines, from the lowest word above to the next line: below 0 where they overlap. */
function gapsBetween(lines: readonly WordLine[]): { readonly at: number; readonly height: number }[] {
  let bottom = lines[0]?.bbox[3] ?? 0;
  return lines.slice(1).map(({ bbox }) => {
    const gap = { at: (bottom + bbox[1]) / 2, height: bbox[1] - bottom };
    bottom = Math.max(bottom, bbox[3]);
    return gap;
  });
}

/** Whether lines in columns begin with bullets, printed or drawn. */
function areLists(lines: readonly WordLine[], columns: readonly Span[], fills: readonly Fill[]): boolean {
  const marks = marksOf(
    fills.map(({ bbox }) => bbox),
    lines[0]?.sizePt ?? 0,
  );
  const texts = columns.map(([from, to]) =>
    lines.flatMap((line) => line.words.find(({ bbox }) => bbox[0] >= from && bbox[0] < to) ?? []),
  );
  return texts.every((words) => words.filter((word) => beginsWithBullet(word, marks)).length >= LISTS * words.length);
}
