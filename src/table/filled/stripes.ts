/**
 * Coloured stripes behind every other row of a table, which are not tables themselves. In: the grids of a page that
 * filled boxes draw, and its words. Out: the grids that are stripes: between them are uncoloured rows in the same
 * columns.
 */
import { centreX } from "../../geometry/boxes.js";
import { intervalOf } from "../../geometry/cluster.js";
import { linesOfWords } from "../../geometry/text-lines.js";
import { chunksOfLine } from "../aligned/chunks.js";
import type { Grid } from "../grid.js";
import type { WordsByHeight } from "../words-by-height.js";

/** Most rows of a stripe: one table row may have a row of cells and one of text below it. */
const MOST_ROWS = 4;
/** Largest difference between equal columns, in points; fewest columns that an uncoloured row fills. */
const SAME_PLACE_PT = 2;
const FEWEST_FILLED = 3;
/** More grids than this are a drawing. */
const MOST_GRIDS = 200;

export function stripesOf(grids: readonly Grid[], words: WordsByHeight): ReadonlySet<Grid> {
  const stripes = new Set<Grid>();
  const thin = grids.filter(({ xs, ys }) => ys.length - 1 <= MOST_ROWS && xs.length > FEWEST_FILLED);
  if (thin.length > MOST_GRIDS) return stripes;
  const sorted = [...thin].sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
  sorted.forEach((above, at) => {
    const below = sorted.slice(at + 1).find((other) => haveSameColumns(above, other));
    if (below === undefined || !isRowBetween(above, below, words)) return;
    stripes.add(above);
    stripes.add(below);
  });
  return stripes;
}

const haveSameColumns = (one: Grid, other: Grid): boolean =>
  one.xs.length === other.xs.length && one.xs.every((x, at) => Math.abs(x - (other.xs[at] ?? 0)) <= SAME_PLACE_PT);

/** Whether a line between two grids fills their columns. */
function isRowBetween(above: Grid, below: Grid, words: WordsByHeight): boolean {
  const [from, to, { xs }] = [above.ys.at(-1) ?? 0, below.ys[0] ?? 0, above];
  const between = words.between(from, to).filter(({ bbox }) => intervalOf(xs, centreX(bbox)) >= 0);
  return linesOfWords(between).some((line) => {
    const { chunks } = chunksOfLine(line);
    const columns = new Set(chunks.map((chunk) => intervalOf(xs, chunk.bbox[0] + 1)));
    return columns.size >= FEWEST_FILLED && columns.size === chunks.length;
  });
}
