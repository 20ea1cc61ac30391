/** Rows whose updates are overdue, in each period. In: the periods. Out: a panel with two lines of numbers, each with a bar below it. */
import type { ChartPeriod } from "./content.js";
import { BAR_COLOUR, LINE_COLOUR, type Mark } from "./drawing.js";
import { columnMark, columnStart, columnWidth, headingMark, nameMark, PANEL_GAP, type Panel } from "./grid.js";
import { totalOf } from "./share-panel.js";

const LINE = 32;
const BAR_HEIGHT = 6;
export const NOT_CHECKED = "–";

export const LATE_ROWS = "Latest update is from before the period";
export const UNDATED_ROWS = "No dated update";

export function overduePanel(periods: readonly ChartPeriod[], top: number): Panel {
  const first = top + 22;
  return {
    marks: [
      headingMark("Rows whose updates are overdue", top + 14),
      nameMark(LATE_ROWS, first + 16),
      ...periods.flatMap((period, at) => cellMarks(period.lateRows, period, at, first)),
      nameMark(UNDATED_ROWS, first + LINE + 16),
      ...periods.flatMap((period, at) => cellMarks(period.undatedRows, period, at, first + LINE)),
    ],
    height: 22 + 2 * LINE + PANEL_GAP,
  };
}

function cellMarks(count: number | null, { counts }: ChartPeriod, at: number, top: number): Mark[] {
  const total = totalOf(counts);
  const text = columnMark(count === null ? NOT_CHECKED : String(count), at, top + 16);
  const bar = { kind: "box", x: columnStart(at), y: top + 20, height: BAR_HEIGHT } as const;
  const track: Mark = { ...bar, width: columnWidth, fill: LINE_COLOUR };
  if (count === null || count === 0 || total === 0) return [text, track];
  return [text, track, { ...bar, width: (columnWidth * count) / total, fill: BAR_COLOUR }];
}
