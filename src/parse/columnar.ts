/**
 * Text taken out column by column: on each page first the numbers, organisations and titles, then all updates, then all
 * statuses. Statuses go to rows where their numbers agree, updates where dates leave one way to part them.
 */
import { labelOf, plainNumber } from "../language/labels.js";
import type { ColumnRole } from "../schema/profile.js";
import type { Context } from "./context.js";
import { type FlatHead, readFlatHead } from "./flat-head.js";
import type { FlatLine } from "./flat-line.js";
import type { Item, RowHead } from "./item.js";
import { partUnits, type Unit } from "./part-updates.js";
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
      if (context.status.read(line.text) !== null || context.status.isUncoloured(line.text)) page.statuses.push(line);
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

/** Whether a line ends a paragraph, or may: the next begins like a sentence or an item. */
const mayEnd = (text: string): boolean => /[.!?:;]["”'’)]*$/u.test(text);
const mayBegin = (text: string): boolean => /^(?:[\p{Lu}\d“"'‘(•●▪*–—-]|[a-z]?[.)]\s)/u.test(text);

/** A page's updates, parted among its rows and the one before; what stays open is set aside. */
function partUpdates(context: Context, page: Page, hasRowBefore: boolean, lastDate: string | null): Parted {
  const units: (Unit & { readonly text: FlatLine[]; lines: number })[] = [];
  page.updates.forEach((line, at) => {
    const heading = context.update.read(line.text);
    const above = page.updates[at - 1];
    const current = units.at(-1);
    const begins =
      heading !== null ||
      (above !== undefined &&
        context.update.read(above.text)?.rest !== "" &&
        mayEnd(above.text) &&
        mayBegin(line.text));
    if (current === undefined || begins) units.push({ date: heading?.date ?? null, text: [line], lines: 1 });
    else {
      current.text.push(line);
      current.lines += 1;
    }
  });
  const gapsKnown =
    page.statuses.length === page.heads.length && page.statuses.some((status, at) => at > 0 && status.gapBefore);
  const rows = partUnits(units, {
    rows: page.heads.length,
    carries: hasRowBefore,
    carriedDate: lastDate,
    periodStart: context.periodStart,
    gaps: gapsKnown ? page.statuses.slice(1).map((status) => status.gapBefore) : null,
  });
  const carried: FlatLine[] = [];
  const parted: FlatLine[][] = page.heads.map(() => []);
  let last = page.heads.length === 0 ? lastDate : null;
  units.forEach((unit, at) => {
    const row = rows[at];
    if (row === null || row === undefined) {
      for (const line of unit.text) context.ledger.setAside(line.block, line.text, "unassigned");
      for (const { head } of page.heads) head.reasons.add("updates-unparted");
      return;
    }
    (row === 0 ? carried : (parted[row - 1] ?? [])).push(...unit.text);
    if (unit.date !== null && row === page.heads.length) last = unit.date;
  });
  return { carried, rows: parted, lastDate: last };
}
