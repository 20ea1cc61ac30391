/** Histories of plans to CSV: a row for each deliverable that is followed, a column for the first day of each period. */
import { csvText, type PlanHistory, type TrackHistory } from "../internal.js";

const NAMES = [
  ...["plan_title", "plan_start_year", "plan_end_year", "theme_number", "theme_title"],
  ...["track_id", "number", "title", "organisations"],
];

/** Where the deliverable is in the report of that period, but its status could not be read. */
const UNREADABLE = "unreadable";

export function historyCsv(plans: readonly PlanHistory[]): string {
  const periods = [...new Set(plans.flatMap((plan) => plan.periods.map(keyOf)))].sort();
  const rows = plans.flatMap((plan) => plan.tracks.map((track) => rowOf(plan, track, periods)));
  return csvText([[...NAMES, ...periods], ...rows], { escapeFormulas: true });
}

const keyOf = ({ period_start, label }: PlanHistory["periods"][number]): string => period_start ?? label;

function rowOf(plan: PlanHistory, track: TrackHistory, periods: readonly string[]): string[] {
  const statuses = new Map(
    track.cells.flatMap((cell, at): [string, string][] => {
      const period = plan.periods[at];
      return cell === null || period === undefined ? [] : [[keyOf(period), cell.rag ?? UNREADABLE]];
    }),
  );
  const named = [plan.plan_title, plan.plan_start_year, plan.plan_end_year, plan.theme_number, plan.theme_title];
  const followed = [track.track_id, track.number, track.title, track.organisations.join(";")];
  return [
    ...[...named, ...followed].map((value) => (value === null ? "" : String(value))),
    ...periods.map((period) => statuses.get(period) ?? ""),
  ];
}
