/**
 * The share of each status in each period, as columns of the same height. In: the periods. Out: a panel in which every part has its
 * letter and number; parts that are too low for them are written out below their column.
 */
import { coloursOf, STATUSES, STATUSES_AND_NONE, type StatusOrNone, UNREADABLE } from "../schema/statuses.js";
import type { ChartPeriod } from "./content.js";
import { FAINT_COLOUR, type Mark } from "./drawing.js";
import {
  columnMark,
  columnMiddle,
  columnStart,
  columnWidth,
  FIRST_COLUMN,
  FONT_SIZE,
  headingMark,
  nameMark,
  PANEL_GAP,
  type Panel,
  periodMarks,
} from "./grid.js";

const BAR_HEIGHT = 220;
/** A lower part has no room for its letter and number. */
const LOWEST_WITH_TEXT = FONT_SIZE + 1;
const LINE = 16;
const TICKS = [0, 25, 50, 75, 100];
/** Space between two parts, which separates them without colours. */
const SEAM = 1;

export const letterOf = (status: StatusOrNone): string =>
  status === "unreadable" ? UNREADABLE.letter : STATUSES[status].letter;

export function sharePanel(periods: readonly ChartPeriod[], top: number): Panel {
  const barTop = top + 32;
  const bottom = barTop + BAR_HEIGHT;
  const bars = periods.map((period, at) => renderBar(period, at, bottom));
  const names = periodMarks(
    periods.map(({ label }) => label),
    bottom + 4,
  );
  const below = bottom + 4 + names.height;
  const totals = periods.map(({ counts }, at) => columnMark(String(totalOf(counts)), at, below + LINE));
  const small = bars.flatMap((bar, at) =>
    bar.small.map((text, line) => columnMark(text, at, below + (line + 2) * LINE, FAINT_COLOUR)),
  );
  const smallLines = Math.max(0, ...bars.map((bar) => bar.small.length));
  return {
    marks: [
      headingMark("Share of rows by status", top + 14),
      ...TICKS.flatMap((tick) => tickMarks(tick, bottom, periods.length)),
      ...bars.flatMap(({ marks }) => marks),
      ...names.marks,
      nameMark("Rows", below + LINE),
      ...totals,
      ...(smallLines === 0 ? [] : [nameMark("Statuses of few rows", below + 2 * LINE)]),
      ...small,
    ],
    height: below + (1 + smallLines) * LINE + PANEL_GAP - top,
  };
}

function tickMarks(percent: number, bottom: number, periodCount: number): Mark[] {
  const y = bottom - (percent / 100) * BAR_HEIGHT;
  const end = columnMiddle(periodCount - 1) + columnWidth / 2;
  return [
    { kind: "line", from: [FIRST_COLUMN, y], to: [end, y] },
    {
      ...{ kind: "text", x: FIRST_COLUMN - 6, y: y + 4, text: `${percent}%`, size: FONT_SIZE, anchor: "end" },
      colour: FAINT_COLOUR,
    },
  ];
}

/** @returns the marks, and what is written below: "R 1" */
function renderBar({ counts }: ChartPeriod, at: number, bottom: number): { marks: Mark[]; small: string[] } {
  const total = totalOf(counts);
  const marks: Mark[] = [];
  const small: string[] = [];
  let y = bottom;
  for (const status of STATUSES_AND_NONE.filter((one) => counts[one] > 0)) {
    const height = (counts[status] / total) * BAR_HEIGHT;
    y -= height;
    const { fill, onFill } = coloursOf(status);
    const text = `${letterOf(status)} ${counts[status]}`;
    marks.push({
      ...{ kind: "box", x: columnStart(at), y, width: columnWidth, fill },
      height: Math.max(SEAM, height - SEAM),
    });
    if (height < LOWEST_WITH_TEXT) small.push(text);
    else marks.push(columnMark(text, at, y + height / 2 + 4, onFill, true));
  }
  return { marks, small };
}

export const totalOf = (counts: ChartPeriod["counts"]): number =>
  STATUSES_AND_NONE.reduce((sum, status) => sum + counts[status], 0);
