/**
 * The reports of one plan and theme, period by period, to their tracks and comparisons. Where one period has reports of several plans
 * that bear one name, each goes on from the report before that it is most akin to.
 */
import type { Comparison, ReportDigest } from "../model/series.js";
import type { Track } from "../schema/dataset.js";
import { Follower } from "./follow.js";
import { type Edition, kinship, MOST_PLANS } from "./versions.js";

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

  /** The most akin first; a strand goes on with one report of a period. Where there is one of each, nothing is to choose. */
  #strandsBefore(editions: readonly Edition[]): Map<Edition, Strand> {
    const pairs = editions.flatMap((edition, place) =>
      this.#strands.map((strand) => ({ edition, place, strand, share: kinship(strand.latest.pairs, edition.pairs) })),
    );
    const strands = new Map<Edition, Strand>();
    const taken = new Set<Strand>();
    for (const { edition, strand } of pairs.sort((a, b) => b.share - a.share || a.place - b.place)) {
      if (strands.has(edition) || taken.has(strand)) continue;
      strands.set(edition, strand);
      taken.add(strand);
    }
    return strands;
  }
}
