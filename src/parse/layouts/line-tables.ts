/**
 * Tables whose cells are lost: each row's words follow one another in the order of the columns, on lines of their own or all on
 * one. In: blocks. Out: such tables as rows of cells, where nearly every row can be given to its columns.
 */
import type { Block } from "../../model/block.js";
import type { Profile } from "../../schema/profile.js";
import { headingEvidence } from "../columns/heading-evidence.js";
import type { RowGrammar } from "./cell-words.js";
import { type FoundRows, isBetter } from "./found-rows.js";
import { holdRow } from "./hidden-row.js";
import type { Layout, TableReading } from "./layout.js";
import { type LineColumns, lineColumns } from "./line-columns.js";
import { grammarOf } from "./line-grammar.js";
import { lineHeadingsAt } from "./line-headings.js";
import { type Segment, segmentsOf } from "./line-segments.js";
import { bestRows } from "./line-table-rows.js";
import { headingRow, rowBlock, totalRow } from "./made-rows.js";
import { type ScatteredHeadings, scatteredHeadingsAt } from "./scattered-headings.js";
import { statusAboveRow } from "./status-above-row.js";

const BULLET = /^[•●▪■◦‣*·–-]$/u;
const PAGE_NUMBER = /^\s*\d{1,4}\s*$/;
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
      const table = headings.length === 0 ? null : tableAt(blocks, index, headings, profile);
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

/** The headings that may begin at a block, those printed together first. */
function headingsAt(blocks: readonly Block[], index: number, profile: Profile): ScatteredHeadings[] {
  const found = lineHeadingsAt(blocks, index, headingEvidence(profile));
  const together = found === null ? [] : [{ orders: [found.headings], length: found.length, besides: [] }];
  return [...together, ...scatteredHeadingsAt(blocks, index, profile)];
}

/** A way to read the lines below headings. */
interface Candidate {
  /** Rows with all that their columns promise. */
  readonly whole: number;
  readonly reading: () => TableReading;
}

/** The table that the headings at a block begin: under those by which the most rows are whole, the first of several. */
function tableAt(
  blocks: readonly Block[],
  index: number,
  all: readonly ScatteredHeadings[],
  profile: Profile,
): TableReading | null {
  let best: Candidate | null = null;
  let lines: Lines | null = null;
  for (const headings of all) {
    const least = best === null ? 0 : best.whole + 1;
    let found = headingsAlone(blocks, index, headings);
    if (found === null) {
      lines ??= linesBelow(blocks, index, profile);
      found = rowsUnder(lines, headings, least);
    }
    if (found !== null && found.whole >= least) best = found;
  }
  return best?.reading() ?? null;
}

/** Headings above printed cells. */
function headingsAlone(
  blocks: readonly Block[],
  index: number,
  { orders, length, besides }: ScatteredHeadings,
): Candidate | null {
  const [next, heads] = [blocks[index + length], orders[0] ?? []];
  if (next?.kind !== "row" || next.cells.length !== heads.length || besides.length > 0) return null;
  const own = blocks.slice(index, index + length);
  return { whole: 1, reading: () => ({ from: index, to: index + length, blocks: [headingRow(own, heads)] }) };
}

/** The lines below a block, and what all readings of them have in common. */
interface Lines {
  readonly blocks: readonly Block[];
  readonly index: number;
  readonly profile: Profile;
  readonly grammar: RowGrammar;
  /** Lines that a page may begin with again. */
  readonly heads: ReadonlySet<string>;
  /** Headings under which they were read. */
  readonly tried: Set<string>;
}

const linesBelow = (blocks: readonly Block[], index: number, profile: Profile): Lines => ({
  blocks,
  index,
  profile,
  grammar: grammarOf(profile, blocks.slice(Math.max(0, index - KEY_REACH), index)),
  heads: firstLines(blocks),
  tried: new Set(),
});

/** @param least whole rows without which the reading is of no use */
function rowsUnder(lines: Lines, { orders, length, besides }: ScatteredHeadings, least: number): Candidate | null {
  const { blocks, index, profile, grammar, heads, tried } = lines;
  const end = endOfLines(blocks, index + length);
  let best: RowsOfSegments | null = null;
  for (const headings of orders) {
    const columns = lineColumns(headings, headingEvidence(profile));
    const name = JSON.stringify([length, headings]);
    if (columns === null || tried.has(name)) continue;
    tried.add(name);
    const segments = segmentsOf(blocks, { from: index, length }, end, columns);
    const habits = { profile, kinds: columns.kinds, heads, least: Math.max(least, best?.whole ?? 0) };
    const found = bestRows(segments, grammar, habits);
    if (found !== null && (best === null || isBetter(found, best))) best = { ...found, columns, segments, grammar };
  }
  if (best === null) return null;
  const [found, beside] = [best, besides.flatMap((at) => blocks[at] ?? [])];
  const reading = () => ({ from: index, to: end, blocks: [...beside, ...asTable(blocks, index, end, found)] });
  return { whole: best.whole, reading };
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

interface RowsOfSegments extends FoundRows {
  readonly columns: LineColumns;
  readonly segments: readonly Segment[];
  readonly grammar: RowGrammar;
}

/** The lines before headings: a number alone right above them is the foot of the page before. */
const withPageNumber = (lines: readonly Block[]): readonly Block[] =>
  lines.map((line, at) =>
    line.kind === "line" && at === lines.length - 1 && PAGE_NUMBER.test(line.text)
      ? { ...line, furniture: true }
      : line,
  );

function asTable(
  blocks: readonly Block[],
  index: number,
  end: number,
  { rows, segments, columns: { headings, kinds }, grammar }: RowsOfSegments,
): Block[] {
  const out: Block[] = [];
  let at = index;
  segments.forEach(({ headFrom, from }, turn) => {
    const before = out.length - 1;
    out.push(...withPageNumber(blocks.slice(at, headFrom)), headingRow(blocks.slice(headFrom, from), headings));
    at = from;
    const own = (rows[turn] ?? []).map((row) => ({
      ...row,
      block: rowBlock(blocks.slice(from + row.from, from + row.to), row, kinds.length),
    }));
    const rest = blocks.slice(from, from + (own[0]?.from ?? 0));
    const found = statusAboveRow({ above: out[before], rest, first: own[0]?.block }, kinds, grammar);
    if (found !== null) {
      if (found.above !== undefined) out[before] = found.above;
      out.push(...rest.slice(0, -1));
      at += rest.length;
    }
    const above = out[before];
    const lines = rest.filter((block) => block.kind === "line");
    if (found === null && above?.kind === "row" && above.isHeading !== true && holdRow(lines, kinds, grammar))
      out[before] = { ...above, isDoubtful: true };
    own.forEach(({ block, furniture, ...row }, index) => {
      const first = index === 0 ? found?.first : undefined;
      out.push(...blocks.slice(at, from + row.from), first ?? block, ...furniture);
      at = from + row.to;
    });
  });
  const total = totalRow(blocks.slice(0, end), at, kinds.length);
  return total === null
    ? [...out, ...blocks.slice(at, end)]
    : [...out, total, ...blocks.slice(at + total.cells.filter(({ text }) => text !== "").length, end)];
}
