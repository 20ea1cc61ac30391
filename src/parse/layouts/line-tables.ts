/**
 * Tables whose cells are lost: each row's words follow one another in the order of the columns, on lines of their own or all on
 * one. In: blocks. Out: such tables as rows of cells, where nearly every row can be given to its columns.
 */

import type { Block, LineBlock, RowBlock } from "../../model/block.js";
import { coverPlaces } from "../../model/place.js";
import type { ColumnRole, Profile } from "../../schema/profile.js";
import { type HeadingEvidence, headingEvidence } from "../columns/heading-evidence.js";
import { Organisations } from "../organisation.js";
import { isEndMatterHeading } from "../report/end-matter-heading.js";
import { isCapitalLine, isGroupLine } from "../rows/group-heading.js";
import { statusReader } from "../status.js";
import { headingGrammar } from "../update-heading.js";
import { type AlignedRow, alignRow } from "./align-row.js";
import { type CellKind, cellKind, type RowGrammar, type RowWord } from "./cell-fit.js";
import { asidesOf } from "./joined-asides.js";
import type { Layout, TableReading } from "./layout.js";
import { type LineHeadings, lineHeadingsAt } from "./line-headings.js";
import { isFurniture } from "./page-furniture.js";
import { rowGrammar } from "./row-grammar.js";
import { rowStarts } from "./row-starts.js";
import { isHeaded, mayBeTitleWords } from "./status-in-title.js";

