/**
 * Audited reports with their tracks, one at a time, to the history strips of the audit page. Reports wait on disk; memory holds their
 * places and, at the end, the reports of one plan and theme. Strips that would make the page too long are only counted.
 */

import { findingAnchor } from "../../audit-page/finding.js";
import { Markup } from "../../audit-page/markup.js";
import { reportAnchor } from "../../audit-page/report-section.js";
import { renderStrips, type StripLinks } from "../../audit-page/strip.js";
import { drawFigures } from "../../chart/draw-chart.js";
import { renderSvg } from "../../chart/svg.js";
import { Spool } from "../../export/spool.js";
import type { PlanHistory } from "../../model/history.js";
import { type Report, SCHEMA_VERSION, type Track } from "../../schema/dataset.js";
import { compare } from "../../track/groups.js";
import { historyOf, seriesKey } from "../../track/history.js";
import { contentOf } from "../charts/chart-contents.js";

/** Cells and changes in a page's strips, and rows that are read for them at once: some 10 MB. */
export const MOST_CELLS = 40_000;

/** Position of a report in the page. */
export interface ReportSpot {
  /** 1-based. */
  readonly index: number;
  /** Findings in the page before this report's. */
  readonly findingsBefore: number;
}

interface Waiting extends ReportSpot {
  readonly report: Report;
  readonly tracks: readonly Track[];
}

interface Series {
  readonly places: number[];
  rowCount: number;
  trackCount: number;
}

export class HistoryStrips {
  readonly #spool: Spool<Waiting>;
  readonly #most: number;
  readonly #series = new Map<string, Series>();

  /** @param folder in which reports wait on disk */
  constructor(folder: string, most = MOST_CELLS) {
    this.#spool = new Spool(folder);
    this.#most = most;
  }

  /**
   * @param tracks that begin in the report
   * @param run which of several inputs it was tracked in: reports of different inputs are not in one strip
   */
  async add(report: Report, tracks: readonly Track[], spot: ReportSpot, run: number): Promise<void> {
    if (report.plan_id === null) return;
    const key = `${seriesKey(report)}/${run}`;
    const series = this.#series.get(key) ?? { places: [], rowCount: 0, trackCount: 0 };
    this.#series.set(key, series);
    series.rowCount += report.deliverables.length;
    series.trackCount += tracks.length;
    series.places.push(await this.#spool.add({ ...spot, report: slim(report), tracks }));
  }

  /** @returns the strips by plan and theme, and how many are left out */
  async render(): Promise<{ readonly strips: readonly Markup[]; readonly left: number }> {
    const strips: Markup[] = [];
    let cellsLeft = this.#most;
    let left = 0;
    const inOrder = [...this.#series].sort(([a], [b]) => compare(a, b));
    for (const [, series] of inOrder) {
      if (series.places.length < 2 || series.trackCount === 0) continue;
      if (cellsLeft <= 0 || series.rowCount > this.#most) {
        left++;
        continue;
      }
      const waiting: Waiting[] = [];
      for (const place of series.places) waiting.push(await this.#spool.read(place));
      const spots = new Map(waiting.map((one) => [one.report.report_id, one]));
      const reports = waiting.map(({ report }) => report);
      const tracks = waiting.flatMap((one) => one.tracks);
      for (const plan of historyOf({ schema_version: SCHEMA_VERSION, reports, tracks, files: [] })) {
        if (plan.periods.length < 2) continue;
        const changes = plan.tracks.reduce((sum, track) => sum + track.changes.length, 0);
        const cells = plan.tracks.length * plan.periods.length + changes;
        if (cells > cellsLeft) {
          left++;
          continue;
        }
        cellsLeft -= cells;
        const spotOf = (periodIndex: number) => spots.get(plan.periods[periodIndex]?.report_id ?? "");
        const links = {
          reportOf: (periodIndex: number) => {
            const spot = spotOf(periodIndex);
            return spot === undefined ? null : reportAnchor(spot.index);
          },
          findingOf: ({ periodIndex, findingIndex }: { periodIndex: number; findingIndex: number }) => {
            const spot = spotOf(periodIndex);
            return spot === undefined ? null : findingAnchor(spot.findingsBefore + findingIndex + 1);
          },
        };
        strips.push(renderStrips(plan, strips.length + 1, { ...links, sharesOf: drawsSharesOf(plan) }));
      }
    }
    return { strips, left };
  }

  close(): Promise<void> {
    return this.#spool.close();
  }
}

function drawsSharesOf(plan: PlanHistory): StripLinks["sharesOf"] {
  const content = contentOf(plan);
  return (id, from, to) => {
    const periods = content.periods.slice(from, to);
    return new Markup(renderSvg(drawFigures({ ...content, periods }, "Statuses by period"), id));
  };
}

/** A report without the values that no strip shows. */
function slim(report: Report): Report {
  const deliverables = report.deliverables.map((row) => ({
    ...row,
    updates: row.updates.map((update) => ({ ...update, text: "" })),
  }));
  return { ...report, deliverables, stated_counts: [], residue: [] };
}
