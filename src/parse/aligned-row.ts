/**
 * A row whose cells stand under their headings: a head with its fields, what wraps out of the row above, or a text over
 * the table's width. In: a row block and its columns' roles. Out: items.
 */
import { ragOfColour } from "../language/colours.js";
import { labelOf } from "../language/labels.js";
import type { Cell, RowBlock } from "../model/block.js";
import type { ColumnRole } from "../schema/profile.js";
import type { Rag } from "../schema/values.js";
import type { Context } from "./context.js";
import { emptyRowHead, type Item, type TextItem } from "./item.js";
import type { Roles } from "./table-heading.js";

export function textItems(text: string, block: number, wrapped: boolean): TextItem[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line, at) => ({
      kind: "text",
      text: line.trim(),
      block,
      apart: at === 0 && !wrapped,
      cells: null,
      wrapped,
    }));
}

/** Text of an update's own cell: the row's title does not go on with it. */
export const updateItems = (text: string, block: number, wrapped: boolean): Item[] =>
  textItems(text, block, wrapped).map((item) => ({ ...item, inUpdate: true }));

/** The text of a row with one filled cell, or null. */
export function onlyCell(block: RowBlock): string | null {
  const filled = block.cells.filter((cell) => cell.text !== "");
  return filled.length === 1 ? (filled[0]?.text ?? null) : null;
}

/** A row of one filled cell: an update over the table's width, or what wrapped out of the row above. */
export function fullWidth(context: Context, text: string, index: number, roles: Roles | null, block: RowBlock): Item[] {
  const at = block.cells.findIndex((cell) => cell.text !== "");
  // A cell over several columns stands under no one heading.
  const role = (block.cells[at]?.span ?? 1) > 1 ? null : (roles?.[at] ?? null);
  const inColumn = block.borders === "spaced" || (at > 0 && block.place.page !== null);
  const wraps = inColumn && context.update.read(text) === null;
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

export function alignedRow(context: Context, block: RowBlock, index: number, roles: Roles): Item[] {
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
  const shared = number === "" ? labelOf(coverOf(block, roles, "number")) : null;
  const numbered = roles.includes("number");
  const colour = paintedStatus(block, roles);
  const hasStatus = statusCell !== "" || colour !== null;
  const lostNumber =
    label === null &&
    titleCell !== "" &&
    (numbered && shared === null ? organisation !== "" && hasStatus : hasStatus || (!numbered && organisation !== ""));
  if (label === null && !lostNumber)
    return [
      {
        kind: "more",
        title: titleCell || null,
        organisations: organisation || null,
        status: statusCell || null,
        colour,
        block: index,
      },
      ...textItems(number, index, wrapped),
      ...updateItems(update, index, wrapped),
    ];
  const head = emptyRowHead();
  head.number = label ?? shared;
  if (shared !== null) head.reasons.add("number-shared");
  head.colour = colour;
  const cover = organisation === "" ? coverOf(block, roles, "organisation") : "";
  const named = organisation === "" ? cover : organisation;
  if (cover !== "") head.reasons.add("organisation-shared");
  const lineEnds = organisation === "" ? undefined : block.cells[roles.indexOf("organisation")]?.lineEnds;
  head.organisations = context.organisations.readCell(named, lineEnds);
  if (head.organisations?.unsure === true) head.reasons.add("organisation-unsure");
  head.organisationsRaw = named === "" ? null : named;
  if (head.organisations !== null && head.organisations.value !== head.organisations.raw)
    head.repairs.push({ field: "organisations", raw: head.organisations.raw, value: head.organisations.value });
  let title = joinWrapped(titleCell);
  head.status = context.status.read(statusCell.replace(/\s*\n\s*/g, " "));
  head.statusRaw = statusCell === "" ? null : statusCell.replace(/\s*\n\s*/g, " ");
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
  return [{ kind: "head", head, block: index }, ...updateItems(update, index, wrapped)];
}

/** Text of a cell over several rows that covers a row's place under a heading: it holds for each of them. */
function coverOf(block: RowBlock, roles: Roles, role: ColumnRole): string {
  return block.cells[roles.indexOf(role)]?.above ?? "";
}

/**
 * The status that the status cell's own colour stands for: its ground, or its words' ink. A ground that the whole row
 * has is the table's pattern and says nothing.
 */
function paintedStatus(block: RowBlock, roles: Roles): Rag | null {
  const at = roles.indexOf("status");
  const cell: Cell | undefined = at < 0 ? undefined : block.cells[at];
  if (cell === undefined) return null;
  const others = block.cells.filter((other, index) => index !== at && (other.text !== "" || other.bbox !== undefined));
  const ground = cell.fill ?? null;
  const shared = others.length > 0 && others.every((other) => (other.fill ?? null) === ground);
  const painted = ground === null || shared ? null : ragOfColour(ground);
  return painted ?? (cell.colour === undefined || cell.colour === null ? null : ragOfColour(cell.colour));
}

/** A cell's wrapped lines as one: a hyphen at a line's end stays, as it may be the word's own. */
export function joinWrapped(text: string): string {
  return text
    .replace(/(\p{L}-)\s*\n\s*(?=\p{L})/gu, "$1")
    .replace(/\s*\n\s*/g, " ")
    .trim();
}
