/** Text to lines: every line with its number, its indent, and whether a gap or a page break comes before it. */

import { hasIrregularSpaces } from "../language/spaces.js";

export interface TextLine {
  readonly kind: "text";
  /** Without trailing white space; inner spaces and tabs as printed. */
  readonly text: string;
  /** 1-based, as an editor counts. */
  readonly line: number;
  readonly gapBefore: boolean;
  readonly pageStart: boolean;
}

const BREAK = /\r\n|\n|\r/;
/** White space in one run, in characters, that is kept: wider than any page, so that no layout is lost by it. */
const WIDEST_GAP = 400;
const WIDE_GAP = new RegExp(`(\\s{${WIDEST_GAP}})\\s+`, "g");

/** Splits at any line ending; a form feed starts a page, within a line too. Blank lines become `gapBefore`. */
export function splitLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let gapBefore = false;
  let pageStart = false;
  const physical = text.split(BREAK);
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

/** Columns of white space before a line's first character. */
export function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
