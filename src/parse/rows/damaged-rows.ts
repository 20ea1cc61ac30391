/**
 * Which blocks of a table whose cells cannot be trusted begin a deliverable. In: the blocks between its headings and the next, and its
 * columns. Out: the rows by the block that they begin at. It is decided over the whole table: of all ways to choose rows
 * the one is taken whose cells and whose sequence of labels together speak most for it.
 */
import { labelOf } from "../../language/labels.js";
import { remembered } from "../../language/remembered.js";
import { rowLabelOf } from "../../language/row-labels.js";
import { onOneLine } from "../../language/spaces.js";
import type { Block, RowBlock } from "../../model/block.js";
import type { Column } from "../columns/column.js";
import type { Context } from "../context.js";
import { isTitleLike } from "../header/plan-title.js";
import { stepWeight } from "../layouts/row-starts.js";
import { bestRows, type Candidate, type FoundRow } from "./best-rows.js";
import { type DamagedRow, type RowReader, readDamagedRow, tableGrammar, wholeRow } from "./damaged-row.js";
import { fillsColumns } from "./fits-columns.js";
import { joinHalves } from "./halves.js";
import { ENOUGH, HEAD_EVIDENCE } from "./head-evidence.js";

/** Words of a line that may be a row whose cells all have run together. */
const LINE_WORDS = 60;

const FIRST_WORD = /^\S*/;

/** The columns of a table, and whether a row of it heads them. */
export interface TableHead {
  readonly columns: readonly Column[];
  readonly isHeaded: boolean;
}

/** The blocks around one. */
interface Around {
  readonly above: Block | undefined;
  readonly below: Block | undefined;
}

/** @param indices the table's blocks, in order */
export function findDamagedRows(
  context: Context,
  head: TableHead,
  indices: readonly number[],
): ReadonlyMap<number, FoundRow> {
  const isWhole = remembered((block: RowBlock) => fillsColumns(context, block, head.columns));
  const grammar = tableGrammar(context, repeatedNames(context, head, indices, isWhole));
  const reader: RowReader = { context, columns: head.columns, grammar };
  const rows: TableRows = { head, isWhole, read: remembered((block: RowBlock) => readRow(reader, block, head)) };
  const blockAt = (at: number): Block | undefined => context.blocks[indices[at] ?? -1];
  const candidates = indices.flatMap((from, at) =>
    candidatesAt(reader, rows, from, { above: blockAt(at - 1), below: blockAt(at + 1) }),
  );
  return new Map(bestRows(candidates).map((found) => [found.from, found]));
}

/** Names of organisations in their column of several rows that have all they should have. */
function repeatedNames(
  context: Context,
  { columns }: TableHead,
  indices: readonly number[],
  isWhole: TableRows["isWhole"],
): ReadonlySet<string> {
  const column = columns.findIndex(({ role }) => role === "organisation");
  const [once, twice] = [new Set<string>(), new Set<string>()];
  for (const index of indices) {
    const block = context.blocks[index];
    if (column < 0 || block?.kind !== "row" || !isWhole(block)) continue;
    const name = onOneLine(block.cells[column]?.text ?? "");
    (once.has(name) ? twice : once).add(name);
  }
  return twice;
}

/** The rows of a table, each looked at once. */
interface TableRows {
  readonly head: TableHead;
  /** Whether a row has all that it should have, in its columns. */
  readonly isWhole: (block: RowBlock) => boolean;
  readonly read: (block: RowBlock) => DamagedRow | null;
}

function candidatesAt(
  reader: RowReader,
  { head, isWhole: fills, read }: TableRows,
  from: number,
  around: Around,
): Candidate[] {
  const { context, columns } = reader;
  const block = context.blocks[from];
  const found = (row: DamagedRow, length: number): FoundRow => ({ row, from, length, isWhole: row.isAsPrinted });
  if (block === undefined) return [];
  if (block.kind === "line") return lineCandidates(reader, from, block.text, around);
  if (isPlaced(block, head)) return [candidateOf(context, found(wholeRow(reader, block), 1), around)];
  const isWhole = fills(block);
  const isText = !isWhole && context.update.read(joinedText(block)) !== null;
  const row = isWhole ? wholeRow(reader, block) : isText ? null : read(block);
  if (row === null) return [];
  const unlabelled = row.isLabelFused ? readDamagedRow(reader, block, { label: true }) : null;
  const lower = around.below?.kind === "row" && row.roles.has("status") ? read(around.below) : null;
  const both = lower === null ? null : joinHalves(columns, row, lower);
  return [
    found(row, 1),
    ...(unlabelled === null ? [] : [found(unlabelled, 1)]),
    ...(both === null ? [] : [found(both, 2)]),
  ]
    .map((each) => candidateOf(context, each, around))
    .filter(({ evidence }) => evidence + HEAD_EVIDENCE.nextLabel >= ENOUGH);
}

