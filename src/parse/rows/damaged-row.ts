/**
 * One row whose printed cells cannot be trusted: its number, organisation or status may be missing, fused with the cell beside it or
 * printed twice, and a title may be cut in two. In: its cells as printed, and the table's columns. Out: the cells by column,
 * what was split or joined, and how much speaks for a deliverable of its own.
 */

import { remembered } from "../../language/remembered.js";
import { rowLabelOf } from "../../language/row-labels.js";
import { onOneLine } from "../../language/spaces.js";
import type { RowBlock } from "../../model/block.js";
import type { RowRepair } from "../../model/printed.js";
import type { ColumnRole } from "../../schema/profile.js";
import type { Column } from "../columns/column.js";
import type { Context } from "../context.js";
import { joinCutCells } from "../cut-words.js";
import { isOneWord } from "../fields/one-word.js";
import { alignRow } from "../layouts/align-row.js";
import { type CellPart, cellEdges, isDash, wordsOfCells } from "../layouts/cell-edges.js";
import { type CellKind, cellKind } from "../layouts/cell-fit.js";
import type { RowGrammar } from "../layouts/cell-words.js";
import { rowGrammar } from "../layouts/row-grammar.js";
import { type Alignment, joinsOf, piecesOf, splitsOf } from "./cell-repairs.js";
import { cellEvidence, HEAD_EVIDENCE, heldEvidence } from "./head-evidence.js";

export interface DamagedRow {
  /** The cells by column. */
  readonly cells: readonly string[];
  readonly label: string | null;
  readonly title: string;
  /** Columns whose cell is filled. */
  readonly roles: ReadonlySet<ColumnRole>;
  readonly repairs: readonly RowRepair[];
  /** What speaks for a deliverable, its label's place in the sequence aside. */
  readonly evidence: number;
  /** Whether the label was split from the text after it, whose first word it may be. */
  readonly isLabelFused: boolean;
  /** Whether a word was split from the title after it that may be its first. */
  readonly isStatusInTitle: boolean;
  readonly isLetterInTitle: boolean;
  /** Whether each printed cell is its column's, as it is. */
  readonly isAsPrinted: boolean;
  readonly isDoubtful: boolean;
}

/** Words of a row that may begin a deliverable: more are a text. */
const MOST_WORDS = 160;
/** Cells that words at a text's beginning are not read as, because they may be its own. */
export interface TextWords {
  readonly label?: true;
  readonly letter?: true;
}

/** What the rows of one table are read by. */
export interface RowReader {
  readonly context: Context;
  readonly columns: readonly Column[];
  /** What their words may be, as of `tableGrammar`. */
  readonly grammar: RowGrammar;
}

/** @param asText what words at the beginning of a text are not to be read as */
export function readDamagedRow(
  reader: RowReader,
  block: Pick<RowBlock, "cells" | "borders">,
  asText: TextWords = {},
): DamagedRow | null {
  const row = alignedRow(reader, block, asText);
  // A lone letter before a title, without the organisation that its column comes after, may as well be an article.
  const isArticle = row?.isLetterInTitle === true && !row.roles.has("organisation") && hasBefore(reader.columns);
  return isArticle && asText.letter !== true ? alignedRow(reader, block, { ...asText, letter: true }) : row;
}

/** Whether organisations have a column before the status's. */
const hasBefore = (columns: readonly Column[]): boolean => {
  const [organisation, status] = (["organisation", "status"] as const).map((role) =>
    columns.findIndex((column) => column.role === role),
  );
  return organisation !== undefined && status !== undefined && organisation >= 0 && organisation < status;
};

