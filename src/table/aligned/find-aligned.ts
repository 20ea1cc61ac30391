/**
 * Tables that only the alignment of words shows. In: the lines of a text column, and the rules near them. Out: grids.
 */
import { boundsOf } from "../../geometry/boxes.js";
import type { WordLine } from "../../geometry/text-lines.js";
import type { Proposal } from "../candidate.js";
import type { Grid } from "../grid.js";
import { rowsOfLines } from "../rows/joined-rows.js";
import type { Edge } from "../ruled/edges.js";
import { gridOfCandidate } from "./aligned-grid.js";
import { bandedRuns } from "./banded-runs.js";
import { chunkRuns } from "./chunk-runs.js";
import type { ChunkLine } from "./chunks.js";
import { continueTable, type OpenTable, openTableAtEnd } from "./continued-tables.js";
import { cutAtGutters } from "./gutters.js";
import { headedRuns } from "./headed-runs.js";
import { type FullWidthTextShape, findRowsWithFullWidthText } from "./rows-with-full-width-text.js";
import { cutAtSharedStarts } from "./shared-starts.js";

/** What is needed of the page before to recognise how this one begins. */
export interface PageBefore {
  /** Layout of its rows with full-width text; null where it has none. */
  readonly fullWidthText: FullWidthTextShape | null;
  /** The table that reaches its end; null where there is none. */
  readonly openTable: OpenTable | null;
}

/** What may be a table in a text column: rows with full-width text, a continued table, tables with bold headings, and runs of lines. */
export function gridsByAlignment(region: readonly WordLine[], rules: readonly Edge[], before: PageBefore): Proposal[] {
  const lines = rowsOfLines(region, rules);
  const bounds = boundsOf(lines.map((line) => line.bbox));
  if (bounds === null) return [];
  const near = rules.filter((edge) => edge.to > bounds[0] && edge.from < bounds[2]);
  return [
    ...continuedGrids(lines, near, before.openTable),
    ...headedGrids(lines, near),
    ...bandedGrids(lines, near),
    ...fullWidthGrids(lines, near, before.fullWidthText),
    ...chunkRuns(lines)
      .flatMap((run) => gridsOfRun(run, near))
      .map((grid): Proposal => ({ grid, strategy: "alignment" })),
  ];
}

/** Most lines above a table's widest line: a key, or headings over several columns. */
const MOST_ABOVE = 6;

/** The grids of a run of lines, if it is a table: as it is, with more columns, and without the lines above its widest one. */
function gridsOfRun(run: readonly ChunkLine[], rules: readonly Edge[]): Grid[] {
  const whole = gridOfCandidate({ lines: run, rules, bounds: 0 });
  if (whole === null) return [];
  const most = Math.max(...run.map((line) => line.chunks.length));
  const widest = run.findIndex((line) => line.chunks.length === most);
  const below = widest > 0 && widest <= MOST_ABOVE ? run.slice(widest) : null;
  const variants = [cutAtSharedStarts(run), below && { lines: below }, below && cutAtSharedStarts(below)];
  const grids = variants.map((each) => each && gridOfCandidate({ ...each, rules, bounds: 0 }));
  return [whole, ...grids.filter((grid) => grid !== null)];
}

function continuedGrids(lines: readonly ChunkLine[], rules: readonly Edge[], open: OpenTable | null): Proposal[] {
  const continued = open === null ? null : continueTable(lines, open, rules);
  if (open === null || continued === null) return [];
  const openTable = openTableAtEnd(lines, open.headings, continued.lines, open.starts);
  return [{ grid: continued.grid, strategy: "continued", ...(openTable === null ? {} : { openTable }) }];
}

const headedGrids = (lines: readonly ChunkLine[], rules: readonly Edge[]): Proposal[] =>
  headedRuns(lines).flatMap((run): Proposal[] => {
    const grid = gridOfCandidate({ lines: cutAtGutters(run.lines), rules, bounds: 1 });
    if (grid === null) return [];
    const openTable = openTableAtEnd(lines, run.headings, run.lines);
    return [{ grid, strategy: "headings", ...(openTable === null ? {} : { openTable }) }];
  });

const bandedGrids = (lines: readonly ChunkLine[], rules: readonly Edge[]): Proposal[] =>
  bandedRuns(lines, rules).flatMap((run): Proposal[] => {
    const grid = gridOfCandidate({ lines: cutAtGutters(run.lines), rules, bounds: 1, hasHeadingBand: true });
    return grid === null ? [] : [{ grid, strategy: "headings" }];
  });

function fullWidthGrids(
  lines: readonly ChunkLine[],
  rules: readonly Edge[],
  shape: FullWidthTextShape | null,
): Proposal[] {
  const found = findRowsWithFullWidthText(lines, shape);
  const grid = found === null ? null : gridOfCandidate({ ...found, rules, bounds: 1 });
  return found === null || grid === null ? [] : [{ grid, strategy: "full-width-text", fullWidthText: found.shape }];
}
