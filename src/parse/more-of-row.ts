/**
 * What a row's further cells add to it. In: the row, and an item that continues it over a page or a wrapped cell.
 * Out: the row with its codes, status and colour; what it has already is set aside.
 */
import { onOneLine } from "../language/spaces.js";
import { coverPlaces } from "../model/place.js";
import type { PrintedRow } from "../model/printed.js";
import type { Context } from "./context.js";
import type { MoreItem, OtherCell } from "./item.js";
import { addPlace, placeOf, setStatus } from "./row-draft.js";

/** Adds all but the title, which may be the text of an update. */
export function addMore(context: Context, row: PrintedRow, item: MoreItem): void {
  const { ledger } = context;
  if (item.organisations !== null) addOrganisations(context, row, item.organisations, item);
  if (item.status !== null) {
    if (row.ragRaw === null)
      setStatus(context, row, onOneLine(item.status), item.block, item.places.rag ?? placeOf(context, item.block));
    else ledger.setAside(item.block, item.status, "stray");
  }
  if (row.ragColour === null && item.colour !== undefined && item.colour !== null) {
    row.ragColour = item.colour;
    if (row.rag === null) {
      Object.assign(row, { rag: item.colour, ragSource: "colour" });
      addPlace(row, "rag", item.places.rag);
    }
  }
  for (const other of item.others ?? []) addOther(row, other);
  for (const { text } of item.others ?? []) ledger.take(item.block, text);
  row.place = coverPlaces(row.place, placeOf(context, item.block));
}

/** Codes that continue in the next cell; the same ones again are repeated on a row's second page. */
function addOrganisations(
  { ledger, organisations }: Context,
  row: PrintedRow,
  more: string,
  { block, places }: MoreItem,
): void {
  if (more === row.organisationsRaw) {
    ledger.setAside(block, more, "repeated");
    return;
  }
  const raw = [row.organisationsRaw, more].filter((part) => part !== null).join("\n");
  const glued = organisations.readCell(raw.replace(/\n/g, ""));
  const read = glued !== null && organisations.isKnown(glued.value) ? glued : organisations.readCell(raw);
  row.organisationsRaw = raw;
  addPlace(row, "organisations", places.organisations);
  row.organisations = [...(read?.codes ?? row.organisations)];
  row.organisationKinds = [...(read?.kinds ?? row.organisationKinds)];
  ledger.take(block, more);
}

function addOther(row: PrintedRow, { heading, text }: OtherCell): void {
  const at = row.others.findIndex((each) => each.heading === heading);
  const before = row.others[at];
  if (before === undefined) row.others.push({ heading, text });
  else row.others[at] = { heading, text: `${before.text}\n${text}` };
}
