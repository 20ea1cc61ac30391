/**
 * Rows that begin with labels, some of which may be words of a sentence instead: "… after talks with the council," above "3 Plant
 * trees". In: the lines below each print of the headings, and the grammar of their words. Out: the rows with the better of both
 * readings: such a label begins a row where that has all that its columns promise, and puts the row above in doubt where it lacks
 * some of it.
 */
import type { CellKind } from "./cell-fit.js";
import type { RowGrammar } from "./cell-words.js";
import { type FoundRows, foundBy, type Reading, rowsBy } from "./found-rows.js";
import type { Segment } from "./line-segments.js";
import { inDoubt } from "./row-doubts.js";
import { areSure, type RowStart, rowStarts, type StartHabits, startsAt } from "./row-starts.js";
import { isComplete, isWhole, type ReadRow } from "./whole-rows.js";

/** Lines of each segment that rows begin with. */
type Starts = readonly (readonly number[])[];

/** The rows at labels; null where they are too few for any use, or are none. */
export function rowsAtLabels(
  segments: readonly Segment[],
  grammar: RowGrammar,
  habits: Reading & { readonly least: number },
): FoundRows | null {
  const labels = segments.map(({ lines }) => startsAt(lines.map(({ text }) => text)));
  const sureStarts = labelStarts(labels, {});
  const areAllSure = labels.every((all, turn) => areSure(all, sureStarts[turn] ?? []));
  const starts = linesOf(sureStarts);
  const unsure = areAllSure ? starts : linesOf(labelStarts(labels, { takesUnsure: true }));
  // No more rows can be whole than begin.
  if (habits.kinds[0] === "label" && Math.max(starts.flat().length, unsure.flat().length) < habits.least) return null;
  const sure = foundBy(starts, segments, grammar, habits);
  const isNew = unsure.some((own, turn) => !own.every(isAmong(starts[turn])));
  return isNew ? withUnsure(sure, { starts, unsure }, segments, grammar, habits) : sure;
}

function labelStarts(labels: readonly (readonly RowStart[])[], habits: StartHabits): RowStart[][] {
  let last: RowStart | null = null;
  return labels.map((all) => {
    const starts = rowStarts(all, last, habits);
    last = starts.at(-1) ?? last;
    return starts;
  });
}

const linesOf = (starts: readonly (readonly RowStart[])[]): number[][] => starts.map((own) => own.map(({ at }) => at));

function isAmong(starts: readonly number[] | undefined): (at: number) => boolean {
  const own = new Set(starts);
  return (at) => own.has(at);
}

/**
 * The rows with those that begin with unsure labels and are whole, where there are more whole rows then. A row that may hold another
 * one, which is complete but not whole, is doubtful, and so is one that may be a sentence.
 */
function withUnsure(
  sure: FoundRows | null,
  { starts, unsure }: Record<"starts" | "unsure", Starts>,
  segments: readonly Segment[],
  grammar: RowGrammar,
  habits: Reading,
): FoundRows | null {
  const { kinds } = habits;
  const tried = rowsBy(unsure, segments, grammar, habits);
  const further = tried.map((rows, turn) => {
    const isSure = isAmong(starts[turn]);
    return rows.filter(({ from }) => !isSure(from));
  });
  const fromsOf = (rows: readonly ReadRow[]): number[] => rows.map(({ from }) => from);
  const usual = usualEdges(sure?.rows.flat() ?? [], kinds);
  const isRow = (row: ReadRow): boolean => isWhole(row, kinds) && (usual === null || edgesOf(row, kinds) === usual);
  const kept = tried.map((rows, turn) => {
    const isLacking = isAmong(fromsOf((further[turn] ?? []).filter((row) => !isRow(row))));
    return fromsOf(rows).filter((at) => !isLacking(at));
  });
  const found = foundBy(kept, segments, grammar, habits);
  const best = found !== null && found.whole > (sure?.whole ?? 0) ? found : sure;
  if (best === null) return null;
  const within = further.map((rows) => fromsOf(rows.filter((row) => isComplete(row, kinds, grammar))));
  const rows = best.rows.map((own, turn) => {
    const isSure = isAmong(starts[turn]);
    const checked = own.map((row) => (!isSure(row.from) && mayBeSentence(row, kinds) ? inDoubt(row) : row));
    return withHoldersInDoubt(checked, within[turn] ?? []);
  });
  return { ...best, rows };
}

/** Columns that are printed alike in all rows: their cells begin lines, or follow others on theirs. */
const EDGED: readonly CellKind[] = ["organisation", "status"];

/** By column of these, whether a row's cell begins a line. */
const edgesOf = ({ aligned, words }: ReadRow, kinds: readonly CellKind[]): string =>
  kinds
    .flatMap((kind, column) =>
      EDGED.includes(kind) ? (words[aligned?.spans[column]?.[0] ?? 0]?.startsLine ?? false) : [],
    )
    .join(" ");

/** The edges that most of the whole rows have; null where there are none of these. */
function usualEdges(rows: readonly ReadRow[], kinds: readonly CellKind[]): string | null {
  const counts = new Map<string, number>();
  for (const row of rows.filter((each) => isWhole(each, kinds))) {
    const edges = edgesOf(row, kinds);
    counts.set(edges, (counts.get(edges) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0] ?? null;
}

/** Whether a row may be words of a sentence: a small letter is after its label, and its cells follow one another on a line. */
function mayBeSentence(row: ReadRow, kinds: readonly CellKind[]): boolean {
  const title = row.words[row.aligned?.spans[kinds.indexOf("title")]?.[0] ?? 0]?.text ?? "";
  return SMALL.test(title) && edgesOf(row, kinds).includes("false");
}

const SMALL = /^\p{Ll}/u;

/** Rows, with doubt about those among whose lines another row may begin. */
function withHoldersInDoubt(rows: readonly ReadRow[], others: readonly number[]): ReadRow[] {
  let next = 0;
  return rows.map((row) => {
    while (next < others.length && (others[next] ?? 0) <= row.from) next += 1;
    return (others[next] ?? row.to) < row.to ? inDoubt(row) : row;
  });
}
