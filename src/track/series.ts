/**
 * The reports of one plan and theme, period by period, to their tracks and comparisons. Where one period has reports of several plans
 * that bear one name, each goes on from the report before that it is most akin to.
 */
import type { Comparison, ReportDigest } from "../model/series.js";
import type { Track } from "../schema/dataset.js";
import { Follower } from "./follow.js";
import { kinship } from "./kinship.js";
import { type Edition, MOST_PLANS } from "./versions.js";

/** Reports of a plan whose name others bear too are next to each other only if so many titles are the same. */
const LEAST_KINSHIP = 0.25;

interface Strand {
  /** Which of the plans of that name it is, from 0. */
  readonly plan: number;
  readonly follower: Follower;
  latest: Edition;
}

/** A report that was put in its place. */
export interface PlacedReport {
  readonly report: ReportDigest;
  readonly plan: number;
  /** Null for the first report of a plan and theme. */
  readonly comparison: Comparison | null;
}

export class Series {
  readonly #strands: Strand[] = [];
  readonly #leastKinship: number;

  /** @param isShared whether several plans bear the name; a plan that has it for itself may change all its titles */
  constructor(isShared: boolean) {
    this.#leastKinship = isShared ? LEAST_KINSHIP : 0;
  }

  /** Adds the reports of one period; periods come in their order. */
  addPeriod(editions: readonly Edition[]): PlacedReport[] {
    const before = this.#strandsBefore(editions);
    return editions.flatMap((edition) => {
      const strand = before.get(edition) ?? this.#begin(edition);
      if (strand === null) return [];
      strand.latest = edition;
      return { report: edition.report, plan: strand.plan, comparison: strand.follower.add(edition.report) };
    });
  }

  /** Tracks of the reports that were held against another; a report alone of its plan and theme has none. */
  tracks(): Track[] {
    return this.#strands.flatMap(({ follower }) => (follower.reportCount > 1 ? follower.tracks : []));
  }

  #begin(edition: Edition): Strand | null {
    if (this.#strands.length >= MOST_PLANS) return null;
    const strand = { plan: this.#strands.length, follower: new Follower(), latest: edition };
    this.#strands.push(strand);
    return strand;
  }

  /** The most akin first; a strand goes on with one report of a period. */
  #strandsBefore(editions: readonly Edition[]): Map<Edition, Strand> {
    const pairs = editions.flatMap((edition, place) =>
      this.#strands.map((strand) => ({ edition, place, strand, share: kinship(strand.latest.titles, edition.titles) })),
    );
    const strands = new Map<Edition, Strand>();
    const taken = new Set<Strand>();
    for (const { edition, strand, share } of pairs.sort((a, b) => b.share - a.share || a.place - b.place)) {
      if (share < this.#leastKinship || strands.has(edition) || taken.has(strand)) continue;
      strands.set(edition, strand);
      taken.add(strand);
    }
    return strands;
  }
}
