/**
 * A row in the making. In: heads and pieces of heads, in printed order. Out: the printed row, with what was put together
 * kept in its repairs.
 */
import { onOneLine } from "../language/spaces.js";
import type { Place } from "../model/block.js";
import { coverPlaces } from "../model/place.js";
import type { PrintedRow } from "../model/printed.js";
import type { PlacedField } from "../schema/column-tables.js";
import type { Context } from "./context.js";
import { emptyRowHead, type Item, type RowHead, type TextItem } from "./item.js";

const NOWHERE: Place = { page: null, lineFirst: null, lineLast: null, bbox: null };

/** Where a block is in the source. */
export function placeOf(context: Context, block: number): Place {
  return context.blocks[block]?.place ?? NOWHERE;
}

/** Where a line under a row is in the source. */
export const placeOfLine = (context: Context, { place, block }: TextItem): Place => place ?? placeOf(context, block);

/** Adds to where a field of a row is printed. */
export function addPlace({ places }: PrintedRow, field: PlacedField, place: Place | undefined): void {
  const before = places[field];
  if (place !== undefined) places[field] = before === undefined ? place : coverPlaces(before, place);
}

/** Whether text is in a cell that a page's rules close off: it never continues another cell's. */
export function isOwnCell(context: Context, index: number): boolean {
  const block = context.blocks[index];
  return block?.kind === "row" && block.borders === "sure" && block.place.page !== null;
}

/** A row as its head says, without updates yet. */
export function rowOf(head: RowHead, place: Place): PrintedRow {
  return {
    number: head.number,
    numberSource: head.number === null ? null : "printed",
    organisations: [...(head.organisations?.codes ?? [])],
    organisationKinds: [...(head.organisations?.kinds ?? [])],
    organisationsRaw: head.organisationsRaw,
    title: head.title,
    rag: head.status?.rag ?? head.colour,
    ragRaw: head.statusRaw,
    ragSource: head.status?.source ?? (head.colour === null ? null : "colour"),
    ragColour: head.colour,
    updates: [],
    others: [...head.others],
    statuses: [...head.statuses],
    group: head.group,
    reasons: [...head.reasons],
    repairs: [...head.repairs],
    place,
    places: { ...head.places },
  };
}

/**
 * The head of a row that has its own title and status and no number, where that is under a row with a status; else null. The
 * number is known where the row says whose continuation it is.
 */
export function headWithoutNumber(
  context: Context,
  { title, organisations, status, colour = null, others = [], continues = "", places }: Extract<Item, { kind: "more" }>,
): RowHead | null {
  const read = status === null ? null : context.status.read(onOneLine(status));
  if (title === null || read === null || status === null) return null;
  return {
    ...emptyRowHead(),
    number: continues === "" ? null : continues,
    title: onOneLine(title),
    organisations: organisations === null ? null : context.organisations.readCell(organisations),
    organisationsRaw: organisations,
    status: read,
    statusRaw: onOneLine(status),
    colour,
    others: [...others],
    places,
  };
}

/** Reads a row's status as printed at a place of a block, and takes it. */
export function setStatus(context: Context, row: PrintedRow, raw: string, block: number, place: Place): void {
  const status = context.status.read(raw);
  row.ragRaw = raw;
  row.rag = status?.rag ?? null;
  row.ragSource = status?.source ?? null;
  row.places.rag = place;
  context.ledger.take(block, raw);
}
