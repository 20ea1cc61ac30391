/**
 * What a row's further cells add to it. In: the row, and an item that goes on with it over a page or a wrapped cell.
 * Out: the row with its codes, status and colour; what it has already is set aside.
 */
import { onOneLine } from "../language/spaces.js";
import { coverPlaces } from "../model/place.js";
import type { PrintedRow } from "../model/printed.js";
import type { Context } from "./context.js";
import type { MoreItem } from "./item.js";
import { placeOf, setStatus } from "./row-draft.js";

/** Adds all but the title, which may be the text of an update. */
export function addMore(context: Context, row: PrintedRow, item: MoreItem): void {
  const { ledger, organisations } = context;
  if (item.organisations !== null) {
    const raw = [row.organisationsRaw, item.organisations].filter((part) => part !== null).join("\n");
    const glued = organisations.readCell(raw.replace(/\n/g, ""));
    const read = glued !== null && organisations.isKnown(glued.value) ? glued : organisations.readCell(raw);
    row.organisationsRaw = raw;
    row.organisations = [...(read?.codes ?? row.organisations)];
    ledger.take(item.block, item.organisations);
  }
  if (item.status !== null) {
    if (row.ragRaw === null) setStatus(context, row, onOneLine(item.status), item.block);
    else ledger.setAside(item.block, item.status, "stray");
  }
  if (row.ragColour === null && item.colour !== undefined && item.colour !== null) {
    row.ragColour = item.colour;
    if (row.rag === null) Object.assign(row, { rag: item.colour, ragSource: "colour" });
  }
  row.place = coverPlaces(row.place, placeOf(context, item.block));
}
