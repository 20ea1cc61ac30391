/** The status of each deliverable in each period. In: strips. Out: a panel with a line for each, in which every cell has its letter. */
import { coloursOf, type StatusOrNone } from "../schema/statuses.js";
import type { ChartPeriod, ChartStrip } from "./content.js";
import { FAINT_COLOUR, type Mark } from "./drawing.js";
import { columnMark, columnStart, columnWidth, headingMark, nameMark, type Panel, periodMarks } from "./grid.js";
import { letterOf } from "./share-panel.js";

const LINE = 22;
const CELL_HEIGHT = 18;
/** Width of a deliverable's number. */
const NUMBER = 54;
/** Of a period in whose report the deliverable is not. */
export const ABSENT = "·";
const UNTITLED = "(title not read)";

export function stripPanel(periods: readonly ChartPeriod[], strips: readonly ChartStrip[], top: number): Panel {
  const names = periodMarks(
    periods.map(({ label }) => label),
    top + 18,
  );
  const first = top + 18 + names.height;
  return {
    marks: [
      headingMark("Deliverables", top + 14),
      ...names.marks,
      ...strips.flatMap((strip, at) => stripMarks(strip, first + at * LINE)),
    ],
    height: 18 + names.height + strips.length * LINE + LINE / 2,
  };
}

function stripMarks({ number, title, cells }: ChartStrip, top: number): Mark[] {
  const baseline = top + 14;
  return [
    nameMark(number ?? "–", baseline, 0, NUMBER),
    nameMark(title ?? UNTITLED, baseline, NUMBER),
    ...cells.flatMap((status, at) => cellMarks(status, at, top)),
  ];
}

function cellMarks(status: StatusOrNone | null, at: number, top: number): Mark[] {
  const baseline = top + 14;
  if (status === null) return [columnMark(ABSENT, at, baseline, FAINT_COLOUR)];
  const { fill, onFill } = coloursOf(status);
  return [
    { kind: "box", x: columnStart(at), y: top, width: columnWidth, height: CELL_HEIGHT, fill },
    columnMark(letterOf(status), at, baseline, onFill, true),
  ];
}
