/**
 * A report's body by its tables: the blocks under each print of a table's headings, which may come again on every page. In: the blocks
 * of the rows. Out: sections, each with its columns; the headings are set aside.
 */
import type { Block, RowBlock } from "../../model/block.js";
import type { ColumnRole } from "../../schema/profile.js";
import type { Column } from "../columns/column.js";
import { chooseStatus } from "../columns/status-column.js";
import type { Context } from "../context.js";
import { readStatusCell } from "../fields/status-cell.js";
import type { FoundHeading } from "../table-heading.js";
import type { FoundRow } from "./best-rows.js";
import { findDamagedRows, type TableHead } from "./damaged-rows.js";
import { type TableProfile, tableProfile } from "./table-profile.js";

export interface TableSection {
  readonly table: TableProfile;
  /** Whether its columns have headings in a row of the table. */
  readonly isHeaded: boolean;
  /** Its blocks without headings, in order. */
  readonly indices: readonly number[];
  /** The rows whose cells had to be given to their columns, by their first block. */
  readonly rows: ReadonlyMap<number, FoundRow>;
}

interface Heading {
  readonly heading: FoundHeading | null;
  readonly indices: number[];
}

/** The usual columns, where no heading tells them. */
const USUAL: readonly ColumnRole[] = ["number", "organisation", "title", "status"];
/** A margin beyond doubt, of a column that no evidence was weighed for. */
const SURE = 10;

export function tableSections(context: Context, from: number, to: number, skip: ReadonlySet<number>): TableSection[] {
  const { blocks, headings, ledger } = context;
  const found: Heading[] = [];
  let open: Heading = { heading: null, indices: [] };
  let isForeign = false;
  for (let index = from; index < to; index += 1) {
    const block = blocks[index];
    if (block === undefined || skip.has(index)) continue;
    const heading = headings.get(index);
    if (heading === undefined) {
      isForeign = beginsForeign(block, open.heading) || (isForeign && block.kind === "row" && !block.gapBefore);
      if (isForeign) ledger.setBlockAside(index, "unassigned");
      else open.indices.push(index);
      continue;
    }
    isForeign = false;
    for (let at = index; at < index + heading.length; at += 1) ledger.setBlockAside(at, "column-heading");
    if (heading.columns !== open.heading?.columns) {
      found.push(open);
      open = { heading, indices: [] };
    }
    index += heading.length - 1;
  }
  return [...found, open].map((each) => sectionOf(context, each));
}

/** Filled cells of a row that begins a table of its own: one cell alone heads a group. */
const FEWEST_CELLS = 2;

/** Whether another table begins at a row: in markup, where no cell is ever lost, one with other columns after white space. */
function beginsForeign(block: Block, heading: FoundHeading | null): boolean {
  if (block.kind !== "row" || block.borders !== "sure" || block.place.page !== null || !block.gapBefore) return false;
  const columns = heading?.columns.length ?? block.cells.length;
  return block.cells.length !== columns && block.cells.filter(({ text }) => text !== "").length >= FEWEST_CELLS;
}

function sectionOf(context: Context, { heading, indices }: Heading): TableSection {
  const columns = heading?.columns ?? USUAL.map(columnOf);
  const head = { columns, isHeaded: heading !== null };
  const rows = needsAlignment(context, indices, head)
    ? findDamagedRows(context, head, indices)
    : new Map<number, FoundRow>();
  const cells = indices.flatMap((index): RowBlock[] => {
    const [block, found] = [context.blocks[index], rows.get(index)];
    if (block?.kind !== "row") return [];
    return [
      found === undefined || found.isWhole ? block : { ...block, cells: found.row.cells.map((text) => ({ text })) },
    ];
  });
  const status = chooseStatus(
    columns,
    cells.map((row) => row.cells),
    { ...context.reported, read: ({ text }) => readStatusCell(text, context.status)?.rag ?? null },
  );
  return {
    table: tableProfile(columns, cells, status, context.reported.statements.length > 0, context.update),
    isHeaded: head.isHeaded,
    indices,
    rows,
  };
}

const columnOf = (role: ColumnRole, index: number): Column => ({
  index,
  heading: "",
  role,
  period: null,
  qualifier: null,
  margin: SURE,
});

/** Whether the cells of some row may not be those of its columns. */
const needsAlignment = ({ blocks }: Context, indices: readonly number[], { columns, isHeaded }: TableHead): boolean =>
  indices.some((index) => {
    const block = blocks[index];
    if (block?.kind !== "row") return false;
    return !isHeaded || block.borders === "loose" || block.cells.length !== columns.length;
  });
