/**
 * The types of an operator list of pdf.js, and of what must be known of a page to walk through one.
 */
import type { Bbox } from "../../schema/values.js";
import type { FontFace } from "./graphics-state.js";
import type { Matrix } from "./matrix.js";

/** Arguments as pdf.js returns them: their types depend on the operator. */
export type Arguments = readonly unknown[];

/** A number among them; a malformed page may have anything in its place. */
export const numberOf = (value: unknown, otherwise = 0): number => (typeof value === "number" ? value : otherwise);

export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (Arguments | null)[];
}

/** The colours of small pictures, by name; null for one without a clear colour. */
export type PictureColours = ReadonlyMap<string, string | null>;

export interface PageSetting {
  readonly pictures: PictureColours;
  /** From user space to the page, rotated and cropped. */
  readonly matrix: Matrix;
  readonly bounds: Bbox;
  readonly fonts: ReadonlyMap<string, FontFace>;
  /** Whether a layer is shown; takes the property that its marked content names. */
  readonly isLayerShown: (layer: unknown) => boolean;
}

/** A transparency group as pdf.js returns it. With `smask` it is not painted; it is a mask for other content. */
export interface Group {
  readonly smask?: unknown;
  readonly matrix?: ArrayLike<number> | null;
  readonly bbox?: ArrayLike<number> | null;
}