function alignedRow(
  reader: RowReader,
  { cells: printed, borders }: Pick<RowBlock, "cells" | "borders">,
  asText: TextWords,
): DamagedRow | null {
  const { context, columns } = reader;
  const cells = printed.map(({ text }) => onOneLine(text));
  const words = wordsOfCells(cells);
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  const label = rowLabelOf(cells[0] ?? "");
  const again = cells.findIndex((text) => repeatsLabel(text, label));
  const repeat = again < 0 ? null : words.findIndex(({ cell }) => cell === again);
  const grammar = asText.label === true ? { ...reader.grammar, isLabel: NO_LABEL } : reader.grammar;
  const kinds = columns.map(({ role, heading }) => cellKind(role, heading));
  const isComplete = cells.length === columns.length;
  const edges = cellEdges({ cells, words, kinds, isComplete, isRuled: borders === "sure", repeat }, (kind, part) =>
    mayBePart(context, grammar, kind, part, asText),
  );
  const aligned = alignRow(words, kinds, grammar, edges);
  return aligned === null ? null : rowOf(context, { cells, words, columns, grammar, aligned });
}

/**
 * What the words of a table's rows may be: a label may be printed twice, and a code be cut in two.
 * @param names of organisations that several of its rows have
 */
export function tableGrammar(context: Context, names: ReadonlySet<string>): RowGrammar {
  const grammar = rowGrammar(context);
  const firstWords = new Set([...names].map((name) => name.split(" ", 1)[0] ?? ""));
  const statusFit = remembered(grammar.statusFit);
  return {
    ...grammar,
    isLabel: (text) => grammar.isLabel(once(text)),
    statusFit,
    mayBeginName: (word) => grammar.mayBeginName(word) || firstWords.has(word),
    organisationFit: remembered((text) => {
      if (names.has(text) || context.organisations.isKnown(text.replace(/\s+/g, ""))) return 3;
      return statusFit(text) === 2 ? 0 : grammar.organisationFit(text);
    }),
  };
}

const NO_LABEL = (): boolean => false;

/** Whether a text begins with its row's label: that was printed twice. "7 day services" is a title all the same. */
export const repeatsLabel = (text: string, label: string | null): boolean =>
  label !== null && text.startsWith(`${label} `) && /^\p{Lu}/u.test(text.slice(label.length + 1));

/** "2 2" is 2. */
const once = (text: string): string => /^(\S+) \1$/.exec(text)?.[1] ?? text;

/** Whether words are a cell that lost its edge, and no words of the title beside it. */
function mayBePart(
  { status, organisations }: Context,
  grammar: RowGrammar,
  kind: CellKind,
  part: () => CellPart,
  asText: TextWords,
): boolean {
  if (kind === "title" || kind === "update" || kind === "date") return true;
  if (kind === "free" || kind === "figure") return false;
  const own = part();
  if (kind === "label") return own.before === "";
  const isCell = (other: string): boolean =>
    other === "" || grammar.isLabel(other) || grammar.statusFit(other) === 2 || grammar.organisationFit(other) === 3;
  if (kind === "organisation") return isOrganisationPart(organisations, grammar, own, isCell);
  const isArticle = asText.letter === true && own.text.length === 1 && own.after !== "";
  return !isArticle && isStatusPart(status, own, isCell);
}

