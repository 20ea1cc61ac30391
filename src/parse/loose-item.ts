/**
 * A table's row whose borders cannot be trusted, among the rows around it. In: its block, and what came before. Out: a head
 * where its cells bear one out, else text under the row above.
 */
import { labelOf, plainNumber } from "../language/labels.js";
import { onOneLine } from "../language/spaces.js";
import type { Block, RowBlock } from "../model/block.js";
import { updateItems } from "./aligned-row.js";
import type { Context } from "./context.js";
import { isTitleLike } from "./header/plan-title.js";
import type { Item, RowHead } from "./item.js";
import { HEAD_EVIDENCE, readLooseHead } from "./loose-row.js";
import { goesOn } from "./row-draft.js";
import type { Roles } from "./table-heading.js";

const STRAY = /^[\d\s.,|-]+$/;

interface LooseState {
  readonly roles: Roles | null;
  readonly last: number | null;
  /** Whether a heading or a row came before. */
  readonly started: boolean;
  /** The head right above with nothing under it, and the number before that. */
  readonly upper: RowHead | null;
  readonly above: number | null;
  /** Whether it is the last block, and the one before it no item of a numbered list. */
  readonly endsTable: boolean;
}

export function looseRow(context: Context, block: RowBlock, index: number, state: LooseState): Item[] {
  const { blocks, ledger } = context;
  const cells = block.cells.map((cell) => onOneLine(cell.text));
  const filled = cells.filter((cell) => cell !== "");
  const joined = filled.join(" ");
  if (STRAY.test(joined) && !(labelOf(filled[0] ?? "") !== null && filled.length === 1)) {
    ledger.setBlockAside(index, "stray");
    return [];
  }
  const next = blocks[index + 1];
  const follows = next === undefined ? false : startsUpdate(context, next);
  if (context.update.read(joined) === null) {
    const found = readLooseHead(...numberFirst(cells, state.roles), state.last, follows, context);
    if (found !== null) {
      const isHead =
        found.evidence >= HEAD_EVIDENCE ||
        (state.endsTable && isLastRow(found.head, cells, state)) ||
        (state.upper !== null && isLowerHalf(found.head, state.upper) && comesNext(found.head, state)) ||
        (found.upperHalf && state.started && (follows || lowerHalfFollows(context, next, state, found.head)));
      if (isHead) return [{ kind: "head", head: found.head, block: index }, ...updateItems(found.update, index, false)];
    }
  }
  const text = { kind: "text", block: index, apart: block.gapBefore, wrapped: false } as const;
  const update = besideOthers(cells, state.roles);
  if (update === null) return [{ ...text, text: joined, cells }];
  ledger.setRestAside(index, "unassigned");
  return update === "" ? [] : [{ ...text, text: update, cells: null }];
}

/**
 * The update of a row that goes on from the one above in the columns of updates and of what is known or unknown beside
 * them ("Next steps"); empty where it goes on in those alone, null where its cells cannot be told by their columns.
 */
function besideOthers(cells: readonly string[], roles: Roles | null): string | null {
  // Empty cells at a line's end may be gone.
  if (roles === null || cells.length > roles.length || cells[0] !== "" || !roles.includes("update")) return null;
  const filled = roles.filter((_, at) => (cells[at] ?? "") !== "");
  const isBeside = filled.every((role) => role === "update" || role === "other" || role === null);
  return isBeside && filled.some((role) => role !== "update") ? (cells[roles.indexOf("update")] ?? "") : null;
}

/** Whether a row is a label and a text: an item of a list within an update. */
export function isListed(block: Block | undefined): boolean {
  const filled = block?.kind === "row" ? block.cells.filter((cell) => cell.text !== "") : [];
  return filled.length === 2 && labelOf(filled[0]?.text ?? "") !== null;
}

/** The next number and a title alone, at the end of all rows: nothing below could bear it out. */
function isLastRow({ number, title }: RowHead, cells: readonly string[], { last }: LooseState): boolean {
  const filled = cells.filter((cell) => cell !== "");
  return last !== null && filled.length === 2 && plainNumber(number) === last + 1 && isTitleLike(title ?? "");
}

/** Cells and roles with the number first, where the status's column comes before it. */
function numberFirst(cells: readonly string[], roles: Roles | null): [readonly string[], Roles | null] {
  if (roles?.[0] !== "status" || roles[1] !== "number") return [cells, roles];
  const swapped = <Each>([first, second, ...rest]: readonly Each[]): Each[] =>
    first === undefined || second === undefined ? [] : [second, first, ...rest];
  return [swapped(cells), swapped(roles)];
}

function startsUpdate(context: Context, block: Block): boolean {
  const text =
    block.kind === "line"
      ? block.text
      : block.cells
          .map((cell) => cell.text)
          .filter((cell) => cell !== "")
          .join(" ");
  return context.update.read(text) !== null;
}

/** Whether a lower half's number follows on from the row before its upper half: that one's own may be misread. */
const comesNext = (head: RowHead, { last, above }: LooseState): boolean => {
  const number = plainNumber(head.number);
  return (
    number !== null &&
    (above === null || number > above) &&
    (last === null || number >= last || (above !== null && number === above + 1))
  );
};

/** Whether a head goes on with the one above: with the rest of its title, or with just what that one lacks. */
function isLowerHalf(head: RowHead, upper: RowHead): boolean {
  if (head.number === null || head.status !== null) return false;
  const complements =
    upper.number === null && upper.organisationsRaw === null && upper.status !== null && head.organisations !== null;
  return goesOn(upper.title, head.title) || complements;
}

/** Whether the next row has the number and the rest of a title whose beginning stands above it. */
function lowerHalfFollows(context: Context, next: Block | undefined, state: LooseState, upper: RowHead): boolean {
  if (next?.kind !== "row") return false;
  const cells = next.cells.map((cell) => cell.text);
  const below = readLooseHead(cells, state.roles, state.last, true, context);
  return below !== null && isLowerHalf(below.head, upper);
}
