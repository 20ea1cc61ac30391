/**
 * A text to its blocks in a short form for comparison: a line is its text, a row its borders with the texts of its
 * cells.
 */
import { blocksOfText } from "../../src/layout/text-blocks.js";
import { BUILTIN_PROFILE } from "../../src/schema/builtin-profile.js";

export const blocksOf = (text: string) => blocksOfText(text, BUILTIN_PROFILE);

export function shapeOf(text: string): unknown[] {
  return blocksOf(text).map((block) =>
    block.kind === "line" ? block.text : { [block.borders]: block.cells.map((cell) => cell.text) },
  );
}
