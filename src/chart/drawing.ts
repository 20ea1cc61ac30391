/**
 * A chart as marks at fixed places, which each output draws in its own way. Lengths are in pixels, from the top left corner. Types
 * only, and the colours of everything that is not a status.
 */

export interface BoxMark {
  readonly kind: "box";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
}

export interface TextMark {
  readonly kind: "text";
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly colour: string;
  readonly anchor?: "middle" | "end";
  readonly bold?: true;
  /** The complete text, where it is shortened. */
  readonly whole?: string;
}

export interface LineMark {
  readonly kind: "line";
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
}

export type Mark = BoxMark | TextMark | LineMark;

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** All that the chart shows, in words and figures. */
  readonly description: string;
  readonly marks: readonly Mark[];
}

export const BACKGROUND = "#ffffff";
export const TEXT_COLOUR = "#1b2330";
export const FAINT_COLOUR = "#51596a";
export const LINE_COLOUR = "#cfd4dd";
/** Of bars that stand for no status. */
export const BAR_COLOUR = "#3d4656";
