/** In: tracks with their rows. Out: the reports of the tracks, and the tracks of each plan if several plans have the same name. */
import type { Deliverable, Report } from "../schema/dataset.js";
import { compare, groupBy } from "./groups.js";

export interface TrackRows {
  readonly track_id: string;
  readonly members: readonly { readonly report: Report; readonly row: Deliverable }[];
}

/** Reports in order of period, each once. */
export function reportsOf(tracks: readonly TrackRows[]): Report[] {
  const reports = new Set(tracks.flatMap(({ members }) => members.map(({ report }) => report)));
  return [...reports].sort((a, b) => compare(fromOf(a), fromOf(b)));
}

/** The day or month that determines a report's place in the order of tracking. */
function fromOf({ period_start, published_month }: Report): string {
  return period_start ?? published_month ?? "";
}

/** Splits the tracks of one plan name by plan, if several plans have that name. Reports connected by tracks are of one plan. */
export function splitByPlan(tracks: readonly TrackRows[]): TrackRows[][] {
  const reports = reportsOf(tracks);
  if (new Set(reports.map(fromOf)).size === reports.length) return [[...tracks]];
  const parents = new Map<Report, Report>();
  const rootOf = (report: Report): Report => {
    let root = report;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    return root;
  };
  for (const { members } of tracks)
    for (const { report } of members) {
      const [one, other] = [rootOf(report), rootOf(members[0]?.report ?? report)];
      if (one !== other) parents.set(one, other);
    }
  const groups = groupBy(tracks, ({ members }) => {
    const first = members[0]?.report;
    return first === undefined ? "" : rootOf(first).report_id;
  });
  return [...groups.values()];
}
