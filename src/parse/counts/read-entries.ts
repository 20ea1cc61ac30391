/**
 * A key's tokens to labels and figures: "Green | On target | 8 | 44%" is one of each. In: tokens in printed order. Out:
 * its labels, totals and figures in the same order, each with its text.
 */
import { type Entry, type Figure, figureOf, isPlain, isTotal, type Plain } from "./entries.js";
import { readRuns } from "./figure-runs.js";
import type { Unit } from "./scan-tokens.js";
import type { Token } from "./tokens.js";

const entryOf = (token: Token): Entry[] => {
  const { text, block, column: at, separated: apart } = token;
  if (token.kind === "label")
    return [{ kind: "label", rag: token.rag, colour: token.colour, text, block, column: at, separated: apart }];
  if (isTotal(token)) return [{ kind: "label", rag: null, colour: false, text, block, column: at, separated: apart }];
  if (token.kind !== "count") return [];
  return [
    {
      kind: "figure",
      count: token.count,
      bare: false,
      printed: [{ block, text }],
      block,
      column: at,
      separated: apart,
    },
  ];
};

/** Labels and figures of a key in printed order. */
export function entriesOf(tokens: readonly Token[]): Entry[] {
  const marks: Entry[] = [];
  let columns: ReadonlyMap<number, Unit> = new Map();
  let labelled = false;
  let index = 0;
  while (index < tokens.length) {
    const token = tokens[index];
    if (token === undefined) break;
    const starts = index === 0 || tokens[index - 1]?.block !== token.block;
    const rowEnd = starts ? endOfBlock(tokens, index) : index;
    const row = starts ? tokens.slice(index, rowEnd) : [];
    if (starts && isColumnHeadings(row)) {
      columns = new Map(row.flatMap((each) => (each.kind === "unit" ? [[each.column, each.unit] as const] : [])));
      index = rowEnd;
      continue;
    }
    const single = starts ? figureInRow(row, columns) : null;
    if (single !== null) {
      for (const mark of entryOf(token)) marks.push(mark);
      marks.push(single);
      labelled = true;
      index = rowEnd;
      continue;
    }
    const share = tokens[index + 1];
    if (token.kind === "count" && token.count.percent === null && share?.kind === "percent" && isBeside(token, share)) {
      marks.push(withPercent(token, share));
      index += 2;
      continue;
    }
    if (!isPlain(token)) {
      for (const mark of entryOf(token)) marks.push(mark);
      labelled ||= token.kind === "label";
      index += 1;
      continue;
    }
    const run = readRuns(tokens, index, labelled);
    for (const figure of run.figures) marks.push(figure);
    index = run.next;
  }
  return marks;
}

type CountToken = Token & { readonly kind: "count" };

const isBeside = (token: Token, next: Token): boolean => token.block === next.block;

/** "8/14 | 57%": a count whose percentage has a cell of its own. */
function withPercent({ count, text, block, column: at, separated: apart }: CountToken, percent: Plain): Figure {
  return {
    kind: "figure",
    count: { ...count, percent: percent.value, isComplete: count.total !== null },
    bare: false,
    printed: [
      { block, text },
      { block: percent.block, text: percent.text },
    ],
    block,
    column: at,
    separated: apart,
  };
}

function endOfBlock(tokens: readonly Token[], from: number): number {
  let end = from;
  while (end < tokens.length && tokens[end]?.block === tokens[from]?.block) end += 1;
  return end;
}

/** "Status | Meaning | Number | %": units in columns, and no status among them. */
const isColumnHeadings = (row: readonly Token[]): boolean =>
  row.filter((token) => token.kind === "unit").length >= 1 &&
  row.every((token) => token.separated && (token.kind === "unit" || token.kind === "other"));

/** "Green | On target | 8 | 44%": one label and its figures in the columns that the heading names. */
function figureInRow(row: readonly Token[], columns: ReadonlyMap<number, Unit>): Figure | null {
  const [first] = row;
  if (first === undefined || !(first.kind === "label" || isTotal(first))) return null;
  const figures = row.filter(isPlain);
  const numbers = figures.filter((token) => token.kind === "number");
  const percents = figures.filter((token) => token.kind === "percent");
  const [percent] = percents;
  if (figures.length === 0 || percents.length > 1 || row.some((token) => token.kind === "count")) return null;
  if (row.some((token) => token !== first && token.kind === "unit")) return null;
  if (row.filter((token) => token.kind === "label").length > (isTotal(first) ? 0 : 2)) return null;
  const [number] = numbers;
  if (number !== undefined && numbers.length === 1) return figureOf(number, percent ?? null, null);
  const count = numbers.filter((token) => columns.get(token.column) === "count");
  const total = numbers.filter((token) => columns.get(token.column) === "total");
  if (numbers.length !== 2 || count.length !== 1 || total.length !== 1 || count[0] === undefined) return null;
  return figureOf(count[0], percent ?? null, total[0] ?? null);
}
