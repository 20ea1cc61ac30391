/** Tables that no rule draws. In: the words of a column of text, and the rules near them. Out: grids. */
import { boundsOf } from "../../geometry/boxes.js";
import type { Word } from "../../model/page.js";
import type { FoundGrid } from "../found-grid.js";
import { rowsOfWords } from "../rows/joined-rows.js";
import type { Edge } from "../ruled/edges.js";
import { gridOfCandidate } from "./aligned-grid.js";
import { chunkRuns } from "./chunk-runs.js";
import type { ChunkLine } from "./chunks.js";
import { type RunningHead, runningHead, runOn } from "./continued-tables.js";
import { cutAtGutters } from "./gutters.js";
import { headedRuns } from "./headed-runs.js";
import { findTiers, type TierShape } from "./rows-with-full-width-text.js";

/** What of the page before tells how this one begins. */
export interface PageBefore {
  /** Rows with text over the width below them. */
  readonly tiers: TierShape | null;
  /** A table that stands to its end. */
  readonly running: RunningHead | null;
}

/** Tables that only alignment shows. */
export function gridsByAlignment(words: readonly Word[], rules: readonly Edge[], before: PageBefore): FoundGrid[] {
  const lines = rowsOfWords(words, rules);
  const bounds = boundsOf(lines.map((line) => line.bbox));
  if (bounds === null) return [];
  const near = rules.filter((edge) => edge.to > bounds[0] && edge.from < bounds[2]);
  const tiers = findTiers(lines, before.tiers);
  const tiered = tiers === null ? null : gridOfCandidate({ ...tiers, rules: near, bounds: 1 });
  const inTiers = new Set(tiered === null ? [] : tiers?.lines);
  const untiered = lines.filter((line) => !inTiers.has(line));
  const ran = before.running === null ? null : runOn(untiered, before.running, near);
  const inRunOn = new Set(ran?.lines);
  const headed = headedRuns(untiered.filter((line) => !inRunOn.has(line))).flatMap((run) => {
    const grid = gridOfCandidate({ lines: cutAtGutters(run.lines), rules: near, bounds: 1 });
    return grid === null ? [] : [{ ...run, grid }];
  });
  const inHeaded = new Set(headed.flatMap((run) => run.lines));
  const rest = untiered.filter((line) => !inRunOn.has(line) && !inHeaded.has(line));
  const grids = chunkRuns(rest).map((run) => gridOfCandidate({ lines: run, rules: near, bounds: 0 }));
  const runningIn = (head: readonly ChunkLine[], run: readonly ChunkLine[], starts: readonly number[] = []) => {
    const running = runningHead(lines, head, run, starts);
    return running === null ? {} : { running };
  };
  return [
    ...(ran === null || before.running === null
      ? []
      : [
          {
            grid: ran.grid,
            found: "aligned" as const,
            ...runningIn(before.running.head, ran.lines, before.running.starts),
          },
        ]),
    ...headed.map(({ grid, head, lines: run }) => ({ grid, found: "aligned" as const, ...runningIn(head, run) })),
    ...(tiered === null || tiers === null ? [] : [{ grid: tiered, found: "aligned" as const, tiers: tiers.shape }]),
    ...grids.flatMap((grid) => (grid === null ? [] : [{ grid, found: "aligned" as const }])),
  ];
}
