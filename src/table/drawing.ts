/**
 * What a page's lines and fills draw. In: a page. Out: its lines in groups that touch, with the grid that each draws, and its painted
 * boxes.
 */
import { heightOf, widthOf } from "../geometry/boxes.js";
import type { Page } from "../model/page.js";
import type { Bbox } from "../schema/values.js";
import { isWhite } from "./filled/cell-fill.js";
import { boxOfGrid, type Grid } from "./grid.js";
import { connectedEdges, type Edges, edgesOfRulings, mergeEdges } from "./ruled/edges.js";
import { gridOfEdges } from "./ruled/lattice.js";

/** A fill that covers this share of a page is its background, not a cell. */
const BACKGROUND = 0.6;
/** More painted boxes than this are a drawing. */
const MOST_BOXES = 20_000;

export interface DrawnGroup {
  readonly edges: Edges;
  /** The grid that the lines draw, without words; null where they draw none. */
  readonly grid: Grid | null;
}

export interface Drawing {
  readonly edges: Edges;
  /** The smallest first. */
  readonly groups: readonly DrawnGroup[];
  /** Painted boxes but the page's background; none where they are a drawing. */
  readonly boxes: readonly Bbox[];
}

export function drawingOf({ rulings, fills, widthPt, heightPt }: Page): Drawing {
  const edges = edgesOfRulings(rulings);
  const boxes = fills
    .filter(({ colour, bbox }) => !isWhite(colour) && widthOf(bbox) * heightOf(bbox) < BACKGROUND * widthPt * heightPt)
    .map((fill) => fill.bbox);
  return { edges, groups: bySize(connectedEdges(edges)), boxes: boxes.length > MOST_BOXES ? [] : boxes };
}

/** Groups with their grids, the smallest first: a table inside a frame takes its words before the frame does. */
export function bySize(groups: readonly Edges[]): DrawnGroup[] {
  const area = (grid: Grid | null): number => {
    if (grid === null) return 0;
    const box = boxOfGrid(grid);
    return widthOf(box) * heightOf(box);
  };
  return groups
    .map((edges) => ({ edges, grid: gridOfEdges(edges) }))
    .sort((one, other) => area(one.grid) - area(other.grid));
}

/** The sides of boxes, as lines. */
export function sidesOf(boxes: readonly Bbox[]): Edges {
  const horizontal = boxes.flatMap(([x0, top, x1, bottom]) => [
    { at: top, from: x0, to: x1 },
    { at: bottom, from: x0, to: x1 },
  ]);
  const vertical = boxes.flatMap(([x0, top, x1, bottom]) => [
    { at: x0, from: top, to: bottom },
    { at: x1, from: top, to: bottom },
  ]);
  return { horizontal: mergeEdges(horizontal), vertical: mergeEdges(vertical) };
}
