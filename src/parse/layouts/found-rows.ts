/**
 * Rows that have lost their cells, from where they begin. In: the lines below each print of their headings, where rows begin among
 * them, what their columns hold, and the grammar of their words. Out: the rows with the words of each cell; null where too few of
 * them are complete.
 */
import { alignRow } from "./align-row.js";
import type { RowGrammar } from "./cell-words.js";
import { learned } from "./line-grammar.js";
import { haveGaps, type RowHabits, rowsFrom } from "./line-rows.js";
import type { Segment } from "./line-segments.js";
import { withDoubts } from "./row-doubts.js";
import { withoutTitleWords } from "./status-in-title.js";
import { areRows, isComplete, isWhole, type ReadRow } from "./whole-rows.js";
import { unwoven } from "./woven-lines.js";

/** What all ways of finding rows have in common. */
export type Reading = Omit<RowHabits, "hasGaps">;

export interface FoundRows {
  /** The rows of each segment. */
  readonly rows: readonly (readonly ReadRow[])[];
  /** Rows with all that their columns promise. */
  readonly whole: number;
  readonly score: number;
}

export const isBetter = (one: FoundRows, other: FoundRows): boolean =>
  one.whole > other.whole || (one.whole === other.whole && one.score > other.score);

export function foundBy(
  starts: readonly (readonly number[])[],
  segments: readonly Segment[],
  grammar: RowGrammar,
  habits: Reading,
): FoundRows | null {
  const { kinds } = habits;
  const rows = rowsBy(starts, segments, grammar, habits);
  const all = rows.flat();
  const complete = all.filter((row) => isComplete(row, kinds, grammar)).length;
  if (!areRows(all, complete, kinds)) return null;
  const whole = all.filter((row) => isWhole(row, kinds)).length;
  return { rows, whole, score: all.reduce((sum, { aligned }) => sum + (aligned?.score ?? 0), 0) };
}

export function rowsBy(
  starts: readonly (readonly number[])[],
  segments: readonly Segment[],
  grammar: RowGrammar,
  habits: Reading,
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
