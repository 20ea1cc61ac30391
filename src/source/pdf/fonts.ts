/**
 * Reads the properties of a font. In: a font object of pdf.js, or what pdf.js returns if loading failed. Out: name,
 * weight, direction and scales.
 */
import type { FontFace } from "./graphics-state.js";
import { type Matrix, toMatrix } from "./matrix.js";

/** Glyph space of all fonts except Type 3: a thousand units per em. */
const THOUSANDTHS: Matrix = [0.001, 0, 0, 0.001, 0, 0];

const BOLD_NAME = /bold|black|heavy|demi/i;

/** Height of a Type 3 font's box in ems. */
const BOX_PER_EM = 1.2;

function type3Em(matrix: Matrix, box: readonly number[] | undefined): number {
  const height = Math.abs((box?.[3] ?? 0) - (box?.[1] ?? 0)) * Math.abs(matrix[3]);
  return height > 0 ? height / BOX_PER_EM : Math.abs(matrix[3]) * 1000;
}

export function fontFace(source: unknown): FontFace {
  const font = (typeof source === "object" && source !== null ? source : {}) as {
    name?: string;
    bold?: boolean;
    black?: boolean;
    vertical?: boolean;
    isType3Font?: boolean;
    fontMatrix?: ArrayLike<number>;
    bbox?: number[];
    composite?: boolean;
    toUnicode?: object;
  };
  const name = font.name ?? "";
  const matrix = font.fontMatrix === undefined || font.fontMatrix === null ? THOUSANDTHS : toMatrix(font.fontMatrix);
  const type3 = font.isType3Font === true;
  return {
    name,
    bold: font.bold === true || font.black === true || BOLD_NAME.test(name),
    vertical: font.vertical === true,
    type3,
    matrix,
    // A font addressed by glyph numbers without a map to characters: pdf.js then uses the numbers as characters.
    unmapped: font.composite === true && font.toUnicode !== undefined && "firstChar" in font.toUnicode,
    emScale: type3 ? type3Em(matrix, font.bbox) : 1,
  };
}
