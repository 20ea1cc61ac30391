/**
 * The lines of a document as those of a list. In: blocks. Out: each line with what wraps from it, its text, and the labelled values
 * that it begins with; a card's cell is one block for each of its lines.
 */
import { type HeadingReader, headingReader } from "../../language/headings.js";
import { rowLabelOf } from "../../language/row-labels.js";
import { onOneLine } from "../../language/spaces.js";
import { plainForm } from "../../language/words.js";
import type { Block, Cell, RowBlock } from "../../model/block.js";
import type { ColumnRole } from "../../schema/profile.js";
import { linePlacesOfCell } from "../rows/cell-places.js";
import { type Labelled, type ListGrammar, labelsOf, splitInline } from "./list-grammar.js";
import { type LinePart, withoutBullet, wrappedLines } from "./wrapped-lines.js";

export interface ListLine {
  /** The lines of the file or page that it wraps over. */
  readonly parts: readonly LinePart[];
  /** The first of them. */
  readonly block: Block;
  readonly text: string;
  /** The text without the bullet that it begins with, where a title or a label follows it. */
  readonly bare: string;
  /** Labelled values, where the line begins with one. */
  readonly labels: readonly Labelled[];
  /** The status that a wide gap separates at the end of a labelled line and has no label of its own. */
  readonly badge: Cell | null;
  /** Whether it is a row of a table, and of no list. */
  readonly isRow: boolean;
}

