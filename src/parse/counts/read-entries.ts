/**
 * The tokens of a status summary put together as labels and figures: "Green | On target | 8 | 44%" is one of each. In:
 * tokens in printed order. Out: labels, totals and figures in the same order, each with its text.
 */

import type { PlacedToken } from "./block-tokens.js";
import { type Entry, type Figure, figureOf, isPlain, isTotal, type Plain } from "./entries.js";
import { readRuns } from "./figure-runs.js";
import type { Unit } from "./tokens.js";

/** What the column headings say that each column holds, by its position. */
type Columns = ReadonlyMap<number, Unit>;

/** The entries that some tokens make, and the index of the token after them. */
interface Step {
  readonly entries: readonly Entry[];
  readonly next: number;
  /** Whether a status is named from here on. */
  readonly namesStatus: boolean;
}

/** Labels and figures of a summary in printed order. */
export function entriesOf(tokens: readonly PlacedToken[]): Entry[] {
  const entries: Entry[] = [];
  let columns: Columns = new Map();
  let isLabelled = false;
  let index = 0;
  while (index < tokens.length) {
    const row = blockAt(tokens, index);
    if (isColumnHeadings(row)) {
      columns = new Map(row.flatMap((each) => (each.kind === "unit" ? [[each.column, each.unit] as const] : [])));
      index += row.length;
      continue;
    }
    const step: Step | null = readRow(row, columns, index) ?? readToken(tokens, index, isLabelled);
    if (step === null) break;
    for (const entry of step.entries) entries.push(entry);
    isLabelled ||= step.namesStatus;
    index = step.next;
  }
  return entries;
}

/** The tokens of the block that begins at a token; none where its block begins before it. */
function blockAt(tokens: readonly PlacedToken[], index: number): readonly PlacedToken[] {
  const block = tokens[index]?.block;
  if (index > 0 && tokens[index - 1]?.block === block) return [];
  let end = index;
  while (end < tokens.length && tokens[end]?.block === block) end += 1;
  return tokens.slice(index, end);
}

/** A row with one status and its figures. */
function readRow(row: readonly PlacedToken[], columns: Columns, index: number): Step | null {
  const [first] = row;
  const figure = figureInRow(row, columns);
  if (first === undefined || figure === null) return null;
  return { entries: [...entryOf(first), figure], next: index + row.length, namesStatus: true };
}

/** The entries that begin with one token. */
function readToken(tokens: readonly PlacedToken[], index: number, isLabelled: boolean): Step | null {
  const [token, next] = [tokens[index], tokens[index + 1]];
  if (token === undefined) return null;
  if (token.kind === "count" && token.count.percent === null && next?.kind === "percent" && next.block === token.block)
    return { entries: [withPercent(token, next)], next: index + 2, namesStatus: false };
  const runs = token.kind === "count" ? countsAbovePercents(tokens, index) : null;
  if (runs !== null) return runs;
  if (!isPlain(token)) return { entries: entryOf(token), next: index + 1, namesStatus: token.kind === "label" };
  const run = readRuns(tokens, index, isLabelled);
  return { entries: run.figures, next: run.next, namesStatus: false };
}

function entryOf(token: PlacedToken): Entry[] {
  const { text, block, column, separated } = token;
  const place = { text, block, column, separated };
  if (token.kind === "label")
    return [{ kind: "label", rag: token.rag, also: token.also, colour: token.colour, isTotal: false, ...place }];
  if (isTotal(token)) return [{ kind: "label", rag: null, also: [], colour: false, isTotal: true, ...place }];
  if (token.kind !== "count") return [];
  const printed = [{ block, text }];
  return [{ kind: "figure", count: token.count, bare: false, printed, block, column, separated }];
}

/** A summary has no more statuses. */
const MOST_STATUSES = 20;

/** Counts one below another, and then as many percentages below their heading. */
function countsAbovePercents(tokens: readonly PlacedToken[], index: number): Step | null {
  if (tokens[index - 1]?.kind === "count") return null;
  let end = index;
  while (tokens[end]?.kind === "count" && end - index < MOST_STATUSES) end += 1;
  const counts = tokens.slice(index, end).filter((token) => token.kind === "count");
  while (tokens[end]?.kind === "unit") end += 1;
  const percents = tokens
    .slice(end, end + counts.length)
    .filter(isPlain)
    .filter(({ kind }) => kind === "percent");
  const isPaired =
    counts.length > 1 && percents.length === counts.length && tokens[end + counts.length]?.kind !== "percent";
  if (!isPaired || counts.some(({ count }) => count.percent !== null)) return null;
  const entries = counts.flatMap((count, at) => {
    const percent = percents[at];
    return percent === undefined ? [] : [withPercent(count, percent)];
  });
  return { entries, next: end + counts.length, namesStatus: false };
}

type CountToken = PlacedToken & { readonly kind: "count" };

/** "8/14 | 57%": a count whose percentage has a cell of its own. */
function withPercent({ count, text, block, column, separated }: CountToken, percent: Plain): Figure {
  return {
    kind: "figure",
    count: { ...count, percent: percent.value },
    bare: false,
    printed: [
      { block, text },
      { block: percent.block, text: percent.text },
    ],
    block,
    column,
    separated,
  };
}

/** "Status | Meaning | Number | %": words for figures in columns, and no status among them. */
const isColumnHeadings = (row: readonly PlacedToken[]): boolean =>
  row.some((token) => token.kind === "unit") &&
  row.every((token) => token.separated && (token.kind === "unit" || token.kind === "other"));

/** "Green | On target | 8 | 44%": one label and its figures in the columns that the column headings name. */
function figureInRow(row: readonly PlacedToken[], columns: Columns): Figure | null {
  const [first] = row;
  if (first === undefined || !isOfOneStatus(row, first)) return null;
  const figures = row.filter(isPlain);
  const numbers = figures.filter((token) => token.kind === "number");
  const [percent = null, anotherPercent] = figures.filter((token) => token.kind === "percent");
  if (figures.length === 0 || anotherPercent !== undefined) return null;
  const [number] = numbers;
  if (number !== undefined && numbers.length === 1) return figureOf(number, percent, null);
  const [count, anotherCount] = numbers.filter((token) => columns.get(token.column) === "count");
  const [total, anotherTotal] = numbers.filter((token) => columns.get(token.column) === "total");
  if (numbers.length !== 2 || anotherCount !== undefined || anotherTotal !== undefined) return null;
  return count === undefined || total === undefined ? null : figureOf(count, percent, total);
}

/** Whether a row begins with a status or the total, names no other, and has its figures in cells of their own. */
function isOfOneStatus(row: readonly PlacedToken[], first: PlacedToken): boolean {
  if (!(first.kind === "label" || isTotal(first))) return false;
  if (row.some((token) => token.kind === "count" || (token !== first && token.kind === "unit"))) return false;
  // A word that defines the status may be read as a second label.
  return row.filter((token) => token.kind === "label").length <= (isTotal(first) ? 0 : 2);
}
