/**
 * Tables that only the alignment of words shows. In: the words of a text column, and the rules near them. Out: grids.
 */
import { boundsOf } from "../../geometry/boxes.js";
import type { Word } from "../../model/page.js";
import type { Proposal } from "../candidate.js";
import { rowsOfWords } from "../rows/joined-rows.js";
import type { Edge } from "../ruled/edges.js";
import { gridOfCandidate } from "./aligned-grid.js";
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
export function gridsByAlignment(words: readonly Word[], rules: readonly Edge[], before: PageBefore): Proposal[] {
  const lines = rowsOfWords(words, rules);
  const bounds = boundsOf(lines.map((line) => line.bbox));
  if (bounds === null) return [];
  const near = rules.filter((edge) => edge.to > bounds[0] && edge.from < bounds[2]);
  return [
    ...continuedGrids(lines, near, before.openTable),
    ...headedGrids(lines, near),
    ...fullWidthGrids(lines, near, before.fullWidthText),
    ...chunkRuns(lines).flatMap((run) =>
      [{ lines: run }, cutAtSharedStarts(run)].flatMap((each): Proposal[] => {
        const grid = each === null ? null : gridOfCandidate({ ...each, rules: near, bounds: 0 });
        return grid === null ? [] : [{ grid, strategy: "alignment" }];
      }),
    ),
  ];
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

function fullWidthGrids(
  lines: readonly ChunkLine[],
  rules: readonly Edge[],
  shape: FullWidthTextShape | null,
): Proposal[] {
  const found = findRowsWithFullWidthText(lines, shape);
  const grid = found === null ? null : gridOfCandidate({ ...found, rules, bounds: 1 });
  return found === null || grid === null ? [] : [{ grid, strategy: "full-width-text", fullWidthText: found.shape }];
}