const readRow = (reader: RowReader, block: RowBlock, head: TableHead): DamagedRow | null =>
  (isOverlong(block, head) ? overlongRow(reader, block) : null) ?? readDamagedRow(reader, block);

/** Whether a row has more cells than its table has columns, though no cell can be lost or cut. */
const isOverlong = ({ borders, cells }: RowBlock, { columns, isHeaded }: TableHead): boolean =>
  isHeaded && borders === "sure" && cells.length > columns.length;

/**
 * A row with a cell too many: one after all columns, where the others fit theirs; else one that may be anywhere, so that a person should
 * look at the row. Null where it has no label, or its words fit no columns.
 */
function overlongRow(reader: RowReader, block: RowBlock): DamagedRow | null {
  const { context, columns } = reader;
  const first = { ...block, cells: block.cells.slice(0, columns.length) };
  if (fillsColumns(context, first, columns)) return wholeRow(reader, first);
  const row = readDamagedRow(reader, { ...block, borders: "loose" });
  return row === null || row.label === null ? null : { ...row, isAsPrinted: false, isDoubtful: true };
}

/** Whether a row's cells are those of its columns beyond doubt. */
const isPlaced = ({ borders, cells }: RowBlock, { columns, isHeaded }: TableHead): boolean =>
  isHeaded && borders !== "loose" && cells.length === columns.length;

const joinedText = ({ cells }: RowBlock): string =>
  cells
    .map(({ text }) => text)
    .filter((text) => text !== "")
    .join(" ");

/**
 * A line on which all cells of a row have run together: each column is found in it, or nothing but its label speaks for it, as the one
 * that is missing between two rows.
 */
function lineCandidates(reader: RowReader, from: number, text: string, around: Around): Candidate[] {
  const { context, columns } = reader;
  const first = FIRST_WORD.exec(text)?.[0] ?? "";
  if (labelOf(first) === null || rowLabelOf(first) === null) return [];
  if (text.split(/\s+/, LINE_WORDS + 1).length > LINE_WORDS) return [];
  const row = readDamagedRow(reader, { cells: [{ text }], borders: "loose" });
  if (row === null || row.label === null || row.title === "" || /^\p{Ll}/u.test(row.title)) return [];
  const isComplete =
    columns.some(({ role }) => role === "status") &&
    columns.every(({ role }) => (role === "organisation" || role === "status" ? row.roles.has(role) : true));
  const found = { from, length: 1, isWhole: false };
  if (isComplete) return [candidateOf(context, { ...found, row }, around)];
  const doubtful = candidateOf(context, { ...found, row: { ...row, isDoubtful: true } }, around);
  return [{ ...doubtful, evidence: HEAD_EVIDENCE.title }];
}

function candidateOf(context: Context, found: FoundRow, { above, below }: Around): Candidate {
  const { row, length } = found;
  const isBare = row.title === "" && !(row.label !== null && row.roles.has("organisation") && row.roles.has("status"));
  const isFollowed =
    length === 1 && row.label !== null && row.title !== "" && below !== undefined && startsUpdate(context, below);
  const evidence =
    row.evidence +
    (isFollowed ? HEAD_EVIDENCE.updateFollows : 0) +
    (below === undefined && isLastRow(row, above) ? HEAD_EVIDENCE.endsTable : 0);
  const isItem = row.label !== null && row.roles.size === 2 && continuesList(above, row.label);
  return { ...found, isItem, evidence: isBare ? Number.NEGATIVE_INFINITY : evidence };
}

/** A label and a title alone, after all rows: nothing below could support it. An item of an update's list is none. */
const isLastRow = ({ label, roles, title }: DamagedRow, above: Block | undefined): boolean =>
  label !== null && roles.size === 2 && isTitleLike(title) && itemLabel(above) === null;

/** The label of a row that is no more than a label and a text; null for others. */
function itemLabel(block: Block | undefined): string | null {
  const filled = block?.kind === "row" ? block.cells.filter(({ text }) => text !== "") : [];
  return filled.length === 2 ? labelOf(filled[0]?.text ?? "") : null;
}

function continuesList(above: Block | undefined, label: string): boolean {
  const before = itemLabel(above);
  return before !== null && stepWeight(before, label) === 1;
}

const startsUpdate = ({ update }: Context, block: Block): boolean =>
  update.read(block.kind === "line" ? block.text : joinedText(block)) !== null;
