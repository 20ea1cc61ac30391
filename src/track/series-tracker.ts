/**
 * In: reports of one plan and theme, in order. Out: tracks, and each report compared with earlier ones: rows that are new, changed or
 * dropped. Keeps the deliverables that later reports may continue, and the previous report.
 */
import type { Comparison, ReportDigest, RowComparison, RowDigest, RowInReport, UpdateDigest } from "../model/series.js";
import type { Track } from "../schema/dataset.js";
import { EarlierUpdates } from "./copied-updates.js";
import { matchRows, type RowMatch } from "./match-rows.js";
import type { OpenRow } from "./open-row.js";

/** Most consecutive reports without a deliverable before its track ends: a year of quarters. */
const MOST_MISSED_REPORTS = 4;
/** Reports with more rows are not tracked: no theme has so many deliverables, and matching takes time cubic in their number. */
export const MOST_ROWS = 1000;
const SIMILARITY_DIGITS = 1000;

interface OpenTrack extends OpenRow {
  /** The last row as it was read. In `row`, a title or organisations that were not read are taken from earlier rows. */
  readonly last: RowInReport;
  readonly track: Track;
  readonly withStatus: RowInReport | null;
  readonly earlier: EarlierUpdates;
  /** Number of reports since then without it. */
  readonly missedReports: number;
}

/** Tracks one series of reports, which are added in order. */
export class SeriesTracker {
  #open: OpenTrack[] = [];
  #before: ReportDigest | null = null;
  #reportCount = 0;
  readonly tracks: Track[] = [];

  get reportCount(): number {
    return this.#reportCount;
  }

  /** @returns null for the first report, which has no earlier one */
  add(report: ReportDigest): Comparison | null {
    const matches = new Map(matchRows(this.#open, report.rows).map((match) => [match.rowIndex, match]));
    const before = this.#before;
    const steps: RowComparison[] = [];
    const gone = new Set(this.#open);
    const next: OpenTrack[] = [];
    for (const [place, row] of report.rows.entries()) {
      const match = matches.get(place);
      const from = match === undefined ? undefined : this.#open[match.openIndex];
      if (from !== undefined) gone.delete(from);
      const step = stepOf(row, from, match);
      steps.push(step);
      next.push(this.#continueTrack(step, place, report, from));
    }
    const dropped = droppedRows([...gone], steps);
    for (const one of gone)
      if (one.missedReports < MOST_MISSED_REPORTS)
        next.push({ ...one, lapsed: true, missedReports: one.missedReports + 1 });
    this.#open = next;
    this.#before = report;
    this.#reportCount += 1;
    return before === null ? null : { report, before, steps, dropped };
  }

  #continueTrack(step: RowComparison, place: number, report: ReportDigest, from: OpenTrack | undefined): OpenTrack {
    const { row, match, similarity } = step;
    const track = from?.track ?? { track_id: row.deliverable_id, number: null, title: null, members: [] };
    if (from === undefined) this.tracks.push(track);
    const { report_id, period_start } = report;
    const { deliverable_id, rag } = row;
    track.number = row.number;
    track.title = row.title ?? track.title;
    track.members.push({ deliverable_id, report_id, period_start, rag, match, similarity });
    const earlier = from?.earlier ?? new EarlierUpdates();
    earlier.add(row.updates, report);
    const withStatus = rag === null ? (from?.withStatus ?? null) : { row, report };
    return {
      row: withEarlierFields(row, from),
      last: { row, report },
      place,
      track,
      withStatus,
      earlier,
      lapsed: false,
      missedReports: 0,
    };
  }
}

function stepOf(row: RowDigest, from: OpenTrack | undefined, match: RowMatch | undefined): RowComparison {
  if (from === undefined || match === undefined) {
    return { row, match: "first", similarity: null, before: null, beforeWithStatus: null, copied: [], hasNews: true };
  }
  const { similarity } = match;
  return {
    row,
    match: match.kind,
    similarity: similarity === null ? null : Math.round(similarity * SIMILARITY_DIGITS) / SIMILARITY_DIGITS,
    before: from.last,
    beforeWithStatus: from.withStatus,
    copied: row.updates.flatMap((update) => from.earlier.originalOf(update) ?? []),
    hasNews: row.updates.some((update) => isNewUpdate(update, from)),
  };
}

function withEarlierFields(row: RowDigest, from: OpenTrack | undefined): RowDigest {
  if (from === undefined) return row;
  const { title, organisations } = row;
  return {
    ...row,
    title: title ?? from.row.title,
    organisations: organisations.length === 0 ? from.row.organisations : organisations,
  };
}

/** Rows that are missing now. Leaves out rows without a readable title, and those that may be an unreadable row by their number. */
function droppedRows(gone: readonly OpenTrack[], steps: readonly RowComparison[]): RowDigest[] {
  const unreadable = steps.flatMap(({ row, match }) => (match === "first" && row.title === null ? [row.number] : []));
  return gone
    .filter(({ lapsed, row }) => !lapsed && row.title !== null && !unreadable.includes(row.number))
    .map(({ row }) => row);
}

/** Dated after all updates of the row's last report or after that report's quarter; if undated, whether its text is new. */
function isNewUpdate({ date, ...update }: UpdateDigest, from: OpenTrack): boolean {
  if (date === null) return !from.earlier.has({ date, ...update });
  const latest = from.last.row.updates
    .flatMap((one) => one.date ?? [])
    .sort()
    .at(-1);
  const end = from.last.report.period_end ?? from.last.report.published_month;
  return latest === undefined || date > latest || (end !== null && date > end);
}
