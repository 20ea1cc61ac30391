/**
 * Squares to boxes. In: the region of each square, or the runs of a region's squares in each row. Out: boxes of squares; an area with steps in
 * its sides becomes several. What is thinner than a filled area, a ruling or a letter, is left out.
 */

/** Fewest squares along each side of a filled area. */
const FEWEST = 3;
/** Squares of another kind within a row of an area that text on it may cause. */
const MOST_MISSING = 4;
/** Rows of squares whose ends differ by no more than this belong to one box. */
const SAME_END = 2;

/** A box of squares; the last row and column are included. */
export interface SquareBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly region: number;
}

const isThick = ({ left, top, right, bottom }: SquareBox): boolean =>
  right - left + 1 >= FEWEST && bottom - top + 1 >= FEWEST;

/** For each region that is not paper, its squares in each row, first to last; interrupted where much lies between. */
export function rowRuns(
  regionOf: Int32Array,
  isPaper: Uint8Array,
  columns: number,
  rows: number,
): ReadonlyMap<number, readonly SquareBox[]> {
  const found = new Map<number, SquareBox[]>();
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const region = regionOf[row * columns + column] ?? 0;
      if (isPaper[region] === 1) continue;
      const runs = found.get(region);
      const run: SquareBox = { left: column, right: column, top: row, bottom: row, region };
      if (runs === undefined) {
        found.set(region, [run]);
        continue;
      }
      const last = runs.at(-1);
      if (last !== undefined && last.top === row && column - last.right <= MOST_MISSING + 1)
        runs[runs.length - 1] = { ...last, right: column };
      else runs.push(run);
    }
  return found;
}

/** Runs of rows one below another with the same ends, as boxes. A row whose ends differ for text on it may lie between. */
export function boxesOf(runs: readonly SquareBox[]): SquareBox[] {
  const open: SquareBox[] = [];
  const boxes: SquareBox[] = [];
  for (const run of runs) {
    const at = open.findIndex(
      (box) =>
        run.top - box.bottom <= 2 &&
        run.top > box.bottom &&
        Math.abs(box.left - run.left) <= SAME_END &&
        Math.abs(box.right - run.right) <= SAME_END,
    );
    const box = open[at];
    if (box === undefined) open.push(run);
    else open[at] = { ...box, bottom: run.bottom };
    for (let index = open.length - 1; index >= 0; index -= 1) {
      const done = open[index];
      if (done === undefined || run.top - done.bottom <= 2) continue;
      boxes.push(done);
      open.splice(index, 1);
    }
  }
  return [...boxes, ...open].filter(isThick);
}
