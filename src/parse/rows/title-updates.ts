/**
 * Titles and updates that share one column: a cell holds the title and, in lines below it, dated updates. In: a column's cells, or one
 * of them. Out: whether the table prints them so; a cell's title without its updates. A line without a date never begins
 * the updates.
 */
import type { Cell, CellLine } from "../../model/block.js";
import type { HeadingGrammar } from "../update-heading.js";

/** Rows that must have such a cell, and their share: one title may well end with a month. */
const FEWEST = 2;
const SHARE = 0.5;

export interface TitleCell {
  readonly title: string;
  /** Lines of the title that are not blank. */
  readonly titleLines: number;
  readonly updates: string;
  /** The lines of the updates with their places, where the cell's are known. */
  readonly lines: readonly CellLine[];
}

/** Whether most titles of a column have dated updates in lines below them. */
export function holdUpdates(cells: readonly Cell[], update: HeadingGrammar): boolean {
  const filled = cells.filter(({ text }) => text.trim() !== "");
  const shared = filled.filter((cell) => splitTitleCell(cell, update) !== null).length;
  return shared >= FEWEST && shared >= filled.length * SHARE;
}

/** A title with the updates below it; null where no line below the first has the dated heading of an update. */
export function splitTitleCell({ text, lines: places = [] }: Cell, update: HeadingGrammar): TitleCell | null {
  const lines = text.split("\n");
  const at = lines.findIndex((line, index) => index > 0 && isDated(line.trim(), update));
  if (at < 0) return null;
  const title = lines.slice(0, at).join("\n").trim();
  if (title === "" || isDated(title, update)) return null;
  return {
    title,
    titleLines: lines.slice(0, at).filter((line) => line.trim() !== "").length,
    updates: lines.slice(at).join("\n"),
    lines: places.length === lines.length ? places.slice(at) : [],
  };
}

const isDated = (line: string, update: HeadingGrammar): boolean => (update.read(line)?.dateRaw ?? null) !== null;
