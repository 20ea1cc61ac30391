/**
 * Items from table rows: by their columns where borders can be trusted, by evidence where they cannot. Lines between
 * the rows are text.
 */
import { labelOf, plainNumber } from "../language/labels.js";
import { onOneLine } from "../language/spaces.js";
import type { Block, RowBlock } from "../model/block.js";
import { alignedRow, fullWidth, onlyCell, textItems } from "./aligned-row.js";
import type { Context } from "./context.js";
import type { Item, RowHead } from "./item.js";
import { HEAD_EVIDENCE, readLooseHead } from "./loose-row.js";
import { isTitleLike } from "./plan-title.js";
import { goesOn } from "./row-draft.js";
import type { Roles } from "./table-heading.js";

const STRAY = /^[\d\s.,|-]+$/;

/** Learns the codes that stand alone in the organisation's column, so that they are known where they are fused. */
export function learnOrganisations(context: Context, from: number, to: number): void {
  let column = 1;
  for (let index = from; index < to; index += 1) {
    const block = context.blocks[index];
    if (block?.kind !== "row") continue;
    const cells = block.cells.map((cell) => cell.text);
    const heading = context.headings.get(index);
    if (heading !== undefined) column = heading.roles.indexOf("organisation");
    else if (column >= 0 && cells.length > 2 && (cells[0] === "" || labelOf(cells[0] ?? "") !== null)) {
      const cell = cells[column] ?? "";
      if (cell.length <= 40 && context.organisations.isCodes(cell)) context.organisations.learn(cell);
    }
  }
}

export function itemsInTables(context: Context, from: number, to: number, skip: ReadonlySet<number>): Item[] {
  const { blocks, ledger } = context;
  const items: Item[] = [];
  let roles: Roles | null = null;
  let lastNumber: number | null = null;
  let started = false;
  /** Whether lines are no row's: its text stands in its own cell above them. */
  let outside = false;
  /** The number before the head right above, while nothing has come under it: its lower half may follow. */
  let half: { last: number | null; head: RowHead } | null = null;

  for (let index = from; index < to; index += 1) {
    const block = blocks[index];
    if (block === undefined || skip.has(index)) continue;
    if (block.kind === "row") outside = false;
    const heading = context.headings.get(index);
    if (heading !== undefined) {
      roles = heading.roles;
      started = true;
      for (let at = index; at < index + heading.length; at += 1) ledger.setAsideWhole(at, "column-heading");
      index += heading.length - 1;
      continue;
    }
    if (block.kind === "line") {
      outside = outside || standsOutside(blocks, index, roles);
      if (outside) ledger.setAsideWhole(index, "unassigned");
      else items.push(lineItem(block, index));
      half = null;
      continue;
    }
    const aligned = roles !== null && block.borders !== "loose" && block.cells.length === roles.length;
    const only = block.borders === "loose" ? null : onlyCell(block);
    const produced: Item[] =
      only !== null && labelOf(only) === null
        ? fullWidth(context, only, index, aligned ? roles : null, block)
        : aligned && roles !== null
          ? alignedRow(context, block, index, roles)
          : looseRow(context, block, index, {
              roles,
              last: lastNumber,
              above: half?.last ?? null,
              started,
              upper: half?.head ?? null,
              endsTable: index === to - 1 && !isListed(blocks[index - 1]),
            });
    for (const item of produced) {
      items.push(item);
      half = item.kind === "head" ? { last: half === null ? lastNumber : half.last, head: item.head } : null;
      if (item.kind === "head") {
        started = true;
        lastNumber = plainNumber(item.head.number) ?? (lastNumber === null ? null : lastNumber + 1);
      }
    }
  }
  return items;
}

/**
 * Whether a line on a page is parted from a ruled table above it in which the last row has its update in its own cell:
 * the line belongs to the page and not to that row.
 */
function standsOutside(blocks: readonly Block[], index: number, roles: Roles | null): boolean {
  const [line, above] = [blocks[index], blocks[index - 1]];
  if (line?.kind !== "line" || !line.gapBefore || above?.kind !== "row" || above.borders !== "sure") return false;
  const at = roles?.indexOf("update") ?? -1;
  return line.place.page !== null && line.place.page === above.place.page && (above.cells[at]?.text ?? "") !== "";
}

function lineItem(block: Block & { kind: "line" }, index: number): Item {
  return {
    kind: "text",
    text: block.text.replace(/ {2,}/g, " "),
    block: index,
    apart: block.gapBefore,
    cells: null,
    wrapped: true,
  };
}

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

function looseRow(context: Context, block: RowBlock, index: number, state: LooseState): Item[] {
  const { blocks, ledger } = context;
  const cells = block.cells.map((cell) => onOneLine(cell.text));
  const filled = cells.filter((cell) => cell !== "");
  const joined = filled.join(" ");
  if (STRAY.test(joined) && !(labelOf(filled[0] ?? "") !== null && filled.length === 1)) {
    ledger.setAsideWhole(index, "stray");
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
      if (isHead) return [{ kind: "head", head: found.head, block: index }, ...textItems(found.update, index, false)];
    }
  }
  return [{ kind: "text", text: joined, block: index, apart: block.gapBefore, cells, wrapped: false }];
}

/** Whether a row is a label and a text: an item of a list within an update. */
function isListed(block: Block | undefined): boolean {
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