/** Words of an organisation's name. */
const NAME_WORDS = 6;
/** Rows of a table, and the share of them that must be complete. */
const FEWEST_ROWS = 2;
const COMPLETE = 0.8;
const SENTENCE_END = /[.!?]["”’)]?$/u;
const PAGE_NUMBER = /^(?:page\s+)?\d{1,4}(?:\s+of\s+\d{1,4})?$/i;

export const lineTables: Layout = {
  name: "lines",
  tables: (blocks, profile) => {
    const evidence = headingEvidence(profile);
    const found: TableReading[] = [];
    for (let index = 0; index < blocks.length; ) {
      const headings = blocks[index]?.kind === "line" ? lineHeadingsAt(blocks, index, evidence) : null;
      const table = headings === null ? null : tableAt(blocks, index, headings, profile);
      if (table !== null) found.push(table);
      index = table?.to ?? index + 1;
    }
    return found;
  },
};

interface Segment {
  readonly from: number;
  readonly to: number;
}

function tableAt(blocks: readonly Block[], index: number, found: LineHeadings, profile: Profile): TableReading | null {
  const evidence = headingEvidence(profile);
  const headed = found.headings.map((heading) => kindOf(heading, evidence(heading)));
  if (!headed.includes("label") && headed[0] !== "title") return null;
  // Text below a row that no column is headed for is what is said of it.
  const [headings, kinds]: [readonly string[], readonly CellKind[]] = headed.includes("update")
    ? [found.headings, headed]
    : [
        [...found.headings, ""],
        [...headed, "update"],
      ];
  const end = endOfLines(blocks, index + found.length);
  const segments = segmentsOf(blocks, { from: index, ...found }, end, evidence);
  const grammar = grammarOf(profile);
  const first = segments.map((segment) => rowsIn(blocks, segment, kinds, grammar, profile));
  // What several rows' cells hold is a cell of others too: a second reading knows it.
  const known = repeatedCells(first.flat(), kinds);
  const names = repeatedNames(first.flat(), kinds);
  const again: RowGrammar = {
    ...grammar,
    isKnownCell: (column, text) => known[column]?.has(text) === true,
    organisationFit: (text) => (names.has(text) ? 3 : grammar.organisationFit(text)),
  };
  const rows = first.map((found) => found.map((row) => ({ ...row, aligned: alignRow(row.words, kinds, again) })));
  const all = rows.flat();
  if (all.length < FEWEST_ROWS) return null;
  const complete = all.filter(({ aligned, words }) => aligned !== null && isComplete(aligned, kinds, words, grammar));
  if (complete.length < all.length * COMPLETE || mayBeTitleWords(all, kinds, grammar)) return null;
  const out: Block[] = [];
  let at = index;
  segments.forEach(({ headFrom, from }, turn) => {
    out.push(...blocks.slice(at, headFrom), headingRow(blocks.slice(headFrom, from), headings));
    at = from;
    for (const row of rows[turn] ?? []) {
      out.push(...blocks.slice(at, row.from), rowBlock(blocks, row, kinds.length), ...row.furniture);
      at = row.to;
    }
  });
  out.push(...blocks.slice(at, end));
  return { from: index, to: end, blocks: out };
}

function kindOf(heading: string, evidence: { readonly [role in ColumnRole]?: number }): CellKind {
  const roles = (Object.entries(evidence) as [ColumnRole, number][]).sort(([, a], [, b]) => b - a);
  return cellKind(roles[0]?.[0] ?? "other", heading);
}

/** The first block that is no line. */
function endOfLines(blocks: readonly Block[], from: number): number {
  let end = from;
  while (end < blocks.length && blocks[end]?.kind === "line") end += 1;
  return end;
}

/** The rows under each print of the headings: a page or a group begins with them again. */
function segmentsOf(
  blocks: readonly Block[],
  first: LineHeadings & { readonly from: number },
  end: number,
  evidence: HeadingEvidence,
): HeadedSegment[] {
  const name = first.headings.join("|");
  const prints = [{ from: first.from, length: first.length }];
  for (let from = first.from + first.length; from < end; from += 1) {
    const found = lineHeadingsAt(blocks, from, evidence);
    if (found === null || found.headings.join("|") !== name) continue;
    prints.push({ from, length: found.length });
    from += found.length - 1;
  }
  return prints.map(({ from, length }, turn) => {
    const next = prints[turn + 1]?.from;
    return {
      headFrom: from,
      from: from + length,
      to: next === undefined ? end : withoutGroup(blocks, from + length, next),
    };
  });
}

/** A segment's end without the lines that head the group under the next headings. */
function withoutGroup(blocks: readonly Block[], from: number, to: number): number {
  let end = to;
  while (end > from) {
    const block = blocks[end - 1];
    const before = blocks[end - 2];
    if (block?.kind !== "line") break;
    const text = block.text.trim();
    const isCapitals = isCapitalLine(text) && before?.kind === "line" && SENTENCE_END.test(before.text.trim());
    if (!isGroupLine(text) && !PAGE_NUMBER.test(text) && !isCapitals) break;
    end -= 1;
  }
  return end;
}

/** A segment with the headings above it. */
interface HeadedSegment extends Segment {
  readonly headFrom: number;
}

interface LineRow extends Segment {
  readonly aligned: AlignedRow | null;
  readonly words: readonly RowWord[];
  /** Page numbers and running heads among its lines. */
  readonly furniture: readonly LineBlock[];
}

function rowsIn(
  blocks: readonly Block[],
  { from, to }: Segment,
  kinds: readonly CellKind[],
  grammar: RowGrammar,
  profile: Profile,
): LineRow[] {
  const lines = blocks.slice(from, to).filter((block): block is LineBlock => block.kind === "line");
  const starts = rowStarts(lines.map(({ text }) => text));
  return starts.map(({ at }, turn): LineRow => {
    const following = starts[turn + 1]?.at;
    const next = following === undefined ? endOfLast(lines, at, profile) : withoutGroup(lines, at + 1, following);
    const own = lines.slice(at, next);
    const furniture = own.filter((line) => isFurniture(line, profile));
    const words = wordsOf(own.filter((line) => !furniture.includes(line)));
    return { furniture, from: from + at, to: from + next, words, aligned: alignRow(words, kinds, grammar) };
  });
}

/** Where the last row ends: before what closes a report, or a group's heading. */
function endOfLast(lines: readonly LineBlock[], from: number, profile: Profile): number {
  for (let at = from + 1; at < lines.length; at += 1) {
    const line = lines[at];
    if (line?.gapBefore === true && (isEndMatterHeading(profile, line.text) || isGroupLine(line.text))) return at;
  }
  return lines.length;
}

function wordsOf(lines: readonly LineBlock[]): RowWord[] {
  return lines.flatMap(({ text, gapBefore }, line) => {
    return text
      .trim()
      .split(/\s+/)
      .map((word, at): RowWord => ({ text: word, line, startsLine: at === 0, afterGap: at === 0 && gapBefore }));
  });
}

/** What the words of the table's rows may be. */
const grammarOf = (profile: Profile): RowGrammar =>
  rowGrammar({
    status: statusReader(profile),
    update: headingGrammar(profile),
    organisations: new Organisations(profile),
  });

/** By column, the texts that more than one row has there. */
function repeatedCells(rows: readonly LineRow[], kinds: readonly CellKind[]): ReadonlySet<string>[] {
  return kinds.map((_, column) => {
    const counts = new Map<string, number>();
    for (const { aligned, words } of rows) {
      const [from, to] = aligned?.spans[column] ?? [0, 0];
      const text = words
        .slice(from, to)
        .map((word) => word.text)
        .join(" ");
      if (text !== "") counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return new Set([...counts].filter(([, count]) => count > 1).map(([text]) => text));
  });
}

/** Names of several words that more than one row has right after its label, where the organisation's column is there. */
function repeatedNames(rows: readonly LineRow[], kinds: readonly CellKind[]): ReadonlySet<string> {
  if (kinds[0] !== "label" || kinds[1] !== "organisation") return new Set();
  const counts = new Map<string, number>();
  for (const { words, aligned } of rows) {
    const from = aligned?.spans[0]?.[1] ?? 1;
    for (let to = from + 2; to <= Math.min(words.length, from + NAME_WORDS); to += 1) {
      const own = words.slice(from, to).map(({ text }) => text);
      if (!/^\p{Lu}/u.test(own.at(-1) ?? "")) continue;
      const name = own.join(" ");
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([name]) => name));
}

/** Whether a row has all that its columns promise: a label, a title, and a status where there is such a column. */
function isComplete(
  { spans }: AlignedRow,
  kinds: readonly CellKind[],
  words: readonly RowWord[],
  grammar: RowGrammar,
): boolean {
  // An update that begins within a line, with no heading of its own, may be the rest of the cell before it.
  const [from, to] = spans[kinds.lastIndexOf("update")] ?? [0, 0];
  if (to > from && words[from]?.startsLine === false && !isHeaded(words, from, grammar)) return false;
  return (
    kinds.every((kind, column) => {
      const [from, to] = spans[column] ?? [0, 0];
      if (kind === "title") return to - from >= 2;
      return kind === "label" || kind === "organisation" ? to > from : true;
    }) && kinds.some((kind, column) => kind === "status" && (spans[column]?.[1] ?? 0) > (spans[column]?.[0] ?? 0))
  );
}

function headingRow(blocks: readonly Block[], headings: readonly string[]): RowBlock {
  return {
    kind: "row",
    place: blocks.map(({ place }) => place).reduce(coverPlaces),
    gapBefore: true,
    pageStart: blocks[0]?.pageStart === true,
    cells: headings.map((text) => ({ text })),
    isHeading: true,
    borders: "spaced",
    ...asidesOf(blocks),
  };
}

function rowBlock(
  blocks: readonly Block[],
  { from, to, aligned, words, furniture }: LineRow,
  columns: number,
): RowBlock {
  const own = blocks.slice(from, to).filter((block) => block.kind !== "line" || !furniture.includes(block));
  const cells = Array.from({ length: columns }, (_, column) => {
    const [start, end] = aligned?.spans[column] ?? (column === columns - 1 ? [0, words.length] : [0, 0]);
    const text = words
      .slice(start, end)
      .reduce((sum, word, at) => (at === 0 ? word.text : `${sum}${word.startsLine ? "\n" : " "}${word.text}`), "");
    return { text };
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
  };
}
