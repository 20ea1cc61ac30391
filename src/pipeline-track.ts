/**
 * Results of single files to the same results with what only many reports together tell: tracks, and findings on the later report.
 * Nothing can be given before the last report is read, so results wait in a spool; memory holds a few words a report.
 */
import { tmpdir } from "node:os";
import { auditComparison, auditRating } from "./audit/audit-series.js";
import { ResultSpool } from "./export/result-spool.js";
import { Spool } from "./export/spool.js";
import type { ReportDigest } from "./model/series.js";
import type { FileResult } from "./pipeline.js";
import { type Addition, Additions, NOTHING, type TrackedResult } from "./pipeline-additions.js";
import { BUILTIN_PROFILE } from "./schema/builtin-profile.js";
import type { RuleSettings } from "./schema/profile.js";
import { digestOf } from "./track/digest.js";
import { type ReportPlace, type Tracked, trackPlan } from "./track/track-plan.js";

export interface TrackOptions {
  /** The built-in profile's where none are given. */
  readonly rules?: RuleSettings;
  /** Folder with room for the results while they wait; the system's for such files where none is given. */
  readonly folder?: string;
  /** Told when a result has come in. */
  readonly onRead?: (result: FileResult) => void;
  /** Stops the reading between two results. */
  readonly signal?: AbortSignal;
}

/**
 * Gives every result in the order in which they came, with `findings`, `tracks` and `superseded_by` added, once all have come.
 * @throws the signal's reason, and whatever `results` throws
 */
export async function* tracked(
  results: AsyncIterable<FileResult>,
  options: TrackOptions = {},
): AsyncGenerator<TrackedResult> {
  const { rules = BUILTIN_PROFILE.rules, folder = tmpdir(), onRead, signal } = options;
  const waiting = new ResultSpool(folder);
  const digests = new Spool<ReportDigest>(folder);
  const additions = new Additions(folder);
  try {
    const plans = new Map<string, ReportPlace[]>();
    for await (const result of results) {
      signal?.throwIfAborted();
      await waiting.add(result);
      for (const report of result.reports) await enterReport(digestOf(report), plans, digests);
      onRead?.(result);
    }
    for (const places of plans.values()) {
      signal?.throwIfAborted();
      if (places.length > 1) await enterPlan(places, digests, rules, additions);
    }
    for await (const result of waiting.all()) yield await additions.addTo(result);
  } finally {
    await Promise.all([waiting, digests, additions].map((one) => one.close()));
  }
}

/** A report without a plan's name or without a period has no place among others. */
async function enterReport(
  digest: ReportDigest,
  plans: Map<string, ReportPlace[]>,
  digests: Spool<ReportDigest>,
): Promise<void> {
  const { report_id, plan, theme, from } = digest;
  if (plan === null || from === null) return;
  const places = plans.get(plan) ?? [];
  places.push({ report_id, theme, from, index: await digests.add(digest) });
  plans.set(plan, places);
}

async function enterPlan(
  places: readonly ReportPlace[],
  digests: Spool<ReportDigest>,
  rules: RuleSettings,
  additions: Additions,
): Promise<void> {
  for await (const found of trackPlan(places, (index) => digests.read(index))) {
    const { reportId, ...addition } = additionOf(found, rules);
    await additions.add(reportId, addition);
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
