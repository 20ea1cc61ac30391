/** A text to its blocks in few words: `L` a line, `R` a row with its cells; for tests of layout to compare. */
import { blocksOfText } from "../../src/layout/text-blocks.js";
import { BUILTIN_PROFILE } from "../../src/schema/builtin-profile.js";

export const blocksOf = (text: string) => blocksOfText(text, BUILTIN_PROFILE);

export function shapeOf(text: string): unknown[] {
  return blocksOf(text).map((block) =>
    block.kind === "line" ? block.text : { [block.borders]: block.cells.map((cell) => cell.text) },
  );
}
