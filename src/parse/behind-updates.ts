/**
 * Organisations and statuses whose columns stand behind the updates': in running text their cells end a row, or what a page
 * has of it, on lines of their own or behind its last words. In: the items of rows. Out: the same, with those cells parted.
 */
import type { ColumnRole } from "../schema/profile.js";
import type { Context } from "./context.js";
import { AT_END } from "./flat-cells.js";
import type { Item, TextItem } from "./item.js";
import type { Roles } from "./table-heading.js";

/** Rows, and the share of them that must end so. */
const FEWEST = 3;
const SHARE = 0.75;
/** Characters and words of an organisation's cell. */
const LONGEST = 40;
const MOST_WORDS = 5;
const SENTENCE_END = /[.!?:;)\]"”’]$/;

interface Tail {
  /** What is left of the line. */
  readonly rest: string;
  readonly status: string | null;
  readonly organisations: string | null;
}

/** The roles of the cells that come behind an update. */
export function rolesBehind(order: Roles): ColumnRole[] {
  const update = order.indexOf("update");
  if (update < order.indexOf("title")) return [];
  return order.slice(update + 1).filter((role): role is ColumnRole => role === "organisation" || role === "status");
}

/** @param breaks blocks that a page begins with, behind its repeated headings */
export function withCellsBehind(
  context: Context,
  items: readonly Item[],
  order: Roles,
  breaks: ReadonlySet<number>,
): readonly Item[] {
  const roles = rolesBehind(order);
  const rows = items.flatMap((item, at) => (item.kind === "head" ? [at] : []));
  if (roles.length === 0 || rows.length < FEWEST) return items;
  const found = rows.map((from, at) => tailsOf(context, items, roles, from, rows[at + 1] ?? items.length, breaks));
  const sure = found.filter((tails) => tails.size === 1);
  if (sure.length < rows.length * SHARE) return items;
  const named = new Set(sure.flatMap((tails) => [...tails.values()].map(({ organisations }) => organisations)));
  const tails = new Map(
    found.flatMap((each) =>
      [...each].filter(([, { organisations }]) => each.size === 1 || named.has(organisations)).slice(0, 1),
    ),
  );
  return items.flatMap((item): Item[] => {
    const tail = item.kind === "text" ? tails.get(item) : undefined;
    if (item.kind !== "text" || tail === undefined) return [item];
    const { rest, status, organisations } = tail;
    const cells: Item = { kind: "more", title: null, organisations, status, block: item.block };
    return rest === "" ? [cells] : [{ ...item, text: rest }, cells];
  });
}

/** The lines of one row, from its head up to the next, that end with the last of its cells. */
function tailsOf(
  context: Context,
  items: readonly Item[],
  roles: readonly ColumnRole[],
  from: number,
  to: number,
  breaks: ReadonlySet<number>,
): Map<TextItem, Tail> {
  const tails = new Map<TextItem, Tail>();
  for (let at = from + 1; at < to; at += 1) {
    const [item, next] = [items[at], items[at + 1]];
    const isLast = at === to - 1 || (next !== undefined && breaks.has(next.block));
    const tail = item?.kind === "text" && isLast ? tailOf(context, item.text, roles) : null;
    if (item?.kind === "text" && tail !== null) tails.set(item, tail);
  }
  return tails;
}

/** The cells that a line ends with, the last of the roles among them; or null. */
export function tailOf(context: Context, text: string, roles: readonly ColumnRole[]): Tail | null {
  let rest = text;
  let [status, organisations]: (string | null)[] = [null, null];
  for (const role of roles.toReversed()) {
    const raw: string | null =
      role === "status" ? context.status.atEnd(rest) : isName(context, rest) ? rest : (AT_END.exec(rest)?.[1] ?? null);
    const before: string = raw === null ? "" : rest.slice(0, rest.length - raw.length).trim();
    const apart = before === "" || SENTENCE_END.test(before) || (role !== roles[0] && endsCell(context, before, roles));
    if (raw === null || !apart || (role === "organisation" && !isName(context, raw))) break;
    if (role === "status") status = raw;
    else organisations = raw;
    rest = before;
  }
  const last = roles.at(-1) === "status" ? status : organisations;
  return last === null ? null : { rest, status: status ?? null, organisations: organisations ?? null };
}

const endsCell = (context: Context, text: string, roles: readonly ColumnRole[]): boolean =>
  roles[0] === "status" ? context.status.atEnd(text) !== null : AT_END.test(text);

function isName(context: Context, text: string): boolean {
  if (text.length > LONGEST || text.split(" ").length > MOST_WORDS || /[.;:,]$/.test(text)) return false;
  return context.organisations.readCell(text) !== null && context.status.read(text) === null;
}
