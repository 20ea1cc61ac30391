/**
 * A status key that is printed among a report's rows or after them: "Key: O = on course (Green); B = behind (Amber)". In: the blocks
 * of the rows. Out: those that hold the key. Between rows, a word such as "Key" must announce it: an update may speak of several colours.
 */
import type { Block } from "../../model/block.js";
import type { StatusReader } from "../status.js";
import { type DefinitionLine, definitionLine, FEWEST_DEFINITIONS, type LabelMeaning } from "./definition-line.js";
import { announcesKey } from "./definitions.js";
import { isColour, isSign, namesColour } from "./key-meaning.js";

const NONE: DefinitionLine = { found: [], isAnnounced: false };

/** @param skip blocks that belong to something else */
export function keyAmongRows(
  blocks: readonly Block[],
  { from, to, skip }: { readonly from: number; readonly to: number; readonly skip: ReadonlySet<number> },
  status: StatusReader,
): ReadonlySet<number> {
  const key = new Set<number>();
  const lastRow = blocks.slice(from, to).findLastIndex(({ kind }) => kind === "row");
  const afterRows = lastRow < 0 ? to : from + lastRow + 1;
  let run: number[] = [];
  let found: LabelMeaning[] = [];
  let isAnnounced = false;
  const close = (): void => {
    const isKey = isAnnounced || (run[0] ?? 0) >= afterRows;
    if (isKey && new Set(found.map(({ label }) => label)).size >= FEWEST_DEFINITIONS)
      for (const index of run) key.add(index);
    [run, found, isAnnounced] = [[], [], false];
  };
  for (let index = from; index < to; index += 1) {
    const block = blocks[index];
    if (block === undefined || skip.has(index)) continue;
    const { found: own, isAnnounced: announced } = block.kind === "line" ? definitionLine(block.text) : NONE;
    const defined = own.filter((each) => saysStatus(each, status));
    if (own.length === 0 || defined.length < own.length) close();
    const heads = announcesKey(block);
    if (defined.length > 0 || heads) run.push(index);
    isAnnounced ||= announced || heads;
    found.push(...defined);
  }
  close();
  return key;
}

/** Whether a definition is one of a status beyond doubt: a letter or word for a colour, or a colour. */
const saysStatus = ({ label, meaning }: LabelMeaning, status: StatusReader): boolean =>
  isColour(label, status) || namesColour(meaning, status) || (isSign(label) && status.readLabel(meaning) !== null);
