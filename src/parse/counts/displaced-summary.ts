/**
 * Pieces of a status summary among the rows, as text extracted from a PDF may have them, and a summary at the end of the
 * report. In: the blocks from the rows on. Out: labels and complete counts ("4/15 (27%)") on lines of their own, with the
 * lines of definition between them; or the last lines, where each holds a label and its figures.
 */
import type { Block } from "../../model/block.js";
import type { ReportSpan } from "../report/report-span.js";
import type { BlockReader, PlacedToken } from "./block-tokens.js";
import { isTotal } from "./entries.js";
import { isFull as isComplete } from "./figures.js";

/** Lines of definition that a label may have before its count. */
const LONGEST_DEFINITION = 8;

/** Statuses that a summary at the end names at least, and lines that may follow it: a note, a name. */
const FEWEST_AT_END = 2;
const LINES_AFTER = 6;
const LONGEST_LINE = 60;

export interface DisplacedSummary {
  readonly tokens: readonly PlacedToken[];
  readonly blocks: ReadonlySet<number>;
  /** Lines after a summary at the end of the report: they belong to no row. */
  readonly linesAfter: ReadonlySet<number>;
}

export function findDisplacedSummary(blocks: readonly Block[], span: ReportSpan, read: BlockReader): DisplacedSummary {
  const atEnd = summaryAtEnd(blocks, span, read);
  if (atEnd !== null) return atEnd;
  const tokens: PlacedToken[] = [];
  const taken = new Set<number>();
  for (let index = span.bodyFrom; index < span.rowsEnd; index += 1) {
    const token = lineToken(blocks, index, span, read);
    if (token === null) continue;
    if (isFull(token)) {
      tokens.push(token);
      taken.add(index);
      continue;
    }
    if (token.kind !== "label" || !token.colour) continue;
    const end = countBelow(blocks, index, span, read);
    if (end === null) continue;
    tokens.push(token);
    for (let at = index; at < end; at += 1) taken.add(at);
  }
  return { tokens, blocks: taken, linesAfter: new Set() };
}

/** The last lines of a report where each states a status and its figures: "Green 1 (50%)" above "Amber 1 (50%)". */
function summaryAtEnd(blocks: readonly Block[], span: ReportSpan, read: BlockReader): DisplacedSummary | null {
  const found = lastStatement(blocks, span, read);
  if (found === null) return null;
  const tokens: PlacedToken[] = [];
  const taken = new Set<number>();
  const named = new Set<string>();
  for (const index of found.totals) {
    const block = blocks[index];
    if (block !== undefined) tokens.push(...read(block, index));
    taken.add(index);
  }
  for (let index = found.index; index >= span.bodyFrom; index -= 1) {
    const stated = span.skip.has(index) ? null : statementTokens(blocks, index, read);
    const labels = (stated ?? []).filter(({ kind }) => kind === "label").map(({ text }) => text);
    if (stated === null || labels.some((text) => named.has(text))) break;
    for (const text of labels) named.add(text);
    taken.add(index);
    tokens.unshift(...stated);
  }
  return named.size < FEWEST_AT_END ? null : { tokens, blocks: taken, linesAfter: found.linesAfter };
}

interface LastStatement {
  readonly index: number;
  readonly linesAfter: ReadonlySet<number>;
  /** The row of the total below it. */
  readonly totals: readonly number[];
}

/** The last line that states a status and its figures, and the lines and the total after it; null where a row comes after it. */
function lastStatement(blocks: readonly Block[], span: ReportSpan, read: BlockReader): LastStatement | null {
  const linesAfter = new Set<number>();
  const totals: number[] = [];
  let index = span.rowsEnd - 1;
  for (; index >= span.bodyFrom && linesAfter.size <= LINES_AFTER; index -= 1) {
    if (span.skip.has(index)) continue;
    if (statementTokens(blocks, index, read) !== null) break;
    if (blocks[index]?.kind === "line") linesAfter.add(index);
    else if (totals.length === 0 && isTotalRow(blocks, index, read)) totals.push(index);
    else return null;
  }
  return { index, linesAfter, totals };
}

/** "Total | 10" */
function isTotalRow(blocks: readonly Block[], index: number, read: BlockReader): boolean {
  const block = blocks[index];
  const tokens = block === undefined ? [] : read(block, index).filter(({ text }) => text !== "");
  const [first, ...figures] = tokens;
  return first !== undefined && isTotal(first) && figures.length > 0 && figures.every(({ kind }) => FIGURES.has(kind));
}

const FIGURES: ReadonlySet<string> = new Set(["number", "percent"]);

/** A line or row that states a status with a total or a percentage, or several of them, and nothing else; null for any other. */
function statementTokens(blocks: readonly Block[], index: number, read: BlockReader): PlacedToken[] | null {
  const block = blocks[index];
  if (block === undefined) return null;
  const tokens = read(block, index).filter(({ kind, text }) => text !== "" && kind !== "unit");
  const labels = tokens.filter(({ kind }) => kind === "label");
  const [first] = tokens;
  if (first?.kind !== "label") return null;
  if (labels.length > 1) return labels.length === tokens.filter(hasTotal).length ? tokens : null;
  if (block.kind === "line" && block.text.length > LONGEST_LINE) return null;
  const figures = tokens.slice(1);
  const isStated = first.colour || figures.some(isFull);
  const figured = figures.every(({ kind }) => kind === "count" || kind === "number" || kind === "percent");
  return isStated && figured && figures.some(({ kind }) => kind !== "number") ? tokens : null;
}

const isFull = (token: PlacedToken): boolean => token.kind === "count" && isComplete(token.count);

const hasTotal = (token: PlacedToken): boolean => token.kind === "count" && token.count.total !== null;

/** The token of a line that holds nothing else. */
function lineToken(blocks: readonly Block[], index: number, span: ReportSpan, read: BlockReader): PlacedToken | null {
  const block = blocks[index];
  if (block?.kind !== "line" || span.skip.has(index) || block.text.length > LONGEST_LINE) return null;
  const tokens = read(block, index);
  const [token] = tokens;
  return tokens.length === 1 && token !== undefined ? token : null;
}

/** The block of the count after a label's definition; null where another label or no count follows. */
function countBelow(blocks: readonly Block[], index: number, span: ReportSpan, read: BlockReader): number | null {
  for (let next = index + 1; next < span.rowsEnd && next <= index + LONGEST_DEFINITION; next += 1) {
    const block = blocks[next];
    if (block?.kind !== "line") return null;
    const token = lineToken(blocks, next, span, read);
    if (token === null) continue;
    if (isFull(token)) return next;
    // A word without a colour, as "Not achieved" below "Red", says what the label means.
    if (token.kind === "label" && token.rag !== null && next === index + 1) return null;
  }
  return null;
}
