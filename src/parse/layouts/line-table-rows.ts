/**
 * The rows of a table that has lost its cells. In: the lines below its headings, what its columns hold, and the grammar of their
 * words. Out: the rows with the words of each cell, as the way of finding them reads them that completes the most; null where
 * too few of them are complete.
 */
import { hasDigit } from "../../language/characters.js";
import { type AlignedRow, alignRow } from "./align-row.js";
import type { CellKind } from "./cell-fit.js";
import type { RowGrammar } from "./cell-words.js";
import { learned } from "./line-grammar.js";
import { haveGaps, type LineRow, type RowHabits, rowsFrom, wordsOf } from "./line-rows.js";
import type { Segment } from "./line-segments.js";
import { withDoubts } from "./row-doubts.js";
import { startsByCells } from "./row-shapes.js";
import { type RowStart, rowStarts } from "./row-starts.js";
import { factsOf, type RowWord } from "./row-words.js";
import { isHeaded, withoutTitleWords } from "./status-in-title.js";
import { unwoven } from "./woven-lines.js";

/** Rows of a table, and the share of them that must be complete. */
const FEWEST_ROWS = 2;
const COMPLETE = 0.8;

interface ReadRow extends LineRow {
  readonly aligned: AlignedRow | null;
  readonly isStatusBeforeTitle?: true;
}

/** Where rows begin: at their labels where these are first, else where all cells of one follow one another. */
type Starts = (segments: readonly Segment[], kinds: readonly CellKind[], grammar: RowGrammar) => number[][];

const byLabels: Starts = (segments) => {
  let last: RowStart | null = null;
  return segments.map(({ lines }) => {
    const starts = rowStarts(
      lines.map(({ text }) => text),
      last,
    );
    last = starts.at(-1) ?? last;
    return starts.map(({ at }) => at);
  });
};

const byCells: Starts = (segments, kinds, grammar) =>
  segments.map(({ lines }) => startsByCells(lines, wordsOf(lines), kinds, grammar));

const byLines: Starts = (segments, kinds, grammar) =>
  segments.map(({ lines }) =>
    lines.flatMap((line, at) => {
      const words = wordsOf([line]);
      const aligned = mayHoldAll(words, kinds, grammar) ? alignRow(words, kinds, grammar) : null;
      return aligned !== null && holdsAll(aligned, kinds) ? [at] : [];
    }),
  );

export interface FoundRows {
  /** The rows of each segment. */
  readonly rows: readonly (readonly ReadRow[])[];
  /** Rows with all that their columns promise. */
  readonly whole: number;
  readonly score: number;
}

export const isBetter = (one: FoundRows, other: FoundRows): boolean =>
  one.whole > other.whole || (one.whole === other.whole && one.score > other.score);

/** The ways of finding rows under columns: labels show where they begin only where these come first. */
function waysFor(kinds: readonly CellKind[]): readonly Starts[] {
  if (kinds[0] === "label") return [byLabels];
  return kinds.includes("label") ? [byCells, byLines] : [byLabels, byCells, byLines];
}

/** What all ways of finding rows have in common. */
export interface TableHabits extends Omit<RowHabits, "hasGaps"> {
  /** Whole rows without which the rows are of no use. */
  readonly least: number;
}

/** The rows as the way of finding them reads them that completes the most. */
export function bestRows(segments: readonly Segment[], grammar: RowGrammar, habits: TableHabits): FoundRows | null {
  const { kinds, least } = habits;
  let best: FoundRows | null = null;
  for (const way of waysFor(kinds)) {
    const starts = way(segments, kinds, grammar);
    // No more rows can be whole than begin.
    if (kinds[0] === "label" && starts.flat().length < least) continue;
    const rows = rowsBy(starts, segments, grammar, habits);
    const all = rows.flat();
    const complete = all.filter((row) => isComplete(row, kinds, grammar)).length;
    if (!areRows(all, complete, kinds)) continue;
    const whole = all.filter(({ aligned }) => aligned !== null && holdsAll(aligned, kinds)).length;
    const found = { rows, whole, score: all.reduce((sum, { aligned }) => sum + (aligned?.score ?? 0), 0) };
    // Labels that follow one another show best where rows begin, where the first column has them, alone or before titles.
    if (way === byLabels && (kinds[0] === "label" || kinds[0] === "title")) return found;
    if (best === null || isBetter(found, best)) best = found;
  }
  return best;
}

function rowsBy(
  starts: readonly (readonly number[])[],
  segments: readonly Segment[],
  grammar: RowGrammar,
  habits: Omit<RowHabits, "hasGaps">,
): ReadRow[][] {
  const { kinds } = habits;
  const hasGaps = segments.some(({ lines }, turn) => haveGaps(lines, starts[turn] ?? []));
  const first = segments.map(({ lines }, turn) =>
    rowsFrom(lines, starts[turn] ?? [], { ...habits, hasGaps }).map((row) => ({
      ...row,
      aligned: alignRow(row.words, kinds, grammar),
    })),
  );
  const { grammar: again, isNewIn } = learned(grammar, first.flat(), kinds);
  const rows = first.map((found) =>
    found.map((row) => {
      const aligned = isNewIn(row.words) ? alignRow(row.words, kinds, again) : row.aligned;
      return unwoven({ ...row, aligned }, kinds, grammar.startsUpdate);
    }),
  );
  const sure = withDoubts(withoutTitleWords(rows.flat(), kinds, grammar), kinds, again);
  return rows.map((found) => found.map(() => sure.shift()).filter((row) => row !== undefined));
}

/** Whether some word of a line may be its label, and some may begin its status: a quick test that lines of prose fail. */
function mayHoldAll(words: readonly RowWord[], kinds: readonly CellKind[], grammar: RowGrammar): boolean {
  const row = factsOf(words);
  return (
    (row.tellsMove(0, row.count) || words.some(({ text }) => grammar.mayBeginStatus(text))) &&
    (!kinds.includes("label") || words.some(({ text }) => hasDigit(text) || grammar.isLabel(text)))
  );
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
