/**
 * A status key that is printed among a report's rows or after them: "Key: O = on course (Green); B = behind (Amber)", or a table of
 * colours beside what they mean. In: the blocks of the rows. Out: those that hold the key. Between rows, a word such as "Key" must
 * announce it: an update may speak of several colours.
 */
import type { Block, Cell } from "../../model/block.js";
import type { Context } from "../context.js";
import type { StatusReader } from "../status.js";
import { definitionLine, FEWEST_DEFINITIONS, type LabelMeaning } from "./definition-line.js";
import { announcesKey, definitionInRow, isHeadingOfKey } from "./definitions.js";
import { isColour, isSign, namesColour } from "./key-meaning.js";

/** What a block says as a part of a key. */
interface KeyPart {
  readonly holds: "key" | "heading" | "none";
  /** What tells its labels from others: their text, or the colour of a cell without one. */
  readonly names: readonly string[];
  /** Whether it continues the key above it. */
  readonly continues: boolean;
  readonly isAnnounced: boolean;
}

/** Most cells of a row of a key: a label or colour, its meaning and a further word. */
const MOST_CELLS = 3;

const NONE: KeyPart = { holds: "none", names: [], continues: false, isAnnounced: false };

/** @param skip blocks that belong to something else */
export function keyAmongRows(
  { blocks, headings, status }: Pick<Context, "blocks" | "headings" | "status">,
  { from, to, skip }: { readonly from: number; readonly to: number; readonly skip: ReadonlySet<number> },
): ReadonlySet<number> {
  const parts: PlacedPart[] = [];
  let columns = 0;
  for (let index = from; index < to; index += 1) {
    const block = blocks[index];
    if (block === undefined || skip.has(index)) continue;
    columns = headings.get(index)?.columns.length ?? columns;
    const above = parts.at(-1);
    const part = continuesRows(block, above) ? NONE : partOf(block, columns, status);
    parts.push({ index, isRow: block.kind === "row", part });
  }
  const lastRow = parts.findLast(({ isRow, part }) => isRow && part.holds === "none")?.index ?? to;
  const keys = runsOf(parts).filter((run) => isKey(run, lastRow));
  return new Set(keys.flatMap((run) => run.map(({ index }) => index)));
}

/** Whether parts are a key: they define several labels, after the rows or below a word that announces them. */
const isKey = (run: readonly PlacedPart[], lastRow: number): boolean =>
  (run.some(({ part }) => part.isAnnounced) || (run[0]?.index ?? 0) > lastRow) &&
  new Set(run.flatMap(({ part }) => part.names)).size >= FEWEST_DEFINITIONS;

interface PlacedPart {
  readonly index: number;
  readonly isRow: boolean;
  readonly part: KeyPart;
}

/** Whether a row continues the table of rows above it, though its last cells are missing: a key has a table of its own. */
const continuesRows = (block: Block, above: PlacedPart | undefined): boolean =>
  block.kind === "row" && !block.gapBefore && above?.isRow === true && above.part.holds === "none";

/** Parts that follow one another and may be one key. */
function runsOf(parts: readonly PlacedPart[]): PlacedPart[][] {
  const runs: PlacedPart[][] = [[]];
  for (const each of parts) {
    if (!each.part.continues) runs.push([]);
    if (each.part.holds !== "none") runs.at(-1)?.push(each);
  }
  return runs;
}

function partOf(block: Block, columns: number, status: StatusReader): KeyPart {
  if (block.kind === "row")
    return block.borders !== "loose" && block.cells.length < columns ? rowPart(block, status) : NONE;
  const { found, isAnnounced } = definitionLine(block.text);
  const defined = found.filter((each) => saysStatus(each, status));
  const heads = announcesKey(block);
  return {
    holds: defined.length > 0 ? "key" : heads ? "heading" : "none",
    names: defined.map(({ label }) => label),
    continues: found.length > 0 && defined.length === found.length,
    isAnnounced: isAnnounced || heads,
  };
}

/** Whether a line defines several statuses and nothing else. */
export function holdsKey(text: string, status: StatusReader): boolean {
  const { found } = definitionLine(text);
  return found.length >= FEWEST_DEFINITIONS && found.every((each) => saysStatus(each, status));
}

/** A row of a table with fewer columns than the report's: a label or a colour, and its meaning; or what heads them. */
function rowPart(block: Block & { readonly kind: "row" }, status: StatusReader): KeyPart {
  if (block.cells.filter(isFilled).length > MOST_CELLS) return NONE;
  if (isHeadingOfKey(block.cells)) return { ...NONE, holds: "heading", continues: true };
  const found = definitionInRow(block.cells);
  if (found === null) return NONE;
  const { label, painted } = found;
  if (label === "" ? painted === null : !(saysStatus(found, status) || namesLetter(found, status))) return NONE;
  return { ...NONE, holds: "key", names: [label === "" ? `painted ${painted}` : label], continues: true };
}

const isFilled = ({ text, fill }: Cell): boolean => text.trim() !== "" || (fill ?? null) !== null;

/** "A | Late": a letter of the scale beside a few words, which alone in a row of a small table say what it means. */
const namesLetter = ({ label, meaning }: LabelMeaning, status: StatusReader): boolean =>
  isSign(label) && status.read(label)?.source === "letter" && FEW_WORDS.test(meaning);

const FEW_WORDS = /^\p{L}[\p{L}'’-]*(?:\s[\p{L}'’-]+){0,4}$/u;

/** Whether a definition is one of a status beyond doubt: a letter or word for a colour, or a colour. */
const saysStatus = ({ label, meaning }: LabelMeaning, status: StatusReader): boolean =>
  isColour(label, status) || namesColour(meaning, status) || (isSign(label) && status.readLabel(meaning) !== null);
