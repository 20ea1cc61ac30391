/**
 * Column headings whose lines do not stand together: other text of the page is between them, or the lines of two of them are
 * mixed. In: blocks, and the place of one. Out: the headings by what their columns hold, in the orders that they may be printed
 * in, and the blocks between them that are none; nothing where no such headings begin there.
 */
import { headingReader } from "../../language/headings.js";
import { isLabel } from "../../language/labels.js";
import type { Block } from "../../model/block.js";
import type { ColumnRole, Profile } from "../../schema/profile.js";

export interface ScatteredHeadings {
  /** Headings in the order that they begin in, then in the usual orders. */
  readonly orders: readonly (readonly string[])[];
  readonly length: number;
  /** Indexes of the blocks among them that are no headings. */
  readonly besides: readonly number[];
}

/** Lines among which all headings stand, and other lines among these. */
const MOST_LINES = 16;
const MOST_BESIDES = 8;
const NEEDED = ["number", "title", "status"] as const;
const USUAL_ORDERS: readonly (readonly ColumnRole[])[] = [
  ["number", "organisation", "title", "status", "update"],
  ["number", "title", "organisation", "status", "update"],
  ["number", "title", "status", "organisation", "update"],
  ["number", "status", "organisation", "title", "update"],
];

export function scatteredHeadingsAt(blocks: readonly Block[], index: number, profile: Profile): ScatteredHeadings[] {
  const role = headingReader(profile);
  if (role(lineAt(blocks, index)) !== "number") return [];
  const found = new Map<ColumnRole, string>();
  const besides: number[] = [];
  for (let at = index; at < index + MOST_LINES; at += 1) {
    const text = lineAt(blocks, at);
    const own = role(text);
    if (text === "" || (own === "number" && at > index)) return [];
    if (own !== null && own !== "other")
      found.set(own, [found.get(own), text].filter((part) => part !== undefined).join(" "));
    else if (isLabel(text) && NEEDED.every((needed) => found.has(needed)))
      return [{ orders: ordersOf(found), length: at - index, besides }];
    else besides.push(at);
    if (besides.length > MOST_BESIDES) return [];
  }
  return [];
}

const lineAt = (blocks: readonly Block[], at: number): string => {
  const block = blocks[at];
  return block?.kind === "line" && block.furniture !== true ? block.text.trim() : "";
};

function ordersOf(found: ReadonlyMap<ColumnRole, string>): string[][] {
  const orders = [[...found.keys()], ...USUAL_ORDERS].map((roles) => roles.flatMap((role) => found.get(role) ?? []));
  const seen = new Set<string>();
  return orders.filter((order) => {
    const name = order.join("|");
    const isNew = !seen.has(name) && order.length === found.size;
    seen.add(name);
    return isNew;
  });
}
