/** The columns that all panels of a chart share: text at the left, then one column for each period. Lengths are in pixels. */
import { FAINT_COLOUR, type Mark, TEXT_COLOUR } from "./drawing.js";
import { shortened } from "./text-width.js";

export const MARGIN = 20;
/** Width of numbers and titles. */
export const NAMES = 320;
export const COLUMN = 60;
/** Space between two columns. */
export const GAP = 4;
export const FIRST_COLUMN = MARGIN + NAMES;
export const FONT_SIZE = 12;
/** Space between two panels. */
export const PANEL_GAP = 30;
const HEADING_SIZE = 13;

/** A part of a chart, from its top to its bottom. */
export interface Panel {
  readonly marks: readonly Mark[];
  readonly height: number;
}

/** @param at 0-based index of the period */
export const columnStart = (at: number): number => FIRST_COLUMN + at * COLUMN + GAP / 2;
export const columnMiddle = (at: number): number => FIRST_COLUMN + at * COLUMN + COLUMN / 2;
export const columnWidth = COLUMN - GAP;

export const chartWidth = (periodCount: number): number => FIRST_COLUMN + periodCount * COLUMN + MARGIN;

/** Text at the left, shortened to its room. @param y of the baseline @param end of its room, from the left margin */
export function nameMark(text: string, y: number, indent = 0, end = NAMES): Mark {
  const shown = shortened(text, end - indent - GAP * 2, FONT_SIZE);
  return { kind: "text", x: MARGIN + indent, y, text: shown, size: FONT_SIZE, colour: TEXT_COLOUR, whole: text };
}

/** Text in the middle of a period's column. */
export function columnMark(text: string, at: number, y: number, colour = TEXT_COLOUR, bold = false): Mark {
  return {
    ...{ kind: "text", x: columnMiddle(at), y, size: FONT_SIZE, colour, anchor: "middle" },
    text: shortened(text, COLUMN, FONT_SIZE),
    whole: text,
    ...(bold && { bold }),
  };
}

export function headingMark(text: string, y: number): Mark {
  return { kind: "text", x: MARGIN, y, text, size: HEADING_SIZE, colour: TEXT_COLOUR, bold: true };
}

/** The periods' names, over two lines where they have two words. */
export function periodMarks(labels: readonly string[], top: number): Panel {
  const marks = labels.flatMap((label, at) =>
    label.split(" ", 2).map((word, line) => columnMark(word, at, top + 12 + line * 14, FAINT_COLOUR)),
  );
  return { marks, height: 34 };
}
