/**
 * Lines under a row that are no update's text. In: the row, a line, and the item after it. Out: whether the line was a
 * status, a code, a heading or debris of one, or went on with the title; it is then in the row, or set aside.
 */
import { labelOf } from "../language/labels.js";
import { isUnfinished } from "../language/sentences.js";
import { coverPlaces } from "../model/place.js";
import type { PrintedRow } from "../model/printed.js";
import type { Context } from "./context.js";
import type { Item, TextItem } from "./item.js";
import type { ReadOrganisations } from "./organisation.js";
import { addPlace, isOwnCell, placeOf, placeOfLine, setStatus } from "./row-draft.js";

/** Lines that a damaged or wrapped head may still add to a title. */
const LONGEST_TITLE_LINE = 160;
const LONGEST_TITLE = 400;
/** Figures alone: what recognition makes of a border or a stain. */
const STRAY_FIGURES = /^\d[\d.,]*(?:\s+\d[\d.,]*)+$/;

/**
 * Takes a line that is a piece of the row's head, a heading or debris.
 * @param isBare whether the row has no update yet
 */
export function takePiece(
  context: Context,
  row: PrintedRow,
  item: TextItem,
  next: Item | undefined,
  isBare: boolean,
): boolean {
  const { ledger, organisations } = context;
  const text = item.text.trim();
  if (isStatusPiece(context, row, item, text)) {
    if (row.ragRaw === null) setStatus(context, row, text, item.block, placeOfLine(context, item));
    else ledger.setAside(item.block, text, "stray");
    return true;
  }
  if (STRAY_FIGURES.test(text)) {
    ledger.setAside(item.block, text, "stray");
    return true;
  }
  if (text.length <= 4 && labelOf(text) !== null && (labelOf(text) === row.number || !item.wrapped)) {
    ledger.setAside(item.block, text, "stray");
    return true;
  }
  if (next?.kind === "head" && context.header.period.isSection(text)) {
    ledger.setAside(item.block, item.text, "head");
    return true;
  }
  if (isBare && row.organisations.length === 0 && organisations.isKnown(text)) {
    setOrganisations(row, organisations.readText(text));
    row.reasons.push("organisation-displaced");
    row.organisationsRaw = text;
    row.places.organisations = placeOfLine(context, item);
    ledger.take(item.block, text);
    return true;
  }
  // The label of a list's update ("Progress:") is a heading of its kind, not of a block.
  if (isBare && text.endsWith(":") && context.column(text) === "update") {
    ledger.setAside(item.block, text, "column-heading");
    return true;
  }
  return false;
}

/**
 * Whether a line alone is a status, or debris of one: any letter; a word only where the row has none. A word may also be a sentence of
 * one word, which is in an update's cell, and one that the row's own colour contradicts is another's: a caption, a key.
 */
function isStatusPiece({ status }: Context, row: PrintedRow, item: TextItem, text: string): boolean {
  const alone = /^\p{Lu}/u.test(text) ? status.read(text) : null;
  if (alone === null || alone.source === "letter") return alone !== null;
  const isOther = row.ragColour !== null && row.ragColour !== alone.rag;
  return row.ragRaw === null && item.inUpdate !== true && !isOther;
}

function setOrganisations(row: PrintedRow, read: ReadOrganisations | null): void {
  row.organisations = [...(read?.codes ?? [])];
  row.organisationKinds = [...(read?.kinds ?? [])];
}

/** Takes a line in which the title of a row without updates continues. */
export function takeMoreTitle(context: Context, row: PrintedRow, item: TextItem): boolean {
  const text = item.text.trim();
  if (
    row.title === null ||
    item.inUpdate === true ||
    isOwnCell(context, item.block) ||
    !(/^\p{Ll}/u.test(text) || (isUnfinished(row.title) && /^\p{L}/u.test(text))) ||
    text.length > LONGEST_TITLE_LINE ||
    row.title.length > LONGEST_TITLE ||
    /[.:;]$/.test(row.title)
  )
    return false;
  row.title = `${row.title} ${text}`;
  row.repairs.push({ field: "title", raw: text, value: row.title });
  row.place = coverPlaces(row.place, placeOf(context, item.block));
  addPlace(row, "title", placeOfLine(context, item));
  context.ledger.take(item.block, item.text);
  return true;
}
