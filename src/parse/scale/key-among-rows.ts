/**
 * A status key that is printed among a report's rows or after them: "Key: O = on course (Green); B = behind (Amber)". In: the blocks
 * of the rows. Out: those that hold the key. A line of an update that defines no two statuses is none.
 */
import type { Block } from "../../model/block.js";
import type { StatusReader } from "../status.js";
import { FEWEST_DEFINITIONS, type LabelMeaning } from "./definition-line.js";
import { announcesKey, definitionsInLine } from "./definitions.js";
import { isColour, isSign, namesColour } from "./key-meaning.js";

/** @param skip blocks that belong to something else */
export function keyAmongRows(
  blocks: readonly Block[],
  { from, to, skip }: { readonly from: number; readonly to: number; readonly skip: ReadonlySet<number> },
  status: StatusReader,
): ReadonlySet<number> {
  const key = new Set<number>();
  let run: number[] = [];
  let found: LabelMeaning[] = [];
  const close = (): void => {
    if (new Set(found.map(({ label }) => label)).size >= FEWEST_DEFINITIONS) for (const index of run) key.add(index);
    [run, found] = [[], []];
  };
  for (let index = from; index < to; index += 1) {
    const block = blocks[index];
    if (block === undefined || skip.has(index)) continue;
    const own = block.kind === "line" ? definitionsInLine(block.text) : [];
    const defined = own.filter((each) => saysStatus(each, status));
    if (own.length === 0 || defined.length < own.length) close();
    if (defined.length > 0 || announcesKey(block)) run.push(index);
    found.push(...defined);
  }
  close();
  return key;
}

/** Whether a definition is one of a status beyond doubt: a letter or word for a colour, or a colour. */
const saysStatus = ({ label, meaning }: LabelMeaning, status: StatusReader): boolean =>
  isColour(label, status) || namesColour(meaning, status) || (isSign(label) && status.readLabel(meaning) !== null);
