/**
 * Column headings whose lines are not together: other text of the page is between them, or the lines of two of them are
 * mixed. In: blocks, and the place of one. Out: the headings by what their columns hold, in the orders that they may be printed
 * in, and the blocks between them that are none; nothing where no such headings begin there.
 */
import { headingReader } from "../../language/headings.js";
import { isLabel } from "../../language/labels.js";
import type { Block } from "../../model/block.js";
import type { ColumnRole, Profile } from "../../schema/profile.js";
import { leadingLabel } from "./row-starts.js";

export interface ScatteredHeadings {
  /** Headings in the order that they begin in, then in the usual orders. */
  readonly orders: readonly (readonly string[])[];
  readonly length: number;
  /** Indexes of the blocks among them that are no headings. */
  readonly besides: readonly number[];
}

/** Lines among which all headings are, and other lines among these. */
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
    const own = headingRole(blocks, at, role(text), besides);
    if (text === "" || (own === "number" && at > index)) return [];
    if (own !== null) add(found, own, text);
    else if (beginsRow(text) && NEEDED.every((needed) => found.has(needed)))
      return [{ orders: ordersOf(found), ...withoutFirstCell(besides, index, at) }];
    else besides.push(at);
    if (besides.length > MOST_BESIDES) return [];
  }
  return [];
}

function add(found: Map<ColumnRole, string>, role: ColumnRole, text: string): void {
  found.set(role, [found.get(role), text].filter((part) => part !== undefined).join(" "));
}

const beginsRow = (text: string): boolean => isLabel(text) || leadingLabel(text) !== null;

/** What a line heads, or null where it is no heading. */
function headingRole(
  blocks: readonly Block[],
  at: number,
  known: ColumnRole | null,
  besides: readonly number[],
): ColumnRole | null {
  if (known !== null && known !== "other") return known;
  return isUnknownHeading(blocks, at, besides) ? "other" : null;
}

/** Whether a line without figures is right below one of the headings: it heads a column that no role is known for. */
function isUnknownHeading(blocks: readonly Block[], at: number, besides: readonly number[]): boolean {
  const block = blocks[at];
  return block?.gapBefore === false && !besides.includes(at - 1) && /^[\p{L} /&%]{2,24}$/u.test(lineAt(blocks, at));
}

/** One line between the last heading and the first label is a cell of the row that begins there, and no part of the headings. */
function withoutFirstCell(besides: readonly number[], from: number, to: number) {
  const isCell = besides.at(-1) === to - 1 && !besides.includes(to - 2);
  return { length: (isCell ? to - 1 : to) - from, besides: isCell ? besides.slice(0, -1) : besides };
}

const lineAt = (blocks: readonly Block[], at: number): string => {
  const block = blocks[at];
  return block?.kind === "line" && block.furniture !== true ? block.text.trim() : "";
};

function ordersOf(found: ReadonlyMap<ColumnRole, string>): string[][] {
  const usual = USUAL_ORDERS.map((roles) =>
    roles.flatMap((role): ColumnRole[] => (role === "update" ? ["other", role] : [role])),
  );
  const orders = [[...found.keys()], ...usual].map((roles) => roles.flatMap((role) => found.get(role) ?? []));
  const seen = new Set<string>();
  return orders.filter((order) => {
    const name = order.join("|");
    const isNew = !seen.has(name) && order.length === found.size;
    seen.add(name);
    return isNew;
  });
}
