/**
 * Items from table rows: by their columns where borders can be trusted, by evidence where they cannot. Lines between
 * the rows are text.
 */
import { labelOf, plainNumber } from "../language/labels.js";
import type { Block, Cell } from "../model/block.js";
import { alignedRow, fullWidth, onlyCell } from "./aligned-row.js";
import type { Context } from "./context.js";
import type { Item, RowHead } from "./item.js";
import { isListed, looseRow } from "./loose-item.js";
import type { Roles } from "./table-heading.js";

/** Characters of a cell of codes, at most. */
const LONGEST_CODES = 40;

/**
 * Learns the codes that stand alone in the organisation's column, so that they are known where they are fused: first those of
 * cells of one line, which tell what the pieces of others are.
 */
export function learnOrganisations({ blocks, headings, organisations }: Context, from: number, to: number): void {
  let column = 1;
  const severalLines: Cell[] = [];
  for (let index = from; index < to; index += 1) {
    const block = blocks[index];
    if (block?.kind !== "row") continue;
    const { cells } = block;
    const heading = headings.get(index);
    if (heading !== undefined) column = heading.roles.indexOf("organisation");
    else if (column >= 0 && cells.length > 2 && (cells[0]?.text === "" || labelOf(cells[0]?.text ?? "") !== null)) {
      const cell = cells[column];
      if (cell === undefined || cell.text.length > LONGEST_CODES || !organisations.isCodes(cell.text)) continue;
      if (cell.text.includes("\n")) severalLines.push(cell);
      else organisations.learn(cell.text);
    }
  }
  // Lines that fill their cell may be pieces of one code.
  for (const { text, lineEnds = [] } of severalLines)
    if (lineEnds.every((end) => end === "free")) organisations.learn(text, lineEnds);
}

export function itemsInTables(context: Context, from: number, to: number, skip: ReadonlySet<number>): Item[] {
  const { blocks, ledger } = context;
  const items: Item[] = [];
  let roles: Roles | null = null;
  let lastNumber: number | null = null;
  let started = false;
  /** Whether lines are no row's: its text stands in its own cell above them. */
  let outside = false;
  /** The number before the head right above, while nothing has come under it: its lower half may follow. */
  let half: { last: number | null; head: RowHead } | null = null;

  for (let index = from; index < to; index += 1) {
    const block = blocks[index];
    if (block === undefined || skip.has(index)) continue;
    if (block.kind === "row") outside = false;
    const heading = context.headings.get(index);
    if (heading !== undefined) {
      roles = heading.roles;
      started = true;
      for (let at = index; at < index + heading.length; at += 1) ledger.setBlockAside(at, "column-heading");
      index += heading.length - 1;
      continue;
    }
    if (block.kind === "line") {
      outside = outside || standsOutside(blocks, index, roles);
      if (outside) ledger.setBlockAside(index, "unassigned");
      else items.push(lineItem(block, index));
      half = null;
      continue;
    }
    const aligned = roles !== null && block.borders !== "loose" && block.cells.length === roles.length;
    const only = block.borders === "loose" ? null : onlyCell(block);
    const produced: Item[] =
      only !== null && labelOf(only) === null
        ? fullWidth(context, only, index, aligned ? roles : null, block)
        : aligned && roles !== null
          ? alignedRow(context, block, index, roles)
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
        started = true;
        lastNumber = plainNumber(item.head.number) ?? (lastNumber === null ? null : lastNumber + 1);
      }
    }
  }
  return items;
}

/**
 * Whether a line on a page is parted from a ruled table above it in which the last row has its update in its own cell:
 * the line belongs to the page and not to that row.
 */
function standsOutside(blocks: readonly Block[], index: number, roles: Roles | null): boolean {
  const [line, above] = [blocks[index], blocks[index - 1]];
  if (line?.kind !== "line" || !line.gapBefore || above?.kind !== "row" || above.borders !== "sure") return false;
  const at = roles?.indexOf("update") ?? -1;
  return line.place.page !== null && line.place.page === above.place.page && (above.cells[at]?.text ?? "") !== "";
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
