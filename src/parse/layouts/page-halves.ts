/**
 * Tables that are too wide for their pages: a print puts the right columns on pages after those of the left ones. In: blocks. Out: the
 * same with each row in one; nothing changes unless the rows of both tables are drawn as high as each other, one by one, and the
 * columns of the first have no status while those of the second have nothing that names a row.
 */
import { heightOf } from "../../geometry/boxes.js";
import { headingReader } from "../../language/headings.js";
import type { Block, Cell, RowBlock } from "../../model/block.js";
import type { ColumnRole, Profile } from "../../schema/profile.js";
import { placeOfCell } from "../rows/cell-places.js";
import { asidesOf } from "./joined-asides.js";

/** Headings and rows of half a table, at least. */
const FEWEST_ROWS = 3;
/** Largest difference between the heights of a row's two halves, in points. */
const SAME_HEIGHT_PT = 1.5;

/** A table with drawn rows on one page. */
interface DrawnTable {
  readonly page: number;
  readonly columns: number;
  /** Positions of its rows among the blocks. */
  readonly rows: readonly number[];
  readonly heights: readonly number[];
  readonly roles: ReadonlySet<ColumnRole>;
}

export function withJoinedHalves(blocks: readonly Block[], profile: Profile): readonly Block[] {
  const tables = drawnTables(blocks, profile);
  const changed = new Map<number, Block | null>();
  const taken = new Set<DrawnTable>();
  tables.forEach((left, at) => {
    if (taken.has(left) || !isLeft(left)) return;
    for (const [one, other] of pairsFrom(left, tables.slice(at))) {
      taken.add(one).add(other);
      for (const [turn, row] of one.rows.entries()) joinRows(blocks, changed, row, other.rows[turn] ?? row);
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
    const heights = own.map(({ place }) => (place.bbox === null ? 0 : heightOf(place.bbox)));
    const roles = new Set(heading.cells.flatMap(({ text }) => read(text) ?? []));
    return [{ page: heading.place.page, columns: heading.cells.length, rows, heights, roles }];
  });
}

const isDrawn = (block: Block): block is RowBlock => block.kind === "row" && block.borders === "sure";

const isLeft = ({ roles }: DrawnTable): boolean => roles.has("title") && !roles.has("status") && !roles.has("update");
const isRight = ({ roles }: DrawnTable): boolean =>
  roles.has("status") && !roles.has("title") && !roles.has("number") && !roles.has("organisation");

const areAlike = (one: DrawnTable, other: DrawnTable): boolean =>
  one.rows.length === other.rows.length &&
  one.heights.every((height, at) => Math.abs(height - (other.heights[at] ?? 0)) <= SAME_HEIGHT_PT);

type Pair = readonly [left: DrawnTable, right: DrawnTable];

/**
 * The halves that belong together, from a left one on. All its pages are printed before those of the right ones, or each before its own;
 * on further pages headings may be printed again or not.
 */
function pairsFrom(left: DrawnTable, tables: readonly DrawnTable[]): Pair[] {
  const right = tables.find((each) => each.page > left.page && isRight(each));
  if (right === undefined || !areAlike(left, right)) return [];
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

function joinRows(blocks: readonly Block[], changed: Map<number, Block | null>, left: number, right: number): void {
  const [one, other] = [blocks[left], blocks[right]];
  if (one?.kind !== "row" || other?.kind !== "row") return;
  const further = other.cells.map((cell): Cell => {
    const { lineBoxes: _, ...own } = cell;
    const place = placeOfCell(other, cell);
    return place === undefined ? own : { ...own, place };
  });
  changed.set(left, { ...one, cells: [...one.cells, ...further], ...asidesOf([one, other]) });
  changed.set(right, null);
}
