/**
 * A grid that a strategy proposes as a table. In: a strategy's grid with its words. Out: the proposal, and the candidate that it
 * becomes when it is scored. Proposals may overlap; `best-set.ts` chooses among them.
 */
import type { Table, TableStrategy, Word } from "../model/page.js";
import type { OpenTable } from "./aligned/continued-tables.js";
import type { FullWidthTextShape } from "./aligned/rows-with-full-width-text.js";
import type { Grid } from "./grid.js";

export interface Proposal {
  readonly grid: Grid;
  readonly strategy: TableStrategy;
  /** Layout of its rows with full-width text; absent for other tables. */
  readonly fullWidthText?: FullWidthTextShape;
  /** Its headings and columns, where it has headings and reaches the end of its page. */
  readonly openTable?: OpenTable;
}

export interface Candidate extends Proposal {
  /** How well it explains its region, 0 to 1: the mean of its rows' scores. */
  readonly score: number;
  /** The more words it explains better than lines of text do, the larger; below 0 where they explain more. */
  readonly worth: number;
  readonly words: ReadonlySet<Word>;
}

/** What shows a strategy's columns and rows. */
export const FOUND_BY: Record<TableStrategy, Table["found"]> = {
  rulings: "ruled",
  "rulings-and-fills": "ruled",
  fills: "filled",
  "between-rules": "ruled",
  "between-fills": "filled",
  "row-of-fills": "filled",
  "full-width-text": "aligned",
  continued: "aligned",
  headings: "aligned",
  alignment: "aligned",
};

export function wordsOfGrid({ cells }: Grid): Set<Word> {
  const all = new Set<Word>();
  for (const { words } of cells) for (const word of words) all.add(word);
  return all;
}
