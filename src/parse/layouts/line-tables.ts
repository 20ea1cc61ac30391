/**
 * Tables whose cells are lost: each row's words follow one another in the order of the columns, on lines of their own or all on
 * one. In: blocks. Out: such tables as rows of cells, where nearly every row can be given to its columns.
 */
import type { Block, LineBlock } from "../../model/block.js";
import type { Profile } from "../../schema/profile.js";
import { headingEvidence } from "../columns/heading-evidence.js";
import { type AlignedRow, alignRow } from "./align-row.js";
import type { CellKind, RowGrammar } from "./cell-fit.js";
import type { Layout, TableReading } from "./layout.js";
import { type LineColumns, lineColumns } from "./line-columns.js";
import { grammarOf, learned } from "./line-grammar.js";
import { lineHeadingsAt } from "./line-headings.js";
import { haveGaps, type LineRow, type RowHabits, rowsFrom, withoutGroup, wordsOf } from "./line-rows.js";
import { headingRow, rowBlock, totalRow } from "./made-rows.js";
import { type HeadingPrint, repeatedHeadings } from "./repeated-headings.js";
import { withDoubts } from "./row-doubts.js";
import { startsByCells } from "./row-shapes.js";
import { rowStarts } from "./row-starts.js";
import { type ScatteredHeadings, scatteredHeadingsAt } from "./scattered-headings.js";
import { isHeaded, withoutTitleWords } from "./status-in-title.js";
import { unwoven } from "./woven-lines.js";

/** Rows of a table, and the share of them that must be complete. */
const FEWEST_ROWS = 2;
const COMPLETE = 0.8;
const BULLET = /^[•●▪■◦‣*·–-]$/u;
/** Blocks above a table among which the report's key is. */
const KEY_REACH = 80;
/** Headings of a document under which no table is found, after which no more are tried. */
const MOST_TRIES = 24;

export const lineTables: Layout = {
  name: "lines",
  tables: (printed, profile) => {
    const blocks = printed.map(bulletAsLine);
    const found: TableReading[] = [];
    let tries = 0;
    for (let index = 0; index < blocks.length && tries < MOST_TRIES; ) {
      const headings = blocks[index]?.kind === "line" ? headingsAt(blocks, index, profile) : [];
      const table = headings
        .flatMap((each) => tableAt(blocks, index, each, profile) ?? [])
        .reduce<FoundTable | null>((best, each) => (best === null || each.whole > best.whole ? each : best), null);
      if (table !== null) found.push(table);
      else tries += headings.length;
      index = table?.to ?? index + 1;
    }
    return found;
  },
};

/** An item of a list whose bullet a tab separates is a line, and no row of two cells. */
function bulletAsLine(block: Block): Block {
  if (block.kind !== "row" || block.cells.length !== 2 || !BULLET.test(block.cells[0]?.text ?? "")) return block;
  const { place, gapBefore, pageStart, cells } = block;
  return { kind: "line", place, gapBefore, pageStart, indent: 0, text: cells.map(({ text }) => text).join(" ") };
}

/** The lines under one print of the headings: a page or a group begins with them again. */
interface Segment {
  /** Index of the first block of the headings, and of the first and last one below them. */
  readonly headFrom: number;
  readonly from: number;
  readonly to: number;
  readonly lines: readonly LineBlock[];
}

interface ReadRow extends LineRow {
  readonly aligned: AlignedRow | null;
  readonly isStatusBeforeTitle?: true;
}

/** The headings that may begin at a block, those that stand together first. */
function headingsAt(blocks: readonly Block[], index: number, profile: Profile): ScatteredHeadings[] {
  const found = lineHeadingsAt(blocks, index, headingEvidence(profile));
  const together = found === null ? [] : [{ orders: [found.headings], length: found.length, besides: [] }];
  return [...together, ...scatteredHeadingsAt(blocks, index, profile)];
}

interface FoundTable extends TableReading {
  /** Rows with all that their columns promise. */
  readonly whole: number;
}

