/**
 * Results of single files to the same results with what only several reports together show: findings on the later report, tracks,
 * later versions. No result is complete before the last report is read, so all wait on disk; memory holds a few words per report.
 */
import { auditComparison, auditRating } from "../../audit/audit-series.js";
import { Spool } from "../../export/spool.js";
import type { ReportWithoutRows } from "../../model/outline.js";
import type { ReportDigest } from "../../model/series.js";
import type { InputFile, Report } from "../../schema/dataset.js";
import type { RuleSettings } from "../../schema/profile.js";
import { digestOf } from "../../track/digest.js";
import { type ReportPlace, type Tracked, trackPlan } from "../../track/track-plan.js";
import { type Addition, Additions, NO_ADDITION, type TrackedResult } from "./additions.js";

/** A report's digest as JSON, and those of its values that decide its place among other reports. */
export interface EncodedDigest extends Pick<ReportDigest, "report_id" | "plan" | "theme" | "from"> {
  readonly json: Uint8Array;
}

export function encodeDigest(report: Report): EncodedDigest {
  const digest = digestOf(report);
  const { report_id, plan, theme, from } = digest;
  return { report_id, plan, theme, from, json: Buffer.from(JSON.stringify(digest)) };
}

/** Results that wait on disk, and are returned in the order in which they were added. */
export interface WaitingResults<Result, Head> {
  add(result: Result): Promise<void>;
  all(): AsyncIterable<{ readonly file: InputFile; readonly reports: readonly Head[] }>;
  close(): Promise<void>;
}

export interface CrossReportOptions<Result, Head> {
  readonly waiting: WaitingResults<Result, Head>;
  readonly digestsOf: (result: Result) => readonly EncodedDigest[];
  readonly rules: RuleSettings;
  /** Where digests and additions wait on disk. */
  readonly folder: string;
  /** Called for each result when it is read. */
  readonly onRead?: ((result: Result) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Once all results are read, yields each in the order in which they were read, with `findings`, `tracks` and `superseded_by` added.
 * @throws the signal's reason, and whatever `results` throws
 */
export async function* crossReportPass<Result, Head extends ReportWithoutRows>(
  results: AsyncIterable<Result>,
  { waiting, digestsOf, rules, folder, onRead, signal }: CrossReportOptions<Result, Head>,
): AsyncGenerator<TrackedResult<Head>> {
  const plans = new Map<string, ReportPlace[]>();
  const digests = new Spool<ReportDigest>(folder);
  const additions = new Additions(folder);
  try {
    for await (const result of results) {
      signal?.throwIfAborted();
      await waiting.add(result);
      for (const digest of digestsOf(result)) await enter(digest, plans, digests);
      onRead?.(result);
    }
    for (const places of plans.values()) {
      signal?.throwIfAborted();
      if (places.length === 1) continue;
      for await (const found of trackPlan(places, (index) => digests.read(index))) {
        const { reportId, ...addition } = additionOf(found, rules);
        await additions.add(reportId, addition);
      }
    }
    for await (const result of waiting.all()) yield await additions.addTo(result);
  } finally {
    await Promise.all([waiting, digests, additions].map((one) => one.close()));
  }
}

/** A report without a plan's name or without a period is compared with no other. */
async function enter(
  { report_id, plan, theme, from, json }: EncodedDigest,
  plans: Map<string, ReportPlace[]>,
  digests: Spool<ReportDigest>,
): Promise<void> {
  if (plan === null || from === null) return;
  const places = plans.get(plan) ?? [];
  places.push({ report_id, theme, from, index: await digests.addJson(json) });
  plans.set(plan, places);
}

function additionOf(found: Tracked, rules: RuleSettings): Addition & { readonly reportId: string } {
  switch (found.kind) {
    case "comparison": {
      const { comparison } = found;
      const audited = auditComparison(comparison, rules);
      return { ...NO_ADDITION, reportId: comparison.report.report_id, following: "compared", ...audited };
    }
    case "apart":
      return { ...NO_ADDITION, reportId: found.reportId, following: "apart" };
    case "rating": {
      const { comparison } = found;
      const audited = auditRating(comparison, rules);
      return { ...NO_ADDITION, reportId: comparison.rated.report.report_id, rating: true, ...audited };
    }
    case "superseded": {
      const { reportId, by } = found;
      const superseded = [{ report_id: reportId, by: by.report_id, byFile: by.source_file }];
      return { ...NO_ADDITION, reportId, superseded };
    }
    case "track":
      return { ...NO_ADDITION, reportId: found.track.members[0]?.report_id ?? "", tracks: [found.track] };
  }
}
