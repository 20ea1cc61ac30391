/**
 * Tables that only the alignment of words shows. In: the words of a text column, and the rules near them. Out: grids.
 */
import { boundsOf } from "../../geometry/boxes.js";
import type { Word } from "../../model/page.js";
import type { FoundGrid } from "../found-grid.js";
import { rowsOfWords } from "../rows/joined-rows.js";
import type { Edge } from "../ruled/edges.js";
import { gridOfCandidate } from "./aligned-grid.js";
import { chunkRuns } from "./chunk-runs.js";
import type { ChunkLine } from "./chunks.js";
import { continueTable, type OpenTable, openTableAtEnd } from "./continued-tables.js";
import { cutAtGutters } from "./gutters.js";
import { headedRuns } from "./headed-runs.js";
import { type FullWidthTextShape, findRowsWithFullWidthText } from "./rows-with-full-width-text.js";

/** What is needed of the page before to recognise how this one begins. */
export interface PageBefore {
  /** Layout of its rows with full-width text; null where it has none. */
  readonly fullWidthText: FullWidthTextShape | null;
  /** The table that reaches its end; null where there is none. */
  readonly openTable: OpenTable | null;
}

/**
 * The aligned tables of a text column: rows with full-width text, then a continued table, tables with bold headings,
 * and the rest.
 */
export function gridsByAlignment(words: readonly Word[], rules: readonly Edge[], before: PageBefore): FoundGrid[] {
  const lines = rowsOfWords(words, rules);
  const bounds = boundsOf(lines.map((line) => line.bbox));
  if (bounds === null) return [];
  const near = rules.filter((edge) => edge.to > bounds[0] && edge.from < bounds[2]);
  const fullWidth = findRowsWithFullWidthText(lines, before.fullWidthText);
  const fullWidthGrid = fullWidth === null ? null : gridOfCandidate({ ...fullWidth, rules: near, bounds: 1 });
  const inFullWidthRows = new Set(fullWidthGrid === null ? [] : fullWidth?.lines);
  const afterFullWidthRows = lines.filter((line) => !inFullWidthRows.has(line));
  const continued = before.openTable === null ? null : continueTable(afterFullWidthRows, before.openTable, near);
  const inContinued = new Set(continued?.lines);
  const headed = headedRuns(afterFullWidthRows.filter((line) => !inContinued.has(line))).flatMap((run) => {
    const grid = gridOfCandidate({ lines: cutAtGutters(run.lines), rules: near, bounds: 1 });
    return grid === null ? [] : [{ ...run, grid }];
  });
  const inHeaded = new Set(headed.flatMap((run) => run.lines));
  const rest = afterFullWidthRows.filter((line) => !inContinued.has(line) && !inHeaded.has(line));
  const grids = chunkRuns(rest).map((run) => gridOfCandidate({ lines: run, rules: near, bounds: 0 }));
  const openTableIn = (head: readonly ChunkLine[], run: readonly ChunkLine[], starts: readonly number[] = []) => {
    const openTable = openTableAtEnd(lines, head, run, starts);
    return openTable === null ? {} : { openTable };
  };
  return [
    ...(continued === null || before.openTable === null
      ? []
      : [
          {
            grid: continued.grid,
            found: "aligned" as const,
            ...openTableIn(before.openTable.headings, continued.lines, before.openTable.starts),
          },
        ]),
    ...headed.map(({ grid, headings, lines: run }) => ({
      grid,
      found: "aligned" as const,
      ...openTableIn(headings, run),
    })),
    ...(fullWidthGrid === null || fullWidth === null
      ? []
      : [{ grid: fullWidthGrid, found: "aligned" as const, fullWidthText: fullWidth.shape }]),
    ...grids.flatMap((grid) => (grid === null ? [] : [{ grid, found: "aligned" as const }])),
  ];
}
