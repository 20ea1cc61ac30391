/**
 * The chart of one plan and theme. In: its periods and deliverables. Out: a drawing that can be read without colours: the share of each
 * status, rows with overdue updates, and the status of each deliverable, one below the other in the same columns.
 */
import {
  coloursOf,
  STATUSES,
  STATUSES_AND_NONE,
  type StatusOrNone,
  statusText,
  UNREADABLE,
} from "../schema/statuses.js";
import type { ChartContent, ChartPeriod } from "./content.js";
import { type Drawing, FAINT_COLOUR, type Mark, TEXT_COLOUR } from "./drawing.js";
import { chartWidth, FONT_SIZE, MARGIN, type Panel } from "./grid.js";
import { overduePanel } from "./overdue-panel.js";
import { letterOf, sharePanel, totalOf } from "./share-panel.js";
import { ABSENT, stripPanel } from "./strip-panel.js";
import { textWidth, wrapped } from "./text-width.js";

const TITLE_SIZE = 17;
const TITLE_LINE = 22;
const MOST_TITLE_LINES = 3;
const SWATCH = { width: 28, height: 18 };
const LEGEND_LINE = 24;

export function drawChart(content: ChartContent): Drawing {
  const { name, part, periods, strips } = content;
  const width = chartWidth(periods.length);
  const title = part === "" ? name : `${name}, ${part}`;
  return {
    ...stack(width, [
      (top) => titlePanel(name, part, width, top),
      ...figures(content, width),
      ...(strips.length === 0 ? [] : [(top: number) => stripPanel(periods, strips, top)]),
    ]),
    title,
    description: describe(content),
  };
}

/** The same without its title and deliverables, for a page that has these beside it. @param title for readers who do not see the drawing */
export function drawFigures(content: ChartContent, title: string): Drawing {
  const width = chartWidth(content.periods.length);
  const shown = { ...content, strips: [] };
  return { ...stack(width, figures(shown, width)), title, description: describe(shown) };
}

type PanelAt = (top: number) => Panel;

function figures(content: ChartContent, width: number): PanelAt[] {
  const { periods, strips } = content;
  return [
    (top) => legendPanel(usedStatuses(content), strips.length > 0, width, top),
    (top) => sharePanel(periods, top),
    (top) => overduePanel(periods, top),
  ];
}

/** Panels one below the other. */
function stack(width: number, panels: readonly PanelAt[]): Pick<Drawing, "width" | "height" | "marks"> {
  const marks: Mark[] = [];
  let top = MARGIN;
  for (const panelAt of panels) {
    const panel = panelAt(top);
    marks.push(...panel.marks);
    top += panel.height;
  }
  return { width, height: Math.ceil(top + MARGIN), marks };
}

function titlePanel(name: string, part: string, width: number, top: number): Panel {
  const lines = wrapped(name, width - 2 * MARGIN, TITLE_SIZE, MOST_TITLE_LINES);
  const marks: Mark[] = lines.map((text, at) => ({
    ...{ kind: "text", x: MARGIN, y: top + TITLE_SIZE + at * TITLE_LINE, text, size: TITLE_SIZE, bold: true },
    colour: TEXT_COLOUR,
  }));
  let height = lines.length * TITLE_LINE + 4;
  if (part !== "") {
    marks.push({
      kind: "text",
      x: MARGIN,
      y: top + height + FONT_SIZE,
      text: part,
      size: FONT_SIZE,
      colour: FAINT_COLOUR,
    });
    height += FONT_SIZE + 8;
  }
  return { marks, height };
}

function usedStatuses({ periods, strips }: ChartContent): StatusOrNone[] {
  const used = new Set(strips.flatMap(({ cells }) => cells));
  return STATUSES_AND_NONE.filter((status) => used.has(status) || periods.some(({ counts }) => counts[status] > 0));
}

/** The letters with their meaning, over as many lines as they need. */
function legendPanel(used: readonly StatusOrNone[], hasStrips: boolean, width: number, top: number): Panel {
  const entries = [
    ...used.map((status) => ({ letter: letterOf(status), word: wordOf(status), ...coloursOf(status) })),
    ...(hasStrips ? [{ letter: ABSENT, word: "not in the report", fill: "#ffffff", onFill: FAINT_COLOUR }] : []),
  ];
  const marks: Mark[] = [];
  let [x, y] = [MARGIN, top + 4];
  for (const { letter, word, fill, onFill } of entries) {
    const room = SWATCH.width + 6 + textWidth(word, FONT_SIZE) + 18;
    if (x > MARGIN && x + room > width - MARGIN) [x, y] = [MARGIN, y + LEGEND_LINE];
    const baseline = y + 13;
    marks.push(
      { kind: "box", x, y, ...SWATCH, fill },
      {
        ...{ kind: "text", x: x + SWATCH.width / 2, y: baseline, text: letter, size: FONT_SIZE, bold: true },
        ...{ colour: onFill, anchor: "middle" },
      },
      { kind: "text", x: x + SWATCH.width + 6, y: baseline, text: word, size: FONT_SIZE, colour: TEXT_COLOUR },
    );
    x += room;
  }
  return { marks, height: y + LEGEND_LINE + 12 - top };
}

const wordOf = (status: StatusOrNone): string => (status === "unreadable" ? UNREADABLE.word : STATUSES[status].word);

/** The figures of each period, and the statuses of each deliverable, as sentences. */
function describe({ periods, strips }: ChartContent): string {
  const rows = strips.map(({ number, title, cells }) => {
    const words = cells.map((status) => (status === null ? "not in the report" : status));
    return `${[number, title].filter((part) => part !== null).join(" ")}: ${words.join(", ")}.`;
  });
  return [...periods.map(describePeriod), ...rows].join(" ");
}

function describePeriod({ label, counts, lateRows, undatedRows }: ChartPeriod): string {
  const late =
    lateRows === null ? "late updates not checked" : `${lateRows} with a latest update from before the period`;
  return `${label}: ${totalOf(counts)} rows, ${statusText(counts)}; ${late}, ${undatedRows} without a dated update.`;
}