/** Known codes, or ones that a title comes after. */
const isOrganisationPart = (
  organisations: Context["organisations"],
  grammar: RowGrammar,
  { before, text, after }: CellPart,
  isCell: (text: string) => boolean,
): boolean => {
  const isKnown = grammar.organisationFit(text) === 3;
  const opensTitle = isKnown && /^[\p{Lu}\d“"'‘(]/u.test(after);
  const begins =
    isCell(after) || opensTitle || organisations.splitPrefix(`${text} ${after}`)?.organisations.raw === text;
  return begins && (isCell(before) || isKnown);
};

/** A status that ends a text, or one that a title comes after. */
function isStatusPart(
  status: Context["status"],
  { before, text, after }: CellPart,
  isCell: (text: string) => boolean,
): boolean {
  const whole = `${before} ${text}`;
  const isTrailing = status.readTrailing(whole)?.letter === text;
  const ends = isCell(before) || isTrailing || (text.length > 2 && status.atEnd(whole) === text);
  return ends && (after === "" || status.readLeading(`${text} ${after}`)?.raw === text);
}

function rowOf(context: Context, alignment: Alignment): DamagedRow {
  const { words, columns, aligned } = alignment;
  const pieces = columns.map((_, column) => piecesOf(words, aligned.spans[column]));
  const texts = pieces.map((parts, column) => {
    const text = joinCutCells(parts, context.words).text.trim();
    return columns[column]?.role === "number" ? once(text) : text;
  });
  const textOf = (role: ColumnRole): string => texts[columns.findIndex((column) => column.role === role)] ?? "";
  const label = textOf("number") === "" ? null : rowLabelOf(textOf("number"));
  const joins = joinsOf(columns, pieces, texts);
  const splits = splitsOf(alignment, texts).filter(
    ({ repair }) => !joins.some(({ field, value }) => field === repair.field && value === repair.value),
  );
  const isAsPrinted = words.every(({ cell = 0 }, at) => {
    const [from, to] = aligned.spans[cell] ?? [0, 0];
    return at >= from && at < to;
  });
  const isStatusInTitle = splits.some(({ left, right }) => left === "status" && right === "title");
  return {
    cells: texts,
    label,
    title: textOf("title"),
    roles: new Set(columns.flatMap(({ role }, at) => (texts[at] === "" ? [] : [role]))),
    repairs: [...splits.map(({ repair }) => repair), ...joins],
    isAsPrinted,
    evidence: evidenceOf(alignment, texts) + (isAsPrinted ? HEAD_EVIDENCE.fitsColumns : 0),
    isLabelFused: splits.some(({ left }) => left === "number"),
    isStatusInTitle: isStatusInTitle && isOneWord(textOf("status")),
    isLetterInTitle: isStatusInTitle && textOf("status").length === 1,
    // What was joined in a column without a field has no repair to say so.
    isDoubtful: aligned.isDoubtful || columns.some(({ role }, at) => isBeside(role) && (pieces[at]?.length ?? 0) > 1),
  };
}

/** What the cells say for a deliverable, whole ones more than those that were split. */
function evidenceOf({ cells, words, columns, grammar, aligned }: Alignment, texts: readonly string[]): number {
  return columns.reduce((sum, { role, index }, at) => {
    const [from, to] = aligned.spans[at] ?? [0, 0];
    if (to === from || isDash(texts[at] ?? "")) return sum + heldEvidence(cells, index);
    const isWhole = words[from]?.cell !== words[from - 1]?.cell && words[to - 1]?.cell !== words[to]?.cell;
    return sum + cellEvidence(grammar, role, texts[at] ?? "", isWhole);
  }, 0);
}

const isBeside = (role: ColumnRole): boolean => role === "other" || role === "date";

/** A row whose cells all fit their columns, as printed. */
export function wholeRow({ context, columns }: RowReader, { cells: printed }: RowBlock): DamagedRow {
  const grammar = rowGrammar(context);
  const cells = columns.map(({ index }) => onOneLine(printed[index]?.text ?? ""));
  const textOf = (role: ColumnRole): string => cells[columns.findIndex((column) => column.role === role)] ?? "";
  return {
    cells,
    label: rowLabelOf(textOf("number")),
    title: textOf("title"),
    roles: new Set(columns.flatMap(({ role }, at) => (cells[at] === "" ? [] : [role]))),
    repairs: [],
    evidence: columns.reduce<number>((sum, { role }, at) => {
      const text = cells[at] ?? "";
      return sum + (text === "" ? heldEvidence(cells, at) : cellEvidence(grammar, role, text, true));
    }, HEAD_EVIDENCE.fitsColumns),
    isLabelFused: false,
    isStatusInTitle: false,
    isLetterInTitle: false,
    isAsPrinted: true,
    isDoubtful: false,
  };
}
