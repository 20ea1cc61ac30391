/**
 * Numbers and percentages that follow one another, put together: a row of counts above a row of percentages. In: a key's
 * tokens from a number or a percentage on. Out: the figures of the run, and where the tokens behind it begin.
 */
import { type Figure, figureOf, isPlain, isTotal, type Plain } from "./entries.js";
import type { Token } from "./tokens.js";

/** A run of numbers and the run of percentages behind it, as many, with only their headings between. */
export function readRuns(
  tokens: readonly Token[],
  from: number,
  labelled: boolean,
): { figures: Figure[]; next: number } {
  const first = collect(tokens, from);
  const kind = first[0]?.kind;
  const next = from + first.length;
  const headed = isUnit(tokens[from - 1]);
  let gap = next;
  while (isUnit(tokens[gap])) gap += 1;
  const second = collect(tokens, gap);
  if (second.length > 0 && second[0]?.kind !== kind && (kind === "number" || (headed && gap > next))) {
    const zipped = zip(kind === "number" ? first : second, kind === "number" ? second : first);
    if (zipped !== null) return { figures: zipped, next: gap + second.length };
  }
  if (kind === "percent") return { figures: [], next };
  // A bare number is a count behind a heading or its label, or as one of a row under labels.
  const sure = headed || (labelled && first.length > 1) || behindLabel(tokens, from);
  return { figures: sure ? first.map((number) => figureOf(number, null, null)) : [], next };
}

const isUnit = (token: Token | undefined): boolean => token?.kind === "unit" && token.unit !== "total";

const behindLabel = (tokens: readonly Token[], index: number): boolean => {
  const before = tokens[index - 1];
  return before !== undefined && before.block === tokens[index]?.block && (before.kind === "label" || isTotal(before));
};

function collect(tokens: readonly Token[], from: number): Plain[] {
  const run: Plain[] = [];
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!isPlain(token) || (run[0] !== undefined && token.kind !== run[0].kind)) break;
    run.push(token);
  }
  return run;
}

/** Numbers with their percentages: by column where both stand in one, else in turn where there are as many. */
function zip(numbers: readonly Plain[], percents: readonly Plain[]): Figure[] | null {
  if (numbers.length === percents.length)
    return numbers.map((number, at) => figureOf(number, percents[at] ?? null, null));
  if (![...numbers, ...percents].every((token) => token.separated)) return null;
  const byColumn = new Map(percents.map((percent) => [percent.column, percent]));
  const columns = new Set(numbers.map((number) => number.column));
  if (byColumn.size !== percents.length || percents.some((percent) => !columns.has(percent.column))) return null;
  return numbers.map((number) => figureOf(number, byColumn.get(number.column) ?? null, null));
}
