/**
 * Runs of numbers and percentages, put together: a row of counts above a row of percentages. In: the tokens of a status
 * summary from a number or a percentage on. Out: the figures of the run, and the index of the token after it.
 */

import type { PlacedToken } from "./block-tokens.js";
import { type Figure, figureOf, isPlain, isTotal, type Plain } from "./entries.js";

/** A run of numbers, with the run of as many percentages after it where only their headings are between. */
export function readRuns(
  tokens: readonly PlacedToken[],
  from: number,
  isLabelled: boolean,
): { figures: Figure[]; next: number } {
  const first = collect(tokens, from);
  const kind = first[0]?.kind;
  const next = from + first.length;
  const hasHeading = isUnit(tokens[from - 1]);
  let gap = next;
  while (isUnit(tokens[gap])) gap += 1;
  const second = collect(tokens, gap);
  if (second.length > 0 && second[0]?.kind !== kind && (kind === "number" || (hasHeading && gap > next))) {
    const paired = pairPercents(kind === "number" ? first : second, kind === "number" ? second : first);
    if (paired !== null) return { figures: paired, next: gap + second.length };
  }
  if (kind === "percent") return { figures: [], next };
  // A bare number is a count after a heading or its label, or as one of a row under labels.
  const isCount = hasHeading || (isLabelled && first.length > 1) || isAfterLabel(tokens, from);
  return { figures: isCount ? first.map((number) => figureOf(number, null, null)) : [], next };
}

const isUnit = (token: PlacedToken | undefined): boolean => token?.kind === "unit" && token.unit !== "total";

const isAfterLabel = (tokens: readonly PlacedToken[], index: number): boolean => {
  const before = tokens[index - 1];
  return before !== undefined && before.block === tokens[index]?.block && (before.kind === "label" || isTotal(before));
};

function collect(tokens: readonly PlacedToken[], from: number): Plain[] {
  const run: Plain[] = [];
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!isPlain(token) || (run[0] !== undefined && token.kind !== run[0].kind)) break;
    run.push(token);
  }
  return run;
}

/** Numbers with their percentages: in order where there are as many, else by column. */
function pairPercents(numbers: readonly Plain[], percents: readonly Plain[]): Figure[] | null {
  if (numbers.length === percents.length)
    return numbers.map((number, at) => figureOf(number, percents[at] ?? null, null));
  if (![...numbers, ...percents].every((token) => token.separated)) return null;
  const byColumn = new Map(percents.map((percent) => [percent.column, percent]));
  const columns = new Set(numbers.map((number) => number.column));
  if (byColumn.size !== percents.length || percents.some((percent) => !columns.has(percent.column))) return null;
  return numbers.map((number) => figureOf(number, byColumn.get(number.column) ?? null, null));
}
