/**
 * A row whose label is not with its cells: a page may end with the label, and the next one begin with the headings again. In: the
 * lines below the headings that no label is before, and what the columns hold. Out: whether they have all cells of a row but its
 * label, so that the row above may not have them for its own text.
 */
import type { LineBlock } from "../../model/block.js";
import { alignRow } from "./align-row.js";
import type { CellKind } from "./cell-fit.js";
import type { RowGrammar } from "./cell-words.js";
import { wordsOf } from "./line-rows.js";
import { holdsAll } from "./whole-rows.js";

export function holdRow(lines: readonly LineBlock[], kinds: readonly CellKind[], grammar: RowGrammar): boolean {
  const others = kinds.filter((kind) => kind !== "label");
  const status = others.indexOf("status");
  if (lines.length < 2 || status < 0 || others.length === kinds.length) return false;
  const words = wordsOf(lines);
  const aligned = alignRow(words, others, grammar);
  // Within a line, a sentence may have the words of all cells.
  return aligned !== null && holdsAll(aligned, others) && words[aligned.spans[status]?.[0] ?? 0]?.startsLine === true;
}
