/**
 * Reports of one plan and theme, in order, to tracks and to what each report has, lacks and changed beside those before it. Holds
 * the deliverables that may still go on, and the report before.
 */
import type { Comparison, ReportDigest, RowComparison, RowDigest, RowInReport, UpdateDigest } from "../model/series.js";
import type { Track } from "../schema/dataset.js";
import { EarlierUpdates } from "./copied.js";
import { matchRows, type RowMatch } from "./match-rows.js";
import type { OpenRow } from "./open-row.js";

/** Reports that may lack a deliverable before its track ends: a year of quarters. */
const LONGEST_LAPSE = 4;
/** Longer lists are not tracked: no plan has so many deliverables in one theme, and the choice of pairs costs their cube. */
export const MOST_ROWS = 1000;
const SIMILARITY_DIGITS = 1000;

interface OpenTrack extends OpenRow {
  /** The last row as it was read; `row` has, where title or organisations were not, those of the row before. */
  readonly last: RowInReport;
  readonly track: Track;
  readonly withStatus: RowInReport | null;
  readonly earlier: EarlierUpdates;
  /** Reports since then that lack it. */
  readonly lapse: number;
}

/** Follows one series; reports are added in their order. */
export class Follower {
  #open: OpenTrack[] = [];
  #before: ReportDigest | null = null;
  #reportCount = 0;
  readonly tracks: Track[] = [];

  get reportCount(): number {
    return this.#reportCount;
  }

  /** @returns null for the first report, which has none before it */
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
      next.push(this.#goOn(step, place, report, from));
    }
    const dropped = droppedRows([...gone], steps);
    for (const one of gone) if (one.lapse < LONGEST_LAPSE) next.push({ ...one, lapsed: true, lapse: one.lapse + 1 });
    this.#open = next;
    this.#before = report;
    this.#reportCount += 1;
    return before === null ? null : { report, before, steps, dropped };
  }

  #goOn(step: RowComparison, place: number, report: ReportDigest, from: OpenTrack | undefined): OpenTrack {
    const { row, match, similarity } = step;
    const track = from?.track ?? { track_id: row.deliverable_id, members: [] };
    if (from === undefined) this.tracks.push(track);
    const { report_id, period_start } = report;
    const { deliverable_id, rag } = row;
    track.members.push({ deliverable_id, report_id, period_start, rag, match, similarity });
    const earlier = from?.earlier ?? new EarlierUpdates();
    earlier.add(row.updates, report);
    const withStatus = rag === null ? (from?.withStatus ?? null) : { row, report };
    return {
      row: completed(row, from),
      last: { row, report },
      place,
      track,
      withStatus,
      earlier,
      lapsed: false,
      lapse: 0,
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
    hasNews: row.updates.some((update) => isNews(update, from)),
  };
}

function completed(row: RowDigest, from: OpenTrack | undefined): RowDigest {
  if (from === undefined) return row;
  const { title, organisations } = row;
  return {
    ...row,
    title: title ?? from.row.title,
    organisations: organisations.length === 0 ? from.row.organisations : organisations,
  };
}

/** A row whose title was never read is not said to be gone, nor is one whose number a row bears that could not be told. */
function droppedRows(gone: readonly OpenTrack[], steps: readonly RowComparison[]): RowDigest[] {
  const untold = steps.flatMap(({ row, match }) => (match === "first" && row.title === null ? [row.number] : []));
  return gone
    .filter(({ lapsed, row }) => !lapsed && row.title !== null && !untold.includes(row.number))
    .map(({ row }) => row);
}

/** Dated after all that the row had when last seen, or after that report's quarter; without a date, where the text is new. */
function isNews({ date, ...update }: UpdateDigest, from: OpenTrack): boolean {
  if (date === null) return !from.earlier.has({ date, ...update });
  const latest = from.last.row.updates
    .flatMap((one) => one.date ?? [])
    .sort()
    .at(-1);
  const end = from.last.report.period_end ?? from.last.report.published_month;
  return latest === undefined || date > latest || (end !== null && date > end);
}
