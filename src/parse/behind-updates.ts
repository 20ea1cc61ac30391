/**
 * Organisations whose column stands behind the updates': in running text their cells are the last line of a row, or of what
 * a page has of it. In: the items of rows. Out: the same, with those lines as cells of their rows.
 */
import type { Context } from "./context.js";
import type { Item, TextItem } from "./item.js";
import type { Roles } from "./table-heading.js";

/** Rows, and the share of them that must have such a line. */
const FEWEST = 3;
const SHARE = 0.75;
/** Characters and words of an organisation's cell. */
const LONGEST = 40;
const MOST_WORDS = 5;

/** @param breaks blocks that a page begins with, behind its repeated headings */
export function withOrganisationsBehind(
  context: Context,
  items: readonly Item[],
  order: Roles,
  breaks: ReadonlySet<number>,
): readonly Item[] {
  const [update, organisation] = [order.indexOf("update"), order.indexOf("organisation")];
  if (update < 0 || organisation < update) return items;
  const rows = items.flatMap((item, at) => (item.kind === "head" ? [at] : []));
  const found = rows.map((from, at) => cellsOf(context, items, from, rows[at + 1] ?? items.length, breaks));
  const sure = found.filter((cells) => cells.length === 1);
  if (rows.length < FEWEST || sure.length < rows.length * SHARE) return items;
  const named = new Set(sure.map(([cell]) => cell?.text));
  const cells = new Set(found.flatMap((each) => each.find(({ text }) => each.length === 1 || named.has(text)) ?? []));
  return items.map((item) =>
    item.kind === "text" && cells.has(item)
      ? { kind: "more", title: null, organisations: item.text, status: null, block: item.block }
      : item,
  );
}

/** The lines of one row, from its head up to the next, that may be the organisation's cell. */
function cellsOf(
  context: Context,
  items: readonly Item[],
  from: number,
  to: number,
  breaks: ReadonlySet<number>,
): TextItem[] {
  const cells: TextItem[] = [];
  for (let at = from + 2; at < to; at += 1) {
    const [item, next] = [items[at], items[at + 1]];
    const isLast = at === to - 1 || (next !== undefined && breaks.has(next.block));
    if (item?.kind === "text" && isLast && isName(context, item.text)) cells.push(item);
  }
  return cells;
}

function isName(context: Context, text: string): boolean {
  if (text.length > LONGEST || text.split(" ").length > MOST_WORDS || /[.;:,]$/.test(text)) return false;
  return context.organisations.readCell(text) !== null && context.status.read(text) === null;
}
