/**
 * The rows of a table that has lost its cells. In: the lines below its headings, what its columns hold, and the grammar of their
 * words. Out: the rows with the words of each cell, as the way of finding them reads them that completes the most; null where
 * too few of them are complete.
 */
import { hasDigit } from "../../language/characters.js";
import { alignRow } from "./align-row.js";
import type { CellKind } from "./cell-fit.js";
import type { RowGrammar } from "./cell-words.js";
import { type FoundRows, foundBy, isBetter, type Reading } from "./found-rows.js";
import { wordsOf } from "./line-rows.js";
import type { Segment } from "./line-segments.js";
import { startsByCells } from "./row-shapes.js";
import { factsOf, type RowWord } from "./row-words.js";
import { rowsAtLabels } from "./unsure-rows.js";
import { holdsAll } from "./whole-rows.js";

export interface TableHabits extends Reading {
  /** Whole rows without which the rows are of no use. */
  readonly least: number;
}

/** Where rows begin without labels before them: where all cells of one follow one another. */
type Starts = (segments: readonly Segment[], kinds: readonly CellKind[], grammar: RowGrammar) => number[][];

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

/** The rows as the way of finding them reads them that completes the most: labels show where they begin only where these come first. */
export function bestRows(segments: readonly Segment[], grammar: RowGrammar, habits: TableHabits): FoundRows | null {
  const { kinds } = habits;
  const isLabelled = kinds.includes("label");
  let best = kinds[0] === "label" || !isLabelled ? rowsAtLabels(segments, grammar, habits) : null;
  // Labels that follow one another show best where rows begin, where the first column has them, alone or before titles.
  if (kinds[0] === "label" || (best !== null && kinds[0] === "title")) return best;
  for (const way of [byCells, byLines]) {
    const found = foundBy(way(segments, kinds, grammar), segments, grammar, habits);
    if (found !== null && (best === null || isBetter(found, best))) best = found;
  }
  return best;
}

/** Whether some word of a line may be its label, and some may begin its status: a quick test that lines of prose fail. */
function mayHoldAll(words: readonly RowWord[], kinds: readonly CellKind[], grammar: RowGrammar): boolean {
  const row = factsOf(words);
  return (
    (row.tellsMove(0, row.count) || words.some(({ text }) => grammar.mayBeginStatus(text))) &&
    (!kinds.includes("label") || words.some(({ text }) => hasDigit(text) || grammar.isLabel(text)))
  );
}
