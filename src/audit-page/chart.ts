/**
 * Statuses as a stacked bar. In: how many rows have each status. Out: an inline SVG whose parts show their names and
 * numbers if there is room; a table beside it has the same figures.
 */
import type { Report } from "../schema/dataset.js";
import { STATUSES_AND_NONE, type StatusCounts, statusText, zeroCounts } from "../schema/statuses.js";
import { html, type Markup } from "./markup.js";

/** Percent of the bar's width that a part needs for its number, in a large and a small chart, and for its name too. */
const ROOM_FOR_NUMBER = 5;
const ROOM_WHERE_SMALL = 11;
const ROOM_FOR_NAME = 20;

export function countStatuses({ deliverables }: Report): StatusCounts {
  const counts = zeroCounts();
  for (const { rag } of deliverables) counts[rag ?? "unreadable"]++;
  return counts;
}

/** @param named whether parts show their names if there is room; false for a small chart */
export function renderChart(counts: StatusCounts, named: boolean): Markup | null {
  const total = STATUSES_AND_NONE.reduce((sum, status) => sum + counts[status], 0);
  if (total === 0) return null;
  let start = 0;
  const parts = STATUSES_AND_NONE.filter((status) => counts[status] > 0).map((status) => {
    const share = (100 * counts[status]) / total;
    const [x, width, middle] = [start, share, start + share / 2].map((one) => Math.round(one * 100) / 100);
    start += share;
    const text = named && share >= ROOM_FOR_NAME ? `${status} ${counts[status]}` : String(counts[status]);
    const label =
      share < (named ? ROOM_FOR_NUMBER : ROOM_WHERE_SMALL)
        ? null
        : html`<text class="on-${status}" x="${middle ?? 0}%" y="18" text-anchor="middle">${text}</text>`;
    return html`<rect class="status-${status}" x="${x ?? 0}%" y="0" width="${width ?? 0}%" height="26"/>${label}`;
  });
  return html`<svg class="chart" role="img" aria-label="Statuses: ${statusText(counts)}" width="100%" height="26">${parts}</svg>`;
}