const MARKDOWN = /^(?:#{1,6}\s+|[-*]\s+(?=\*\*|[^\p{L}\p{N}\s]))|\*\*|__/gu;
/** "*1) Repair the bridge* (BC)", "_green_": bold and slanted words, as plain mails and Markdown have them. */
const EMPHASIS = /(?<![\p{L}\p{N}*_])([*_])(?=[^\s*_])([^*_]{1,200})(?<=[^\s*_])\1(?![\p{L}\p{N}*_])/gu;

export function listLines(blocks: readonly Block[], grammar: ListGrammar): ListLine[] {
  const hasCards = holdsCards(blocks, grammar);
  const parts = blocks.flatMap((printed, at): LinePart[] => {
    const own = hasCards && isCard(printed) ? linesOf(printed) : [printed];
    return own.map((block) => ({ at, block, text: plainText(block) }));
  });
  const lines = wrappedLines(parts, grammar);
  return lines.map((own, at) => lineOf(own, lines[at + 1]?.[0]?.block, grammar));
}

function lineOf(parts: readonly LinePart[], below: Block | undefined, grammar: ListGrammar): ListLine {
  const block = (parts[0] as LinePart).block;
  const text = parts.map((part) => part.text).join(" ");
  const bare = withoutBullet(text);
  const pairs = block.kind === "row" ? pairsOf(block, grammar) : null;
  const { labels, badge } = splitBadge(
    pairs ?? labelsOf(bare, grammar).map((label) => withCell(label, block)),
    block,
    grammar,
  );
  const filled = block.kind === "row" ? block.cells.filter((cell) => cell.text !== "").length : 0;
  const isRow =
    filled > 1 &&
    labels.length === 0 &&
    !isNumberBesideGlyph(block) &&
    !isNumberBesideTitle(block, below, grammar) &&
    splitInline(bare, grammar).inline.length < filled * LABELLED;
  return { parts, block, text, bare, labels, badge, isRow };
}

/** "Action 3", and its coloured glyph at the other side of a card: what a tab or wide space parts is no table's row. */
function isNumberBesideGlyph(block: Block): boolean {
  if (block.kind !== "row" || block.borders !== "loose") return false;
  const [label, glyph, ...more] = block.cells.filter(({ text }) => text !== "");
  return more.length === 0 && GLYPH.test(glyph?.text ?? "") && rowLabelOf(label?.text ?? "") !== null;
}

/** "QI-3", and its title beside it, above a row of a label and its value: the first row of a form. */
function isNumberBesideTitle(block: Block, below: Block | undefined, grammar: ListGrammar): boolean {
  if (block.kind !== "row" || block.borders !== "sure" || below?.kind !== "row") return false;
  const [label, title, ...more] = block.cells.filter(({ text }) => text !== "");
  if (title === undefined || more.length > 0 || rowLabelOf(label?.text ?? "") === null) return false;
  return TITLE.test(title.text) && pairsOf(below, grammar) !== null;
}

/** Several words, the first of which begins with a capital. */
const TITLE = /^["“'‘(]?[\p{Lu}\d]\S*\s+\S/u;

const GLYPH = /^(?:\p{Extended_Pictographic}|[●■◆▲○◯])\ufe0f?$/u;

/** Share of a row's cells that are labelled values, from which on it is an entry of a list: a table's cell may repeat its heading. */
const LABELLED = 0.5;

/** A block's text: cells of a row that alignment made of labelled values are separated by wide gaps. */
function plainText(block: Block): string {
  const text =
    block.kind === "line"
      ? block.text
      : block.cells
          .map((cell) => onOneLine(cell.text))
          .filter((cell) => cell !== "")
          .join("   ");
  const plain = text.trim().replace(MARKDOWN, "");
  return (plain.includes("*") || plain.includes("_") ? plain.replace(EMPHASIS, "$2") : plain).trim();
}

/** A value with the cell that it ends, whose colour may tell the status. */
export function withCell(label: Labelled, block: Block): Labelled {
  const cell = block.kind === "row" ? block.cells.find(({ text }) => text.endsWith(label.value)) : undefined;
  return cell === undefined || label.value === "" ? label : { ...label, cell: { ...cell, text: label.value } };
}

/** What a wide gap sets apart at the end of a value. */
const APART = /^(.*\S)\s{2,}(\S[^:]{0,39})$/u;

/** "Lead: NCC      On track": the labelled values, and the status at the other side of the card or page. */
function splitBadge(
  labels: readonly Labelled[],
  block: Block,
  { roles, status }: ListGrammar,
): Pick<ListLine, "labels" | "badge"> {
  const last = labels.at(-1);
  const [, value, text] = APART.exec(last?.value ?? "") ?? [];
  const isOther =
    last !== undefined && !labels.some(({ name }) => ["status", "update"].includes(roles.get(name) ?? ""));
  if (!isOther || value === undefined || text === undefined) return { labels, badge: null };
  if (status.read(text) === null && !status.isUncoloured(text)) return { labels, badge: null };
  const cell = block.kind === "row" ? block.cells.find((each) => onOneLine(each.text) === text) : undefined;
  return { labels: [...labels.slice(0, -1), { ...last, value, cell: null }], badge: { ...cell, text } };
}

/** Words of a label; a longer text is no label though it holds a known one. */
const LABEL_WORDS = 4;

const LABEL_WITH_VALUE = /\p{L}\s?:\s+\S/u;

/** A row's labels with their values, as forms have them: every other filled cell a known heading. */
function pairsOf({ cells, borders }: RowBlock, { profile, roles, status }: ListGrammar): Labelled[] | null {
  const role = headingReader(profile);
  const own = cells.filter((cell, at) => cell.text !== "" || isPainted(cell, cells[at - 1]));
  if (borders === "loose" || own.length === 0 || own.length % 2 === 1) return null;
  const stacked = own.length === 2 ? stackedPairs(own, roles) : null;
  if (stacked !== null) return stacked;
  const pairs: Labelled[] = [];
  for (let at = 0; at < own.length; at += 2) {
    const printed = onOneLine(own[at]?.text ?? "").replace(/:$/, "");
    // "Lead: NCC" is a label with its own value.
    if (LABEL_WITH_VALUE.test(printed)) return null;
    const [found, { span: _, ...cell }] = [role(printed), own[at + 1] ?? { text: "" }];
    if (found === null || !(isValue(cell.text, found, role) || isStatusValue(cell, found, { roles, status })))
      return null;
    const name = roles.has(plainForm(printed)) ? plainForm(printed) : found;
    pairs.push({ name, printed, value: cell.text, cell });
  }
  return pairs;
}

/** A cell of labels, one a line, beside a cell with as many values. */
function stackedPairs([left, right]: readonly Cell[], roles: ListGrammar["roles"]): Labelled[] | null {
  const [labels, values] = [left, right].map((cell) => (cell?.text ?? "").split("\n"));
  if (labels === undefined || labels.length < FEWEST_STACKED || labels.length !== values?.length) return null;
  const pairs = labels.flatMap((label, at): Labelled[] => {
    const printed = label.trim().replace(/:$/, "");
    const name = plainForm(printed);
    return roles.has(name) ? [{ name, printed, value: values[at]?.trim() ?? "", cell: null }] : [];
  });
  return pairs.length === labels.length ? pairs : null;
}

/** Lines of such cells, at least. */
const FEWEST_STACKED = 2;

/** Whether a cell is a label's value, and no heading of another column. */
function isValue(text: string, role: ColumnRole, read: HeadingReader): boolean {
  if (role === "number") return rowLabelOf(text) !== null;
  return role === "organisation" || text.split(/\s/).length > LABEL_WORDS || read(text) === null;
}

/**
 * Whether the value of a status is one, though a column may be headed so ("Implemented", or "No progress" in red), or is no heading
 * itself and only resembles one: "Delivered", as in "Delivered by".
 */
const isStatusValue = (
  { text, fill }: Cell,
  role: ColumnRole,
  { roles, status }: Pick<ListGrammar, "roles" | "status">,
): boolean =>
  role === "status" &&
  (status.read(text) !== null || status.isUncoloured(text) || (fill ?? null) !== null || !roles.has(plainForm(text)));

/** An empty value may tell by its colour alone. */
const isPainted = (cell: Cell, label: Cell | undefined): boolean =>
  cell.text === "" && (cell.fill ?? null) !== null && label !== undefined && label.text !== "";

/** Cards that make a list, at least. */
const FEWEST_CARDS = 2;

/** Whether cards are among the blocks: boxes that a page draws, whose one cell holds labelled values. */
const holdsCards = (blocks: readonly Block[], grammar: ListGrammar): boolean =>
  blocks.filter((block) => isCard(block) && namesAnyone(block, grammar)).length >= FEWEST_CARDS;

const isCard = (block: Block): block is RowBlock =>
  block.kind === "row" && block.borders === "sure" && block.place.page !== null && onlyCell(block) !== null;

const namesAnyone = (card: RowBlock, grammar: ListGrammar): boolean =>
  (onlyCell(card)?.text ?? "")
    .split("\n")
    .flatMap((line) => labelsOf(line, grammar))
    .some(({ name, value }) => grammar.roles.get(name) === "organisation" && value !== "");

function onlyCell({ cells }: RowBlock): Cell | null {
  const [only, ...more] = cells.filter(({ text }) => text !== "");
  return only === undefined || more.length > 0 ? null : only;
}

function linesOf(row: RowBlock): Block[] {
  const { gapBefore, pageStart, place, asides } = row;
  const cell = onlyCell(row);
  const texts = cell?.text.split("\n") ?? [];
  const places = cell === null ? [] : linePlacesOfCell(row, cell);
  return texts.map((text, at) => ({
    kind: "line",
    text,
    indent: 0,
    gapBefore: at === 0 && gapBefore,
    pageStart: at === 0 && pageStart,
    place: (places.length === texts.length ? places[at] : undefined) ?? place,
    ...(at === 0 && asides !== undefined ? { asides } : {}),
  }));
}

/** The blocks of lines `from` to `to` (exclusive). */
export const blocksOf = (lines: readonly ListLine[], from: number, to?: number): Block[] =>
  lines.slice(from, to).flatMap(({ parts }) => parts.map(({ block }) => block));
