/**
 * Operator lists as pdf.js hands them over, and what of the page must be known to walk one.
 */
import type { Bbox } from "../../schema/values.js";
import type { FontFace } from "./graphics-state.js";
import type { Matrix } from "./matrix.js";

/** Arguments as pdf.js hands them over: their kinds depend on the operator. */
export type Arguments = readonly unknown[];

/** A number among them; a malformed page may have anything in its place. */
export const numberOf = (value: unknown, otherwise = 0): number => (typeof value === "number" ? value : otherwise);

export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (Arguments | null)[];
}

export interface PageSetting {
  /** From user space to the page, rotated and cropped. */
  readonly matrix: Matrix;
  readonly bounds: Bbox;
  readonly fonts: ReadonlyMap<string, FontFace>;
  /** Whether a layer is shown, by what marks its content. */
  readonly isLayerShown: (layer: unknown) => boolean;
}

/** A transparency group as pdf.js hands it over; with a mask, it is not painted but masks what is. */
export interface Group {
  readonly smask?: unknown;
  readonly matrix?: ArrayLike<number> | null;
  readonly bbox?: ArrayLike<number> | null;
}
