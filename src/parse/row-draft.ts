/**
 * A row in the making. In: heads and pieces of heads, in printed order. Out: the printed row, with what was put together
 * kept in its repairs.
 */
import { isUnfinished } from "../language/sentences.js";
import { onOneLine } from "../language/spaces.js";
import type { Place } from "../model/block.js";
import { coverPlaces } from "../model/place.js";
import type { PrintedRow } from "../model/printed.js";
import type { Context } from "./context.js";
import { emptyRowHead, type Item, type RowHead } from "./item.js";

const NOWHERE: Place = { page: null, lineFirst: null, lineLast: null, bbox: null };

/** Where a block stands in the source. */
export function placeOf(context: Context, block: number): Place {
  return context.blocks[block]?.place ?? NOWHERE;
}

/** Whether text is in a cell that a page's rules close off: it never goes on with another cell's. */
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
  };
}

/**
 * The head of a row that has its own title and status and no number, where that is under a row with a status; else null. The
 * number is known where the row says whose continuation it is.
 */
export function headWithoutNumber(
  context: Context,
  { title, organisations, status, colour = null, others = [], continues = "" }: Extract<Item, { kind: "more" }>,
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
  };
}

/** Whether a title goes on with the one below: that begins in lower case, or this one cannot end as it does. */
export function goesOn(upper: string | null, lower: string | null): boolean {
  return upper !== null && lower !== null && (/^\p{Ll}/u.test(lower) || isUnfinished(upper));
}

/** Whether a head has just what the row above lacks: a number and a code for a title and a status. */
export function completes(row: PrintedRow, head: RowHead): boolean {
  return (
    row.number === null &&
    row.organisationsRaw === null &&
    row.ragRaw !== null &&
    head.number !== null &&
    head.organisations !== null &&
    head.statusRaw === null
  );
}

/** The lower half of a head split over two lines: its number and code are the ones that were read last. */
export function mergeHead(context: Context, row: PrintedRow, head: RowHead, block: number): void {
  const upper = row.title ?? "";
  const title = [row.title, head.title].filter((part) => part !== null).join(" ");
  row.repairs.push(...head.repairs, { field: "title", raw: `${upper}\n${head.title ?? ""}`, value: title });
  row.title = title;
  if (head.number !== null) {
    if (row.number !== null && row.number !== head.number)
      row.repairs.push({ field: "number", raw: row.number, value: head.number });
    row.number = head.number;
    row.numberSource = "printed";
  }
  if (head.organisations !== null) {
    if (row.organisationsRaw !== null && row.organisationsRaw !== head.organisationsRaw)
      row.repairs.push({ field: "organisations", raw: row.organisationsRaw, value: head.organisations.value });
    row.organisations = [...head.organisations.codes];
    row.organisationsRaw = head.organisationsRaw;
  }
  if (head.statusRaw !== null) setStatus(context, row, head.statusRaw, block);
  row.place = coverPlaces(row.place, placeOf(context, block));
}

/** Reads a row's status as printed in a block, and takes it. */
export function setStatus(context: Context, row: PrintedRow, raw: string, block: number): void {
  const status = context.status.read(raw);
  row.ragRaw = raw;
  row.rag = status?.rag ?? null;
  row.ragSource = status?.source ?? null;
  context.ledger.take(block, raw);
}
