/**
 * Items from table rows: by their columns where borders can be trusted, by evidence where they cannot. Lines between
 * the rows are text, or the headings of groups of rows.
 */
import { labelOf, plainNumber } from "../language/labels.js";
import { rowLabelOf } from "../language/row-labels.js";
import { onOneLine } from "../language/spaces.js";
import type { Block, RowBlock } from "../model/block.js";
import { fullWidth, onlyCell } from "./aligned-row.js";
import { chooseStatus } from "./columns/status-column.js";
import type { Context } from "./context.js";
import { readStatusCell } from "./fields/status-cell.js";
import type { Item, RowHead } from "./item.js";
import { isListed, looseRow } from "./loose-item.js";
import { gridRow } from "./rows/grid-row.js";
import { type Around, isGroupHeading } from "./rows/group-heading.js";
import { isTotal } from "./rows/no-deliverable.js";
import { type TableProfile, tableProfile } from "./rows/table-profile.js";
import type { FoundHeading, Roles } from "./table-heading.js";

export function itemsInTables(context: Context, from: number, to: number, skip: ReadonlySet<number>): Item[] {
  const { blocks, ledger } = context;
  const items: Item[] = [];
  let roles: Roles | null = null;
  let table: TableProfile | null = null;
  let lastNumber: number | null = null;
  let started = false;
  let group: string | null = null;
  /** Whether lines are no row's: its text stands in its own cell above them. */
  let outside = false;
  /** The number before the head right above, while nothing has come under it: its lower half may follow. */
  let half: { last: number | null; head: RowHead } | null = null;

  const lastRow = blocks.slice(0, to).findLastIndex(({ kind }, at) => kind === "row" && !skip.has(at));
  for (let index = from; index < to; index += 1) {
    const block = blocks[index];
    if (block === undefined || skip.has(index)) continue;
    if (block.kind === "row") outside = false;
    const heading = context.headings.get(index);
    if (heading !== undefined) {
      if (table === null || heading.columns !== table.columns) table = profileOf(context, heading, index, to, skip);
      roles = heading.roles;
      started = true;
      for (let at = index; at < index + heading.length; at += 1) ledger.setBlockAside(at, "column-heading");
      index += heading.length - 1;
      continue;
    }
    const around = {
      rowFollows: rowFollows(context, index, to, skip, table),
      hasUpdateColumn: table?.hasRole("update") === true,
    };
    const apart = apartFromRows(context, block, table, around);
    if (apart !== null) {
      group = apart.reason === "group" ? onOneLine(apart.text) : group;
      ledger.setAside(index, apart.text, apart.reason);
      half = null;
      continue;
    }
    if (block.kind === "line") {
      outside = outside || standsOutside(context, index, roles);
      if (outside) ledger.setBlockAside(index, index > lastRow ? "closing" : "unassigned");
      else items.push(lineItem(block, index));
      half = null;
      continue;
    }
    const grid = table !== null && isGridRow(context, block, table) ? table : null;
    const aligned = roles !== null && block.borders !== "loose" && block.cells.length === roles.length;
    const only = block.borders === "loose" ? null : onlyCell(block);
    const produced: Item[] =
      only !== null && labelOf(only) === null
        ? fullWidth(context, only, index, aligned ? roles : null, block)
        : grid !== null
          ? gridRow(context, block, index, grid)
          : looseRow(context, block, index, {
              roles,
              last: lastNumber,
              above: half?.last ?? null,
              started,
              upper: half?.head ?? null,
              endsTable: index === to - 1 && !isListed(blocks[index - 1]),
            });
    for (const item of produced) {
      items.push(item);
      half = item.kind === "head" ? { last: half === null ? lastNumber : half.last, head: item.head } : null;
      if (item.kind === "head") {
        item.head.group = group;
        started = true;
        lastNumber = plainNumber(item.head.number) ?? (lastNumber === null ? null : lastNumber + 1);
      }
    }
  }
  return items;
}

