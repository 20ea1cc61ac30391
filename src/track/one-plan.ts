/** Tracks with the rows they go through to the reports they go through, and to those of single plans where several bear one name. */
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

/** Day or month from which a report counts, as it was tracked. */
function fromOf({ period_start, published_month }: Report): string {
  return period_start ?? published_month ?? "";
}

/** Tracks of one plan's name as they are, or by the plans that bear it: then reports of one plan are bound by a track. */
export function apart(tracks: readonly TrackRows[]): TrackRows[][] {
  const reports = reportsOf(tracks);
  if (new Set(reports.map(fromOf)).size === reports.length) return [[...tracks]];
  const heads = new Map<Report, Report>();
  const headOf = (report: Report): Report => {
    let head = report;
    for (let next = heads.get(head); next !== undefined; next = heads.get(head)) head = next;
    return head;
  };
  for (const { members } of tracks)
    for (const { report } of members) {
      const [one, other] = [headOf(report), headOf(members[0]?.report ?? report)];
      if (one !== other) heads.set(one, other);
    }
  const groups = groupBy(tracks, ({ members }) => {
    const first = members[0]?.report;
    return first === undefined ? "" : headOf(first).report_id;
  });
  return [...groups.values()];
}