function tableAt(
  blocks: readonly Block[],
  index: number,
  { orders, length, besides }: ScatteredHeadings,
  profile: Profile,
): FoundTable | null {
  const [next, heads] = [blocks[index + length], orders[0] ?? []];
  if (next?.kind === "row" && next.cells.length === heads.length && besides.length === 0)
    return {
      from: index,
      to: index + length,
      whole: 1,
      blocks: [headingRow(blocks.slice(index, index + length), heads)],
    };
  const end = endOfLines(blocks, index + length);
  const grammar = grammarOf(profile, blocks.slice(Math.max(0, index - KEY_REACH), index));
  let best: (FoundRows & { readonly columns: LineColumns; readonly segments: readonly Segment[] }) | null = null;
  for (const headings of orders) {
    const columns = lineColumns(headings, headingEvidence(profile));
    if (columns === null) continue;
    const segments = segmentsOf(blocks, { from: index, length }, end, columns);
    const found = bestRows(segments, grammar, { profile, kinds: columns.kinds, heads: firstLines(blocks) });
    if (found !== null && (best === null || isBetter(found, best))) best = { ...found, columns, segments };
  }
  if (best === null) return null;
  const beside = besides.flatMap((at) => blocks[at] ?? []);
  return { from: index, to: end, whole: best.whole, blocks: [...beside, ...asTable(blocks, index, end, best)] };
}

/** Lines of a document's first page that may be its running head. */
const HEAD_LINES = 3;

const firstLines = (blocks: readonly Block[]): Set<string> =>
  new Set(blocks.slice(0, HEAD_LINES).flatMap((block) => (block.kind === "line" ? [block.text.trim()] : [])));

/** The first block that is no line. */
function endOfLines(blocks: readonly Block[], from: number): number {
  let end = from;
  while (end < blocks.length && blocks[end]?.kind === "line") end += 1;
  return end;
}

function segmentsOf(
  blocks: readonly Block[],
  first: HeadingPrint,
  end: number,
  { headings, kinds }: LineColumns,
): Segment[] {
  const index = first.from;
  const lines = blocks.slice(index, end).filter((block): block is LineBlock => block.kind === "line");
  const prints = [first, ...repeatedHeadings(blocks, index + first.length, end, headings)];
  return prints.map(({ from: headFrom, length: own }, turn) => {
    const [from, next] = [headFrom + own, prints[turn + 1]?.from];
    const to = next === undefined ? end : index + withoutGroup(lines, from - index, next - index, kinds);
    return { headFrom, from, to, lines: lines.slice(from - index, to - index) };
  });
}

/** Where rows begin: at their labels where these are first, else where all cells of one follow one another. */
type Starts = (segments: readonly Segment[], kinds: readonly CellKind[], grammar: RowGrammar) => number[][];

const byLabels: Starts = (segments) => {
  let last: string | null = null;
  return segments.map(({ lines }) => {
    const starts = rowStarts(
      lines.map(({ text }) => text),
      last,
    );
    last = starts.at(-1)?.label ?? last;
    return starts.map(({ at }) => at);
  });
};

const byCells: Starts = (segments, kinds, grammar) =>
  segments.map(({ lines }) => startsByCells(lines, wordsOf(lines), kinds, grammar));

const byLines: Starts = (segments, kinds, grammar) =>
  segments.map(({ lines }) =>
    lines.flatMap((line, at) => {
      const words = wordsOf([{ ...line, gapBefore: false }]);
      const aligned = alignRow(words, kinds, grammar);
      return aligned !== null && holdsAll(aligned, kinds) ? [at] : [];
    }),
  );

interface FoundRows {
  /** The rows of each segment. */
  readonly rows: readonly (readonly ReadRow[])[];
  /** Rows with all that their columns promise. */
  readonly whole: number;
  readonly score: number;
}

const isBetter = (one: FoundRows, other: FoundRows): boolean =>
  one.whole > other.whole || (one.whole === other.whole && one.score > other.score);

/** The rows as the way of finding them reads them that completes the most. */
function bestRows(
  segments: readonly Segment[],
  grammar: RowGrammar,
  habits: Omit<RowHabits, "hasGaps">,
): FoundRows | null {
  const { kinds } = habits;
  const ways =
    kinds[0] === "label" ? [byLabels] : kinds.includes("label") ? [byCells, byLines] : [byLabels, byCells, byLines];
  let best: FoundRows | null = null;
  for (const way of ways) {
    const rows = rowsBy(way, segments, grammar, habits);
    const all = rows.flat();
    const complete = all.filter((row) => isComplete(row, kinds, grammar)).length;
    if (!areRows(all, complete, kinds)) continue;
    const whole = all.filter(({ aligned }) => aligned !== null && holdsAll(aligned, kinds)).length;
    const found = { rows, whole, score: all.reduce((sum, { aligned }) => sum + (aligned?.score ?? 0), 0) };
    // Labels that follow one another show best where rows begin.
    if (way === byLabels) return found;
    if (best === null || isBetter(found, best)) best = found;
  }
  return best;
}