/** What the rows under a heading have in common, up to the next table with other columns. */
function profileOf(
  context: Context,
  { columns, length }: FoundHeading,
  index: number,
  to: number,
  skip: ReadonlySet<number>,
): TableProfile | null {
  if (columns === undefined) return null;
  const rows: RowBlock[] = [];
  for (let at = index + length; at < to; at += 1) {
    const [block, heading] = [context.blocks[at], context.headings.get(at)];
    if (heading !== undefined && heading.columns !== columns) break;
    if (heading === undefined && block?.kind === "row" && !skip.has(at)) rows.push(block);
  }
  const status = chooseStatus(
    columns,
    rows.map(({ cells }) => cells),
    { ...context.reported, read: ({ text }) => readStatusCell(text, context.status)?.rag ?? null },
  );
  return tableProfile(columns, rows, status, context.reported.statements.length > 0);
}

/** Whether a row's cells can be read by their columns: its borders are sure, or every cell fits its column. */
function isGridRow(context: Context, { borders, cells }: RowBlock, table: TableProfile): boolean {
  const { columns } = table;
  if (borders !== "loose") return cells.length === columns.length;
  if (cells.length > columns.length) return false;
  return columns.every(({ role, index }) => {
    const text = cells[index]?.text.trim() ?? "";
    if (role === "number") return rowLabelOf(text) !== null;
    if (role === "title") return text !== "" && !/^\p{Ll}/u.test(text);
    if (role === "organisation") return text === "" || context.organisations.readText(text) !== null;
    if (role === "status")
      return text === "" || readStatusCell(text, context.status) !== null || context.status.isUncoloured(text);
    return true;
  });
}

/** A line, or a row with one filled cell, that is no deliverable's: it heads a group, or is a total. */
function apartFromRows(
  context: Context,
  block: Block,
  table: TableProfile | null,
  around: Around,
): { readonly text: string; readonly reason: "group" | "total-row" } | null {
  if (table === null) return null;
  if (block.kind === "line") {
    const { text } = block;
    return block.indent === 0 && isGroupHeading(context, text, around) ? { text, reason: "group" } : null;
  }
  const text = block.borders === "loose" ? null : onlyCell(block);
  if (text === null) return null;
  if (isAcross(block) && isGroupHeading(context, onOneLine(text), around)) return { text, reason: "group" };
  return isTotal(text) ? { text, reason: "total-row" } : null;
}

/** Whether a row's one cell is over several columns, or in the first: no cell that wrapped out of the row above. */
function isAcross({ cells }: RowBlock): boolean {
  const at = cells.findIndex(({ text }) => text !== "");
  return at === 0 || (cells[at]?.span ?? 1) > 1;
}

/** Whether the next row that is no heading begins a deliverable. */
function rowFollows(
  context: Context,
  index: number,
  to: number,
  skip: ReadonlySet<number>,
  table: TableProfile | null,
): boolean {
  for (let at = index + 1; at < to; at += 1) {
    const block = context.blocks[at];
    if (block === undefined || skip.has(at)) continue;
    const heading = context.headings.get(at);
    if (heading !== undefined) return true;
    if (block.kind === "line") return false;
    if (table === null || block.cells.length > table.columns.length) return false;
    const [number, title] = (["number", "title"] as const).map((role) => {
      const column = table.columns.find((each) => each.role === role);
      return column === undefined ? null : (block.cells[column.index]?.text ?? "");
    });
    return number === null || number === undefined ? (title ?? "") !== "" : rowLabelOf(number) !== null;
  }
  return false;
}

/**
 * Whether a line is no text of the row above it: that one's update has a cell of its own, and the line is below a ruled
 * table on its page, or below cells that a file's markup closes.
 */
function standsOutside({ blocks, update }: Context, index: number, roles: Roles | null): boolean {
  const [line, above] = [blocks[index], blocks[index - 1]];
  if (line?.kind !== "line" || above?.kind !== "row" || above.borders !== "sure") return false;
  const at = roles?.indexOf("update") ?? -1;
  if (line.place.page === null)
    return (update.read(line.text)?.dateRaw ?? null) === null && (at >= 0 || line.gapBefore);
  return line.gapBefore && line.place.page === above.place.page && (above.cells[at]?.text ?? "") !== "";
}

function lineItem(block: Block & { kind: "line" }, index: number): Item {
  return {
    kind: "text",
    text: block.text.replace(/ {2,}/g, " "),
    block: index,
    apart: block.gapBefore,
    cells: null,
    wrapped: true,
  };
}
