/**
 * Tables between horizontal rules of equal length. In: words and rules. Out: grids, with columns from the alignment of
 * words.
 */
import type { Word } from "../../model/page.js";
import { gridOfCandidate } from "../aligned/aligned-grid.js";
import type { ChunkLine } from "../aligned/chunks.js";
import { cutAtGutters } from "../aligned/gutters.js";
import { linesOutsideRules, shareColumns } from "../aligned/lines-outside-rules.js";
import type { Proposal } from "../candidate.js";
import { rowsOfWords } from "../rows/joined-rows.js";
import type { Edge } from "./edges.js";
import { isBetweenRules, isWithinWidth, ruleRegions, stripedRegions, tabularStretches } from "./rule-regions.js";

/** The tables between rules of equal length, one below the other. */
export function gridsBetweenRules(
  words: readonly Word[],
  edges: readonly Edge[],
  strategy: "between-rules" | "between-fills",
): Proposal[] {
  const found: Proposal[] = [];
  const regions = ruleRegions(edges);
  for (const region of strategy === "between-fills" ? regions.flatMap(stripedRegions) : regions) {
    const column = rowsOfWords(
      words.filter((word) => isWithinWidth(word, region)),
      edges,
    );
    const inside = column.filter((line) => isBetweenRules(line, region));
    for (const stretch of tabularStretches(region, inside, shareColumns)) {
      // A single stripe is the background of headings: the table below it is found by its alignment.
      if (strategy === "between-fills" && stretch.ys.length < 3) continue;
      const lines = withLinesOutside(stretch.lines, column);
      const variants = [lines, linesAlone(lines, column, edges)];
      const grids = variants.map((each) =>
        gridOfCandidate({ lines: cutAtGutters(each), rules: edges, bounds: stretch.ys.length }),
      );
      found.push(...grids.flatMap((grid) => (grid === null ? [] : [{ grid, strategy }])));
    }
  }
  return found;
}

/** The lines as they are without the others of the page, whose columns may have cut them; none where they are most of them. */
function linesAlone(
  lines: readonly ChunkLine[],
  all: readonly ChunkLine[],
  rules: readonly Edge[],
): readonly ChunkLine[] {
  if (2 * lines.length > all.length) return [];
  const alone = rowsOfWords(
    lines.flatMap((line) => line.chunks.flatMap((chunk) => chunk.words)),
    rules,
  );
  return chunkCount(alone) === chunkCount(lines) ? [] : alone;
}

const chunkCount = (lines: readonly ChunkLine[]): number => lines.reduce((sum, line) => sum + line.chunks.length, 0);

function withLinesOutside(lines: readonly ChunkLine[], column: readonly ChunkLine[]): ChunkLine[] {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return [];
  const above = linesOutsideRules(lines, column.slice(0, column.indexOf(first)).reverse());
  const below = linesOutsideRules(lines, column.slice(column.indexOf(last) + 1));
  return [...above.reverse(), ...lines, ...below];
}
