/**
 * Reports of many files, one at a time, to what only many of them together tell of each: findings on the later report, tracks,
 * later versions. What is known of each waits on disk; memory holds a few words a report.
 */
import { auditComparison, auditRating } from "./audit/audit-series.js";
import { Spool } from "./export/spool.js";
import type { ReportDigest } from "./model/series.js";
import { type Addition, Additions, NOTHING } from "./pipeline-additions.js";
import type { Report } from "./schema/dataset.js";
import type { RuleSettings } from "./schema/profile.js";
import { digestOf } from "./track/digest.js";
import { type ReportPlace, type Tracked, trackPlan } from "./track/track-plan.js";

/** A report's digest as JSON, and what of it decides its place among others. */
export interface DigestedReport extends Pick<ReportDigest, "report_id" | "plan" | "theme" | "from"> {
  readonly json: Uint8Array;
}

export function digested(report: Report): DigestedReport {
  const digest = digestOf(report);
  const { report_id, plan, theme, from } = digest;
  return { report_id, plan, theme, from, json: Buffer.from(JSON.stringify(digest)) };
}

export class Follower {
  readonly #plans = new Map<string, ReportPlace[]>();
  readonly #digests: Spool<ReportDigest>;
  readonly #additions: Additions;

  /** @param folder with room for the digests */
  constructor(folder: string) {
    this.#digests = new Spool(folder);
    this.#additions = new Additions(folder);
  }

  /** A report without a plan's name or without a period has no place among others. */
  async enter({ report_id, plan, theme, from, json }: DigestedReport): Promise<void> {
    if (plan === null || from === null) return;
    const places = this.#plans.get(plan) ?? [];
    places.push({ report_id, theme, from, index: await this.#digests.addJson(json) });
    this.#plans.set(plan, places);
  }

  /**
   * To be called once all have been entered.
   * @throws the signal's reason
   */
  async follow(rules: RuleSettings, signal?: AbortSignal): Promise<Additions> {
    for (const places of this.#plans.values()) {
      signal?.throwIfAborted();
      if (places.length === 1) continue;
      for await (const found of trackPlan(places, (index) => this.#digests.read(index))) {
        const { reportId, ...addition } = additionOf(found, rules);
        await this.#additions.add(reportId, addition);
      }
    }
    return this.#additions;
  }

  async close(): Promise<void> {
    await Promise.all([this.#digests.close(), this.#additions.close()]);
  }
}

function additionOf(found: Tracked, rules: RuleSettings): Addition & { readonly reportId: string } {
  switch (found.kind) {
    case "comparison": {
      const { comparison } = found;
      const findings = auditComparison(comparison, rules);
      return { ...NOTHING, reportId: comparison.report.report_id, following: "compared", findings };
    }
    case "apart":
      return { ...NOTHING, reportId: found.reportId, following: "apart" };
    case "rating": {
      const { comparison } = found;
      const findings = auditRating(comparison, rules);
      return { ...NOTHING, reportId: comparison.rated.report.report_id, rating: true, findings };
    }
    case "superseded": {
      const { reportId, by } = found;
      const superseded = [{ report_id: reportId, by: by.report_id, byFile: by.source_file }];
      return { ...NOTHING, reportId, superseded };
    }
    case "track":
      return { ...NOTHING, reportId: found.track.members[0]?.report_id ?? "", tracks: [found.track] };
  }
}