function rowsBy(
  way: Starts,
  segments: readonly Segment[],
  grammar: RowGrammar,
  habits: Omit<RowHabits, "hasGaps">,
): ReadRow[][] {
  const { kinds } = habits;
  const starts = way(segments, kinds, grammar);
  const hasGaps = segments.some(({ lines }, turn) => haveGaps(lines, starts[turn] ?? []));
  const first = segments.map(({ lines }, turn) =>
    rowsFrom(lines, starts[turn] ?? [], { ...habits, hasGaps }).map((row) => ({
      ...row,
      aligned: alignRow(row.words, kinds, grammar),
    })),
  );
  const again = learned(grammar, first.flat(), kinds);
  const rows = first.map((found) =>
    found.map((row) => unwoven({ ...row, aligned: alignRow(row.words, kinds, again) }, kinds, grammar.startsUpdate)),
  );
  const sure = withDoubts(withoutTitleWords(rows.flat(), kinds, grammar), kinds, again);
  return rows.map((found) => found.map(() => sure.shift()).filter((row) => row !== undefined));
}

/** Whether a row has a label, a title and a status, and who it is for, as far as there are columns for them. */
const holdsAll = (aligned: AlignedRow, kinds: readonly CellKind[]): boolean =>
  kinds.some((kind, column) => kind === "status" && isFilled(aligned, column)) &&
  kinds.every((kind, column) => !["label", "title", "organisation"].includes(kind) || isFilled(aligned, column));

const isFilled = ({ spans }: AlignedRow, column: number): boolean =>
  (spans[column]?.[1] ?? 0) > (spans[column]?.[0] ?? 0);

/** Whether a row has a label and a title, and besides them who it is for, a status or a dated update. */
function isComplete({ aligned, words }: ReadRow, kinds: readonly CellKind[], grammar: RowGrammar): boolean {
  if (aligned === null) return false;
  if (!kinds.every((kind, column) => (kind !== "title" && kind !== "label") || isFilled(aligned, column))) return false;
  return kinds.some((kind, column) => {
    if (kind === "update")
      return isFilled(aligned, column) && isHeaded(words, aligned.spans[column]?.[0] ?? 0, grammar);
    return (kind === "organisation" || kind === "status") && isFilled(aligned, column);
  });
}

/** Whether rows are those of their columns: nearly all are complete, and in most someone is named, or a status. */
function areRows(rows: readonly ReadRow[], complete: number, kinds: readonly CellKind[]): boolean {
  if (rows.length < (kinds[0] === "label" ? 1 : FEWEST_ROWS) || complete < rows.length * COMPLETE) return false;
  const share = (kind: CellKind): number => {
    const column = kinds.indexOf(kind);
    if (column < 0) return 1;
    return rows.filter(({ aligned }) => aligned !== null && isFilled(aligned, column)).length / rows.length;
  };
  return share("organisation") >= 1 / 2 || share("status") >= COMPLETE;
}

function asTable(
  blocks: readonly Block[],
  index: number,
  end: number,
  { rows, segments, columns: { headings, kinds } }: FoundRows & { columns: LineColumns; segments: readonly Segment[] },
): Block[] {
  const out: Block[] = [];
  let at = index;
  segments.forEach(({ headFrom, from }, turn) => {
    out.push(...blocks.slice(at, headFrom), headingRow(blocks.slice(headFrom, from), headings));
    at = from;
    for (const row of rows[turn] ?? []) {
      const [first, last] = [from + row.from, from + row.to];
      out.push(...blocks.slice(at, first), rowBlock(blocks.slice(first, last), row, kinds.length), ...row.furniture);
      at = last;
    }
  });
  const total = totalRow(blocks.slice(0, end), at, kinds.length);
  return total === null
    ? [...out, ...blocks.slice(at, end)]
    : [...out, total, ...blocks.slice(at + total.cells.filter(({ text }) => text !== "").length, end)];
}
