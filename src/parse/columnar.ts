/**
 * Text taken out column by column: on each page first the numbers, organisations and titles, then all updates, then all
 * statuses. Statuses go to rows where their numbers agree, updates where dates leave one way to part them.
 */
import { compareDates } from "../language/dates.js";
import { labelOf, plainNumber } from "../language/labels.js";
import type { ColumnRole } from "../schema/profile.js";
import type { Context } from "./context.js";
import { type FlatHead, readFlatHead } from "./flat-head.js";
import type { Item, RowHead } from "./item.js";
import type { FlatLine } from "./reading-order.js";
import type { Roles } from "./table-heading.js";

const LONGEST_HEAD = 6;

type Section = "rows" | "update" | "status";

interface Page {
  readonly heads: { head: RowHead; block: number }[];
  readonly titleRest: FlatLine[];
  readonly updates: FlatLine[];
  readonly statuses: FlatLine[];
}

/** A column's heading on a line of its own, away from the head row, or null. */
function sectionOf(context: Context, line: FlatLine): Section | null {
  if (line.text.split(" ").length > 3) return null;
  const role = context.column(line.text);
  return role === "update" || role === "status" ? role : null;
}

/** Whether the head rows lack columns whose headings stand alone further down. */
export function isColumnar(
  context: Context,
  lines: readonly FlatLine[],
  headings: ReadonlyMap<number, Roles>,
): boolean {
  const first = [...headings.values()][0];
  if (first === undefined || first.includes("update") || !first.includes("number")) return false;
  let updates = 0;
  let statuses = 0;
  for (const line of lines) {
    const section = sectionOf(context, line);
    if (section === "update") updates += 1;
    else if (section === "status") statuses += 1;
  }
  return updates > 0 && (statuses > 0 || first.includes("status"));
}

export function columnItems(
  context: Context,
  lines: readonly FlatLine[],
  headings: ReadonlyMap<number, Roles>,
): Item[] {
  const items: Item[] = [];
  let lastDate: string | null = null;
  for (const page of readPages(context, lines, headings)) {
    const parts = partUpdates(
      context,
      page,
      items.some((item) => item.kind === "head"),
      lastDate,
    );
    for (const line of page.titleRest)
      items.push({ kind: "more", title: line.text, organisations: null, status: null, block: line.block });
    for (const line of parts.carried) items.push(textItem(line));
    const agree = page.statuses.length === page.heads.length;
    page.heads.forEach(({ head, block }, at) => {
      const status = agree ? page.statuses[at] : undefined;
      if (status !== undefined) {
        head.statusRaw = status.text;
        head.status = context.status.read(status.text);
        context.ledger.take(status.block, status.text);
      }
      items.push({ kind: "head", head, block });
      for (const line of parts.rows[at] ?? []) items.push(textItem(line));
    });
    lastDate = parts.lastDate;
  }
  return items;
}

const textItem = (line: FlatLine): Item => ({
  kind: "text",
  text: line.text,
  block: line.block,
  apart: line.gapBefore,
  cells: null,
  wrapped: true,
});

function readPages(context: Context, lines: readonly FlatLine[], headings: ReadonlyMap<number, Roles>): Page[] {
  const pages: Page[] = [];
  let page: Page = { heads: [], titleRest: [], updates: [], statuses: [] };
  let section: Section = "rows";
  let order: Roles = [...headings.values()][0] ?? [];
  let last: number | null = null;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    const heading = headings.get(index);
    if (heading !== undefined || pages.length === 0) {
      page = { heads: [], titleRest: [], updates: [], statuses: [] };
      pages.push(page);
      section = "rows";
      order = heading ?? order;
    }
    const named = sectionOf(context, line);
    if (named !== null || (section === "rows" && page.heads.length === 0 && context.column(line.text) !== null)) {
      section = named ?? section;
      context.ledger.setAside(line.block, line.text, "column-heading");
      continue;
    }
    if (section === "update") page.updates.push(line);
    else if (section === "status") {
      if (context.status.read(line.text) !== null) page.statuses.push(line);
      else context.ledger.setAside(line.block, line.text, "unassigned");
    } else {
      const label = labelOf(/^\S+/.exec(line.text)?.[0] ?? "");
      const found: FlatHead | null =
        label === null ? null : readFlatHead(context, cellsUntilGap(lines, index), label, withoutStatus(order), last);
      if (found === null) {
        if (page.heads.length === 0 && pages.length > 1) page.titleRest.push(line);
        else context.ledger.setAside(line.block, line.text, "unassigned");
        continue;
      }
      for (let at = index; at < index + found.lines; at += 1) {
        const block = lines[at]?.block;
        if (block === undefined) continue;
        for (const value of [found.head.number, found.head.organisationsRaw, found.head.title])
          if (value !== null) context.ledger.take(block, value);
      }
      page.heads.push({ head: found.head, block: line.block });
      last = plainNumber(found.head.number) ?? last;
      index += found.lines - 1;
    }
  }
  return pages;
}

const withoutStatus = (order: Roles): readonly (ColumnRole | null)[] => order.filter((role) => role !== "status");

/** A row's lines end where the next number stands; a title's own lines end at a gap. */
function cellsUntilGap(lines: readonly FlatLine[], index: number): FlatLine[] {
  const out: FlatLine[] = [];
  for (let at = index; at < lines.length && out.length < LONGEST_HEAD; at += 1) {
    const line = lines[at];
    if (line === undefined || (at > index && labelOf(line.text) !== null)) break;
    out.push(line);
  }
  return out;
}

interface Parted {
  readonly carried: readonly FlatLine[];
  readonly rows: readonly (readonly FlatLine[])[];
  readonly lastDate: string | null;
}

/**
 * Parts a page's updates among its rows. A row's blocks run from the latest to the oldest, so that a later date begins
 * the next row. Only where there are as many such runs as rows is the parting sure; otherwise the text is set aside.
 */
function partUpdates(context: Context, page: Page, hasRowBefore: boolean, lastDate: string | null): Parted {
  const runs: { lines: FlatLine[]; first: string; last: string }[] = [];
  const leading: FlatLine[] = [];
  for (const line of page.updates) {
    const date = context.update.read(line.text)?.date ?? null;
    const run = runs.at(-1);
    if (date !== null && (run === undefined || compareDates(date, run.last) > 0))
      runs.push({ lines: [line], first: date, last: date });
    else if (run === undefined) leading.push(line);
    else {
      run.lines.push(line);
      if (date !== null) run.last = date;
    }
  }
  const count = page.heads.length;
  const first = runs[0];
  const mayCarry = hasRowBefore && first !== undefined && lastDate !== null && compareDates(first.first, lastDate) < 0;
  const carries = mayCarry && runs.length === count + 1;
  const own = carries ? runs.slice(1) : runs;
  const leads = !hasRowBefore && leading.length > 0;
  const sure = own.length + (leads ? 1 : 0) === count;
  const last = runs.at(-1)?.last ?? lastDate;
  const carried = [...(hasRowBefore ? leading : []), ...(carries ? (first?.lines ?? []) : [])];
  if (sure) return { carried, rows: [...(leads ? [leading] : []), ...own.map((run) => run.lines)], lastDate: last };
  for (const line of [...(leads ? leading : []), ...own.flatMap((run) => run.lines)])
    context.ledger.setAside(line.block, line.text, "unassigned");
  return { carried, rows: [], lastDate: last };
}
