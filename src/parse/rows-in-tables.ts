/**
 * Items from table rows: by their columns where borders can be trusted, by evidence where they cannot. Lines between
 * the rows are text.
 */
import { labelOf, plainNumber } from "../language/labels.js";
import { onOneLine } from "../language/spaces.js";
import type { Block, RowBlock } from "../model/block.js";
import type { ColumnRole } from "../schema/profile.js";
import type { Context } from "./context.js";
import { emptyRowHead, type Item, type RowHead } from "./item.js";
import { HEAD_EVIDENCE, readLooseHead } from "./loose-row.js";
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
  /** The number before the head right above, while nothing has come under it: its lower half may follow. */
  let half: { last: number | null } | null = null;

  for (let index = from; index < to; index += 1) {
    const block = blocks[index];
    if (block === undefined || skip.has(index)) continue;
    const heading = context.headings.get(index);
    if (heading !== undefined) {
      roles = heading.roles;
      started = true;
      for (let at = index; at < index + heading.length; at += 1) ledger.setAsideWhole(at, "column-heading");
      index += heading.length - 1;
      continue;
    }
    if (block.kind === "line") {
      items.push(lineItem(block, index));
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
              half: half !== null,
            });
    for (const item of produced) {
      items.push(item);
      half = item.kind === "head" ? { last: half === null ? lastNumber : half.last } : null;
      if (item.kind === "head") {
        started = true;
        lastNumber = plainNumber(item.head.number) ?? (lastNumber === null ? null : lastNumber + 1);
      }
    }
  }
  return items;
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

function textItems(text: string, block: number, wrapped: boolean): Item[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line, at) => ({ kind: "text", text: line.trim(), block, apart: at === 0 && !wrapped, cells: null, wrapped }));
}

/** The text of a row with one filled cell, or null. */
function onlyCell(block: RowBlock): string | null {
  const filled = block.cells.filter((cell) => cell.text !== "");
  return filled.length === 1 ? (filled[0]?.text ?? null) : null;
}

/** A row of one filled cell: an update over the table's width, or what wrapped out of the row above. */
function fullWidth(context: Context, text: string, index: number, roles: Roles | null, block: RowBlock): Item[] {
  const role = roles?.[block.cells.findIndex((cell) => cell.text !== "")] ?? null;
  const wraps = block.borders === "spaced" && context.update.read(text) === null;
  if (role === "status" || (wraps && (role === "title" || role === "organisation")))
    return [
      {
        kind: "more",
        title: role === "title" ? text : null,
        organisations: role === "organisation" ? text : null,
        status: role === "status" ? text : null,
        block: index,
      },
    ];
  return textItems(text, index, isWrapped(block));
}

/** Whether a cell's line breaks are the page's: marked-up cells break where their author did. */
const isWrapped = (block: RowBlock): boolean => block.borders === "spaced" || block.place.page !== null;

function alignedRow(context: Context, block: RowBlock, index: number, roles: Roles): Item[] {
  const cell = (role: ColumnRole): string =>
    roles
      .flatMap((found, at) => (found === role ? [block.cells[at]?.text ?? ""] : []))
      .filter((text) => text !== "")
      .join("\n");
  const wrapped = isWrapped(block);
  const [number, organisation, titleCell, statusCell, update] = [
    cell("number"),
    cell("organisation"),
    cell("title"),
    cell("status"),
    cell("update"),
  ];
  const label = labelOf(number);
  const numbered = roles.includes("number");
  const lostNumber =
    label === null &&
    titleCell !== "" &&
    (numbered ? organisation !== "" && statusCell !== "" : statusCell !== "" || organisation !== "");
  if (label === null && !lostNumber)
    return [
      {
        kind: "more",
        title: titleCell || null,
        organisations: organisation || null,
        status: statusCell || null,
        block: index,
      },
      ...textItems([number, update].filter((text) => text !== "").join("\n"), index, wrapped),
    ];
  const head = emptyRowHead();
  head.number = label;
  head.organisations = context.organisations.readCell(organisation);
  head.organisationsRaw = organisation === "" ? null : organisation;
  if (head.organisations !== null && head.organisations.value !== head.organisations.raw)
    head.repairs.push({ field: "organisations", raw: head.organisations.raw, value: head.organisations.value });
  let title = joinWrapped(titleCell);
  head.status = context.status.read(onOneLine(statusCell));
  head.statusRaw = statusCell === "" ? null : onOneLine(statusCell);
  if (statusCell === "" && block.borders === "spaced" && roles.includes("status")) {
    const trailing = context.status.readTrailing(title);
    if (trailing !== null) {
      head.status = trailing.status;
      head.statusRaw = trailing.letter;
      head.repairs.push({ field: "rag", raw: title, value: trailing.letter });
      title = trailing.title;
    }
  }
  if (!numbered && label === null) {
    const own = /^(\d{1,3}[a-z]?)[.):]?\s+(?=\S)/.exec(title);
    if (own?.[1] !== undefined) {
      head.number = own[1];
      title = title.slice(own[0].length);
    }
  }
  head.title = title === "" ? null : title;
  if (number !== "" && label === null) context.ledger.setAside(index, number, "unassigned");
  return [{ kind: "head", head, block: index }, ...textItems(update, index, wrapped)];
}

/** A cell's wrapped lines as one: a hyphen at a line's end stays, as it may be the word's own. */
export function joinWrapped(text: string): string {
  return text.includes("\n") ? onOneLine(text.replace(/(\p{L}-)\s*\n\s*(?=\p{L})/gu, "$1")).trim() : text.trim();
}

interface LooseState {
  readonly roles: Roles | null;
  readonly last: number | null;
  /** Whether a heading or a row came before. */
  readonly started: boolean;
  /** Whether the row right above is a head with nothing under it, and the number before that. */
  readonly half: boolean;
  readonly above: number | null;
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
    const found = readLooseHead(cells, state.roles, state.last, follows, context);
    if (found !== null) {
      const isHead =
        found.evidence >= HEAD_EVIDENCE ||
        (state.half && isLowerHalf(found.head) && comesNext(found.head, state)) ||
        (found.upperHalf && state.started && (follows || lowerHalfFollows(context, next, state)));
      if (isHead) return [{ kind: "head", head: found.head, block: index }, ...textItems(found.update, index, false)];
    }
  }
  return [{ kind: "text", text: joined, block: index, apart: block.gapBefore, cells, wrapped: false }];
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

const isLowerHalf = (head: RowHead): boolean =>
  head.number !== null && head.status === null && /^\p{Ll}/u.test(head.title ?? "");

/** Whether the next row has the number and the rest of a title whose beginning stands above it. */
function lowerHalfFollows(context: Context, next: Block | undefined, state: LooseState): boolean {
  if (next?.kind !== "row") return false;
  const cells = next.cells.map((cell) => cell.text);
  const below = readLooseHead(cells, state.roles, state.last, true, context);
  return below !== null && isLowerHalf(below.head);
}
