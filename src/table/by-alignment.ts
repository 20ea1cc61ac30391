/** Tables that no rule draws. In: the words of a column of text, and the rules near them. Out: grids. */
import { boundsOf } from "../geometry/boxes.js";
import type { Word } from "../model/page.js";
import { gridOfCandidate } from "./aligned.js";
import { chunkRuns } from "./chunk-runs.js";
import type { Edge } from "./edges.js";
import { cutAtGutters } from "./gutters.js";
import { headedRuns } from "./headed-runs.js";
import { rowsOfWords } from "./joined-rows.js";
import type { FoundGrid } from "./lattice.js";
import { findTiers, type TierShape } from "./tiers.js";

/**
 * Tables that only alignment shows.
 * @param known rows with text over the width below them, on the page before
 */
export function gridsByAlignment(words: readonly Word[], rules: readonly Edge[], known: TierShape | null): FoundGrid[] {
  const lines = rowsOfWords(words, rules);
  const bounds = boundsOf(lines.map((line) => line.bbox));
  if (bounds === null) return [];
  const near = rules.filter((edge) => edge.to > bounds[0] && edge.from < bounds[2]);
  const tiers = findTiers(lines, known);
  const tiered = tiers === null ? null : gridOfCandidate({ ...tiers, rules: near, bounds: 1 });
  const inTiers = new Set(tiered === null ? [] : tiers?.lines);
  const untiered = lines.filter((line) => !inTiers.has(line));
  const headed = headedRuns(untiered).flatMap((run) => {
    const grid = gridOfCandidate({ lines: cutAtGutters(run), rules: near, bounds: 1 });
    return grid === null ? [] : [{ run, grid }];
  });
  const inHeaded = new Set(headed.flatMap(({ run }) => run));
  const rest = untiered.filter((line) => !inHeaded.has(line));
  const grids = [
    ...headed.map(({ grid }) => grid),
    ...chunkRuns(rest).map((run) => gridOfCandidate({ lines: run, rules: near, bounds: 0 })),
  ];
  return [
    ...(tiered === null || tiers === null ? [] : [{ grid: tiered, found: "aligned" as const, tiers: tiers.shape }]),
    ...grids.flatMap((grid) => (grid === null ? [] : [{ grid, found: "aligned" as const }])),
  ];
}
