/**
 * Deliverables set in boxes of their own: number and title on top, "Lead: FORCE" and the text below, with no column
 * headings. In: blocks. Out: the same, where such a box's text is lines, as a typed list has them.
 */
import type { Block, LineBlock, RowBlock } from "../model/block.js";
import type { Profile } from "../schema/profile.js";
import { type Grammar, grammarOf, labelledValues } from "./typed-labels.js";

/** Boxes that make a list of deliverables, at least. */
const FEWEST = 2;

/** Blocks with the text of their cards in lines; the blocks themselves where they hold none. */
export function withCards(blocks: readonly Block[], profile: Profile): readonly Block[] {
  const grammar = grammarOf(profile);
  const labelled = blocks.filter((block) => block.kind === "row" && isDrawn(block) && holdsLabel(block, grammar));
  if (labelled.length < FEWEST) return blocks;
  return blocks.flatMap((block) => (block.kind === "row" && isDrawn(block) ? linesOf(block) : [block]));
}

const isDrawn = ({ borders, place }: RowBlock): boolean => borders === "sure" && place.page !== null;

function holdsLabel({ cells }: RowBlock, grammar: Grammar): boolean {
  return cells.some(({ text }) =>
    text
      .split("\n")
      .some((line) =>
        labelledValues(line, grammar)?.some(({ role, value }) => role === "organisation" && value !== ""),
      ),
  );
}

/** A row of one filled cell as lines; one of several stays a row. */
function linesOf(row: RowBlock): Block[] {
  const filled = row.cells.filter((cell) => cell.text !== "");
  const [only] = filled;
  if (only === undefined || filled.length > 1) return [row];
  return only.text.split("\n").map(
    (text, at): LineBlock => ({
      kind: "line",
      text,
      indent: 0,
      gapBefore: at === 0 && row.gapBefore,
      pageStart: at === 0 && row.pageStart,
      place: row.place,
    }),
  );
}
