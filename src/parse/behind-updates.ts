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
/** Lines that the cells of one row may take. */
const MOST_LINES = 3;
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

/** The tails of the lines on which a row ends, by item: of all but the first nothing is left. */
type Ending = ReadonlyMap<Item, Tail>;

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
  const found = rows.map((from, at) => endingsOf(context, items, roles, from, rows[at + 1] ?? items.length, breaks));
  const sure = found.filter((endings) => endings.length === 1);
  if (sure.length < rows.length * SHARE) return items;
  const named = new Set(sure.flatMap(([ending]) => (ending === undefined ? [] : nameOf(ending))));
  const tails = new Map(
    found.flatMap((endings) => {
      const own =
        endings.length === 1 ? endings[0] : endings.find((ending) => nameOf(ending).some((it) => named.has(it)));
      return own === undefined ? [] : [...own];
    }),
  );
  return items.flatMap((item): Item[] => {
    const tail = tails.get(item);
    if (item.kind !== "text" || tail === undefined) return [item];
    const { rest, status, organisations } = tail;
    const cells: Item = { kind: "more", title: null, organisations, status, block: item.block };
    return rest === "" ? [cells] : [{ ...item, text: rest }, cells];
  });
}

const nameOf = (ending: Ending): string[] => [...ending.values()].flatMap(({ organisations }) => organisations ?? []);

/** Where one row, from its head up to the next, may end: before the next, and on each page that it goes over. */
function endingsOf(
  context: Context,
  items: readonly Item[],
  roles: readonly ColumnRole[],
  from: number,
  to: number,
  breaks: ReadonlySet<number>,
): Ending[] {
  const endings: Ending[] = [];
  for (let at = from + 1; at < to; at += 1) {
    const next = items[at + 1];
    if (at < to - 1 && !(next !== undefined && breaks.has(next.block))) continue;
    const ending = endingAt(context, items.slice(Math.max(from + 1, at + 1 - MOST_LINES), at + 1), roles);
    if (ending !== null) endings.push(ending);
  }
  return endings;
}

/** The tails of the last lines: of as few as have all cells, else of the last line alone. */
function endingAt(context: Context, items: readonly Item[], roles: readonly ColumnRole[]): Ending | null {
  const lines = items.filter((item): item is TextItem => item.kind === "text");
  for (let count = 1; count <= lines.length; count += 1) {
    const [first, ...more] = lines.slice(-count);
    if (first === undefined) break;
    const tail = tailOf(context, [first, ...more].map(({ text }) => text).join(" "), roles);
    if (tail === null || tail.rest.length >= first.text.length) continue;
    if (roles.some((role) => (role === "status" ? tail.status : tail.organisations) === null)) continue;
    const pieces = [first.text.slice(tail.rest.length).trim(), ...more.map(({ text }) => text)];
    return new Map(
      [first, ...more].map((line, at) => [
        line,
        { ...partOf(tail, pieces[at] ?? ""), rest: at === 0 ? tail.rest : "" },
      ]),
    );
  }
  const last = lines.at(-1);
  const tail = last === undefined ? null : tailOf(context, last.text, roles);
  return last === undefined || tail === null ? null : new Map([[last, tail]]);
}

/** The cells that one of several lines has of them: its own words of the status, and all others. */
function partOf({ status }: Tail, text: string): Omit<Tail, "rest"> {
  const at = status === null ? -1 : ` ${text} `.indexOf(` ${status} `);
  if (status === null || at < 0) return { status: null, organisations: text };
  const others = `${text.slice(0, at)}${text.slice(at + status.length)}`.trim();
  return { status, organisations: others === "" ? null : others };
}

/** The cells that a line ends with, the last of the roles among them; or null. */
export function tailOf(context: Context, text: string, roles: readonly ColumnRole[]): Tail | null {
  let rest = text;
  let [status, organisations]: (string | null)[] = [null, null];
  for (const role of roles.toReversed()) {
    const raw = role === "status" ? context.status.atEnd(rest) : nameAtEnd(context, rest, roles);
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

/** The organisations that a text ends with: all of it, all behind its status, or its last capitalised words. */
function nameAtEnd(context: Context, text: string, roles: readonly ColumnRole[]): string | null {
  const behind = roles[0] === "status" ? (context.status.readLeading(text)?.rest ?? text) : text;
  return isName(context, behind) ? behind : (AT_END.exec(text)?.[1] ?? null);
}

const endsCell = (context: Context, text: string, roles: readonly ColumnRole[]): boolean =>
  roles[0] === "status" ? context.status.atEnd(text) !== null : AT_END.test(text);

function isName(context: Context, text: string): boolean {
  if (text.length > LONGEST || text.split(" ").length > MOST_WORDS || /[.;:!?](?:\s|$)|,$/.test(text)) return false;
  return context.organisations.readText(text) !== null && context.status.read(text) === null;
}
