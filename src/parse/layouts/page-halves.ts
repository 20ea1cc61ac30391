/**
 * Tables that are too wide for their pages: a print puts the right columns on pages after those of the left ones. In: blocks. Out: the
 * same with each row in one; nothing changes unless the rows of both tables are at the same places of their pages, one by one, and
 * the columns of the first have no status while those of the second have nothing that names a row. Where all rows are equally high,
 * another table may be at the same place, such as a key: the joined rows say so.
 */
import { heightOf } from "../../geometry/boxes.js";
import { headingReader } from "../../language/headings.js";
import type { Block, Cell, RowBlock } from "../../model/block.js";
import type { ColumnRole, Profile } from "../../schema/profile.js";
import type { Bbox } from "../../schema/values.js";
import { placeOfCell } from "../rows/cell-places.js";
import { asidesOf } from "./joined-asides.js";

/** Headings and rows of half a table, at least. */
const FEWEST_ROWS = 3;
/** Largest difference between the tops, bottoms or heights of two rows that are drawn alike, in points. */
const SAME_PLACE_PT = 1.5;

/** A table with drawn rows on one page. */
interface DrawnTable {
  readonly page: number;
  readonly columns: number;
  /** Positions of its rows among the blocks. */
  readonly rows: readonly number[];
  readonly boxes: readonly (Bbox | null)[];
  readonly roles: ReadonlySet<ColumnRole>;
}

export function withJoinedHalves(blocks: readonly Block[], profile: Profile): readonly Block[] {
  const tables = drawnTables(blocks, profile);
  const changed = new Map<number, Block | null>();
  const taken = new Set<DrawnTable>();
  tables.forEach((left, at) => {
    if (taken.has(left) || !isLeft(left)) return;
    const free = tables.slice(at).filter((each) => !taken.has(each));
    for (const [one, other] of pairsFrom(left, free)) {
      taken.add(one).add(other);
      joinHalves(blocks, changed, one, other);
    }
  });
  if (changed.size === 0) return blocks;
  return blocks.flatMap((block, at) => (changed.has(at) ? (changed.get(at) ?? []) : [block]));
}

function drawnTables(blocks: readonly Block[], profile: Profile): DrawnTable[] {
  const read = headingReader(profile);
  const runs: number[][] = [];
  let open: number[] | null = null;
  blocks.forEach((block, at) => {
    if (!isDrawn(block)) {
      open = null;
      return;
    }
    const above = open === null ? undefined : blocks[open.at(-1) ?? at];
    if (open === null || block.gapBefore || above?.place.page !== block.place.page) {
      open = [];
      runs.push(open);
    }
    open.push(at);
  });
  return runs.flatMap((rows): DrawnTable[] => {
    const own = rows.flatMap((at) => blocks[at] ?? []);
    const [heading] = own;
    if (heading?.kind !== "row" || heading.place.page === null || rows.length < FEWEST_ROWS) return [];
    const boxes = own.map(({ place }) => place.bbox);
    const roles = new Set(heading.cells.flatMap(({ text }) => read(text) ?? []));
    return [{ page: heading.place.page, columns: heading.cells.length, rows, boxes, roles }];
  });
}

const isDrawn = (block: Block): block is RowBlock => block.kind === "row" && block.borders === "sure";

const isLeft = ({ roles }: DrawnTable): boolean => roles.has("title") && !roles.has("status") && !roles.has("update");
const isRight = ({ roles }: DrawnTable): boolean =>
  roles.has("status") && !roles.has("title") && !roles.has("number") && !roles.has("organisation");

/** Whether the rows of two tables are at the same places of their pages: a sheet is cut between its columns. */
const areAlike = (one: DrawnTable, other: DrawnTable): boolean =>
  one.rows.length === other.rows.length &&
  one.boxes.every((box, at) => {
    const [own, beside] = [box, other.boxes[at] ?? null];
    return own !== null && beside !== null && isSame(own[1], beside[1]) && isSame(own[3], beside[3]);
  });

const isSame = (one: number, other: number): boolean => Math.abs(one - other) <= SAME_PLACE_PT;

/** Whether all rows below the headings are equally high, so that their places tell no row from another. */
function areEquallyHigh({ boxes }: DrawnTable): boolean {
  const heights = boxes.slice(1).map((box) => (box === null ? 0 : heightOf(box)));
  return heights.every((height) => isSame(height, heights[0] ?? 0));
}

type Pair = readonly [left: DrawnTable, right: DrawnTable];

/**
 * The halves that belong together, from a left one on. All its pages are printed before those of the right ones, or each before its own;
 * on further pages headings may be printed again or not.
 */
function pairsFrom(left: DrawnTable, tables: readonly DrawnTable[]): Pair[] {
  const next = tables.find((each) => each.page > left.page && isRight(each));
  const right = tables.find((each) => each.page === next?.page && isRight(each) && areAlike(left, each));
  if (right === undefined) return [];
  const distance = right.page - left.page;
  const onPage = (page: number, half: DrawnTable): DrawnTable | undefined =>
    tables.find((each) => each.page === page && each.columns === half.columns);
  const pairs: Pair[] = [[left, right]];
  for (let page = left.page + 1; ; page += 1) {
    // After the last left page of a set come its right ones, and then the next set.
    if ((page - left.page) % (2 * distance) === distance) page += distance;
    const [one, other] = [onPage(page, left), onPage(page + distance, right)];
    const isPair = one !== undefined && other !== undefined && areAlike(one, other);
    if (!isPair) return page < right.page ? [] : pairs;
    pairs.push([one, other]);
  }
}

/** Puts the rows of both halves into those of the left one; null for those of the right one. */
function joinHalves(
  blocks: readonly Block[],
  changed: Map<number, Block | null>,
  left: DrawnTable,
  right: DrawnTable,
): void {
  const doubt = areEquallyHigh(left) ? { isStatusDoubtful: true as const } : {};
  left.rows.forEach((at, turn) => {
    const other = right.rows[turn] ?? at;
    const joined = joinedRow(blocks[at], blocks[other]);
    if (joined === null) return;
    changed.set(at, { ...joined, ...doubt });
    changed.set(other, null);
  });
}

function joinedRow(one: Block | undefined, other: Block | undefined): RowBlock | null {
  if (one?.kind !== "row" || other?.kind !== "row") return null;
  const further = other.cells.map((cell): Cell => {
    const { lineBoxes: _, ...own } = cell;
    const place = placeOfCell(other, cell);
    return place === undefined ? own : { ...own, place };
  });
  return { ...one, cells: [...one.cells, ...further], ...asidesOf([one, other]) };
}
