/**
 * A table that counts the statuses of each theme, with a row of totals: "Theme | Green | Amber | Red | Total". In: the tokens of the
 * header's blocks. Out: the report's own counts, which are those of the row of totals, and the blocks of the table. None where the
 * table has no such row: a theme's counts are not the report's.
 */
import type { Block } from "../../model/block.js";
import type { PrintedStatement } from "../../model/printed.js";
import type { PlacedToken } from "./block-tokens.js";
import { isTotal } from "./entries.js";
import { nameOfStatus } from "./labels.js";
import type { SummaryReading } from "./paragraph-counts.js";

type Row = readonly PlacedToken[];
type PlacedLabel = PlacedToken & { readonly kind: "label" };
/** Statuses, and the heading of the column of totals. */
type Heads = readonly PlacedToken[];

const isLabel = (token: PlacedToken): token is PlacedLabel => token.kind === "label";

/** Statuses that head columns, at least. */
const FEWEST = 2;
/** How a row or column of all may be named that no profile's word for a total names; its figures must be the sums. */
const NAMES_ALL = /^(?:all|overall|sum|whole)\b/iu;

export function countsByGroup(blocks: readonly Block[], tokens: readonly PlacedToken[]): SummaryReading[] {
  const rows = rowsOf(tokens);
  return rows.flatMap((row, at) => {
    const heads = headsOf(row);
    return heads === null ? [] : tableBelow(blocks, rows.slice(at), heads);
  });
}

function rowsOf(tokens: readonly PlacedToken[]): Row[] {
  const rows = new Map<number, PlacedToken[]>();
  for (const token of tokens) {
    const row = rows.get(token.block) ?? [];
    row.push(token);
    rows.set(token.block, row);
  }
  return [...rows.values()];
}

/** The statuses and the total that a row of column headings names after the groups' heading; null for any other row. */
function headsOf(row: Row): Heads | null {
  const [first, ...more] = row;
  if (first === undefined || !row.every(({ separated }) => separated)) return null;
  const named = first.kind === "other" ? more : row;
  const statuses = named.filter(isLabel).map(({ rag, text }) => nameOfStatus({ rag, label: text }));
  const others = named.filter((token) => !isLabel(token));
  const isHeading = others.length <= 1 && others.every((token) => token.kind === "unit" || NAMES_ALL.test(token.text));
  return isHeading && statuses.length >= FEWEST && new Set(statuses).size === statuses.length ? named : null;
}

/** The counts of the row of totals below one or more groups that have a figure under each heading. */
function tableBelow(blocks: readonly Block[], [heading = [], ...rows]: readonly Row[], heads: Heads): SummaryReading[] {
  const used = [heading];
  for (const row of rows) {
    const [first, ...figures] = row;
    const isNext = first?.block === (used.at(-1)?.[0]?.block ?? 0) + 1;
    if (!isNext || first === undefined || !isUnder(heads, figures, blocks[first.block])) return [];
    const isSum = isTotal(first) || (NAMES_ALL.test(first.text) && areSums(figures, used.slice(1)));
    used.push(row);
    if (isSum) return used.length > FEWEST ? [readingOf(blocks, heads, figures, used)] : [];
    if (first.kind !== "other") return [];
  }
  return [];
}

/** Whether each heading has one figure: in its column, or in a line in the same order. */
const isUnder = (heads: Heads, figures: Row, block: Block | undefined): boolean =>
  figures.length === heads.length &&
  figures.every(
    ({ kind, column }, at) =>
      (kind === "number" || kind === "count") && (block?.kind !== "row" || column === heads[at]?.column),
  );

const numberIn = (token: PlacedToken | undefined): number | null => {
  if (token?.kind === "number") return token.value;
  return token?.kind === "count" ? token.count.count : null;
};

/** Whether each figure is the sum of those above it. */
const areSums = (figures: Row, groups: readonly Row[]): boolean =>
  figures.every(
    (figure, at) => numberIn(figure) === groups.reduce((sum, row) => sum + (numberIn(row[at + 1]) ?? 0), 0),
  );

function readingOf(blocks: readonly Block[], heads: Heads, figures: Row, used: readonly Row[]): SummaryReading {
  const sum = figures[heads.findIndex((head) => !isLabel(head))];
  const total = sum?.kind === "number" ? sum.value : null;
  const statements = heads.flatMap((head, at): PrintedStatement[] => {
    const figure = figures[at];
    const place = figure === undefined ? undefined : blocks[figure.block]?.place;
    if (!isLabel(head) || figure === undefined || place === undefined) return [];
    const { rag, also, text: label } = head;
    const found = figure.kind === "count" ? figure.count : null;
    const count = figure.kind === "number" ? figure.value : (found?.count ?? null);
    const percent = found?.percent ?? null;
    return [{ rag, also, label, raw: figure.text, count, total: found?.total ?? total, percent, place }];
  });
  return {
    statements,
    total,
    taken: figures.map(({ block, text }) => ({ block, text })),
    blocks: new Set(used.flatMap((row) => row.map(({ block }) => block))),
  };
}
