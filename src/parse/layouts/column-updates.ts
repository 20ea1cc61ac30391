/**
 * The updates of a table whose columns are printed one after another. In: the lines of the updates' column by page, and what is
 * known of the rows of each. Out: the lines of each row, the rows that other lines may belong to as well, and these lines.
 */
import type { LineBlock } from "../../model/block.js";
import type { HeadingGrammar } from "../update-heading.js";
import { type RowEvidence, type RowRange, splitUnits, type Unit } from "./split-updates.js";

export interface UpdatePage {
  readonly lines: readonly LineBlock[];
  readonly rows: readonly Omit<RowEvidence, "from" | "to">[];
}

export interface DividedUpdates {
  readonly rows: readonly (readonly LineBlock[])[];
  /** Indexes of the rows that some of the open lines may belong to. */
  readonly doubtful: ReadonlySet<number>;
  readonly open: readonly LineBlock[];
}

interface Paragraph extends Unit {
  readonly text: LineBlock[];
  lines: number;
}

/** Whether a line ends a paragraph, or may: the next begins like a sentence or an item. */
const mayEnd = (text: string): boolean => /[.!?:;]["”’')]*$/u.test(text);
const mayBegin = (text: string): boolean => /^(?:[\p{Lu}\d“"'‘(•●▪*–—-]|[a-z]?[.)]\s)/u.test(text);

/** An item of a list: no row begins within a list. */
const ITEM = /^(?:[•●▪*–—-]|\d{1,2}[.)])\s/u;
const isList = ({ text }: Paragraph): boolean => ITEM.test(text[0]?.text.trim() ?? "");

export function columnUpdates(
  pages: readonly UpdatePage[],
  update: HeadingGrammar,
  periodStart: string | null,
): DividedUpdates {
  const divided: Divided = { rows: pages.flatMap((page) => page.rows.map(() => [])), doubtful: new Set(), open: [] };
  const read = withUnits(pages, update);
  const units = read.flatMap((page) => page.units);
  const rows = read.flatMap((page) => page.rows.map((row) => ({ ...row, from: page.from, to: page.to })));
  const whole = splitUnits(units, { rows, carries: false, periodStart });
  if (whole !== null) {
    enter(divided, units, whole, 0);
    return divided;
  }
  // Where no way divides the whole column, pages that can be divided are.
  let rowsBefore = 0;
  for (const page of read) {
    const own = page.rows.map((row) => ({ ...row, from: 0, to: page.units.length }));
    const first = rowsBefore > 0 ? 0 : 1;
    const ranges = splitUnits(page.units, { rows: own, carries: first === 0, periodStart });
    if (ranges === null) leaveOpen(divided, page.units, rowsBefore + first - 1, rowsBefore + own.length - 1);
    else enter(divided, page.units, ranges, rowsBefore);
    rowsBefore += own.length;
  }
  return divided;
}

interface Divided extends DividedUpdates {
  readonly rows: LineBlock[][];
  readonly doubtful: Set<number>;
  readonly open: LineBlock[];
}

/** Gives units to the rows that they belong to. A row that may begin with a date keeps no text before its first sure one. */
function enter(divided: Divided, units: readonly Paragraph[], ranges: readonly RowRange[], rowsBefore: number): void {
  const mayBeDated = new Set<number>();
  const isDated = new Set<number>();
  units.forEach(({ text, date }, at) => {
    const [first, last] = ranges[at] ?? [0, 0];
    if (date !== null) addAll(first === last ? isDated : mayBeDated, first, last);
    if (first === last && (isDated.has(first) || !mayBeDated.has(first)))
      divided.rows[rowsBefore + first - 1]?.push(...text);
    else {
      divided.open.push(...text);
      addAll(divided.doubtful, rowsBefore + first - 1, rowsBefore + last - 1);
    }
  });
}

/** Gives units to no row, as none of the rows from one to another is sure to have them. */
function leaveOpen({ open, doubtful }: Divided, units: readonly Paragraph[], first: number, last: number): void {
  for (const { text } of units) open.push(...text);
  if (units.length > 0) addAll(doubtful, first, last);
}

function addAll(rows: Set<number>, first: number, last: number): void {
  for (let row = first; row <= last; row += 1) rows.add(row);
}

interface PageUnits extends UpdatePage {
  readonly units: readonly Paragraph[];
  /** Indexes of the page's first unit among all, and of the one after its last. */
  readonly from: number;
  readonly to: number;
}

/** The paragraphs of each page; what continues the last sentence of the page before is of that page's last paragraph. */
function withUnits(pages: readonly UpdatePage[], update: HeadingGrammar): PageUnits[] {
  const out: PageUnits[] = [];
  let from = 0;
  for (const page of pages) {
    const units = paragraphsOf(page.lines, update);
    const last = out.findLast((before) => before.units.length > 0)?.units.at(-1);
    const [first] = units;
    const opening = first?.text[0]?.text.trim() ?? "";
    const isMoreOfList = last !== undefined && ITEM.test(opening) && isList(last);
    if (last !== undefined && first !== undefined && (isMoreOfList || !mayBegin(opening))) {
      last.text.push(...first.text);
      units.shift();
    }
    out.push({ ...page, units, from, to: from + units.length });
    from += units.length;
  }
  return out;
}

function paragraphsOf(lines: readonly LineBlock[], update: HeadingGrammar): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let above: { readonly text: string; readonly isHeading: boolean } | null = null;
  for (const line of lines) {
    const text = line.text.trim();
    const heading = update.read(text);
    const current = paragraphs.at(-1);
    const isOpen = above === null || above.isHeading || !mayEnd(above.text);
    const isMoreOfList = current !== undefined && ITEM.test(text) && isList(current);
    const begins = heading !== null || (!isOpen && !isMoreOfList && mayBegin(text));
    if (current === undefined || begins) paragraphs.push({ date: heading?.date ?? null, text: [line], lines: 1 });
    else {
      current.text.push(line);
      current.lines += 1;
    }
    above = { text, isHeading: heading?.rest === "" };
  }
  return paragraphs;
}
