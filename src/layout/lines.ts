/**
 * A text to its non-blank lines, each with its line number and whether a blank line or a page break comes before it.
 * Characters that no reader sees, and the data of pictures, are left out.
 */
import { hasIrregularSpaces } from "../language/spaces.js";
import type { Aside } from "../model/aside.js";
import type { Cell } from "../model/block.js";
import { withoutImageData } from "./image-data.js";

export interface TextLine {
  readonly kind: "text";
  /** Without trailing white space; inner spaces and tabs as printed. */
  readonly text: string;
  /** 1-based, as an editor counts. */
  readonly line: number;
  /** The last line, where marked-up text continues over several; absent where it is on one. */
  readonly lineLast?: number;
  /** Whether a blank line comes before it. */
  readonly gapBefore: boolean;
  readonly pageStart: boolean;
  readonly asides?: readonly Aside[];
  /** The background of a badge that holds all of it, where markup gives it one. */
  readonly fill?: string;
  /** Whether markup says that it is of a menu or the page's foot. */
  readonly furniture?: true;
}

/** A table row whose cells were marked as such. */
export interface CellsLine {
  readonly kind: "cells";
  readonly cells: readonly Cell[];
  readonly line: number;
  readonly lineLast: number;
  readonly gapBefore: boolean;
  readonly pageStart: boolean;
  readonly asides?: readonly Aside[];
}

export type MarkedLine = TextLine | CellsLine;

const BREAK = /\r\n|\n|\r/;
/** Longest run of white space that is kept, in characters: wider than any page, so that no layout is lost. */
const WIDEST_GAP = 400;
const WIDE_GAP = new RegExp(`(\\s{${WIDEST_GAP}})\\s+`, "g");

/**
 * Characters that are never seen: zero-width spaces and joins, marks of direction and of byte order. A soft hyphen is seen at
 * the end of a line only, as a hyphen. The joiners of emoji and of Arabic letters are not among them.
 */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]/;
const UNSEEN_RUN = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]+/g;
const HYPHEN_AT_END = /\u00ad(?=[^\S\r\n]*(?:\r|\n|$))/g;

export const withoutUnseen = (text: string): string =>
  UNSEEN.test(text) ? text.replace(HYPHEN_AT_END, "-").replace(UNSEEN_RUN, "") : text;

/** Splits at any line ending; a form feed starts a page, also within a line. Blank lines become `gapBefore`. */
export function splitLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let gapBefore = false;
  let pageStart = false;
  const physical = withoutImageData(withoutUnseen(text)).split(BREAK);
  for (let index = 0; index < physical.length; index += 1) {
    const whole = physical[index] ?? "";
    const parts = whole.includes("\f") ? whole.split("\f") : [whole];
    parts.forEach((part, partIndex) => {
      if (partIndex > 0) pageStart = true;
      const trimmed = part.trimEnd();
      if (trimmed.trim() === "") {
        gapBefore ||= partIndex === parts.length - 1 && parts.length === 1;
        return;
      }
      const narrowed =
        trimmed.length > WIDEST_GAP && hasIrregularSpaces(trimmed) ? trimmed.replace(WIDE_GAP, "$1") : trimmed;
      lines.push({ kind: "text", text: narrowed, line: index + 1, gapBefore, pageStart });
      gapBefore = false;
      pageStart = false;
    });
  }
  return lines;
}

/** Number of white-space characters at the start of a line. */
export function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
