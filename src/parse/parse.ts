/**
 * Blocks to printed reports. In: one document's blocks. Out: its reports, each with head, stated counts, rows, updates
 * and residue. Never throws on content and never looks back further than a report's start.
 */
import type { Block } from "../model/block.js";
import { coverPlaces } from "../model/place.js";
import type { PrintedHead, PrintedReport } from "../model/printed.js";
import type { Profile } from "../schema/profile.js";
import { Assembler } from "./assemble.js";
import { type Context, contextFor } from "./context.js";
import { wholeWords } from "./cut-words.js";
import { findFurniture } from "./furniture.js";
import { emptyHead } from "./head.js";
import type { Item } from "./item.js";
import { readKey } from "./key.js";
import { textOf } from "./ledger.js";
import { completeNumbers } from "./numbers.js";
import { Organisations } from "./organisation.js";
import { itemsInReadingOrder } from "./reading-order.js";
import { itemsInTables, learnOrganisations } from "./rows-in-tables.js";
import { type Span, splitReports } from "./split-reports.js";
import { statementReader } from "./statement.js";
import { firstTypedHead, itemsInTypedList } from "./typed-list.js";

/** Fewest rows that make a report where nothing names a plan, a theme or a quarter. */
const ROWS_WITHOUT_HEAD = 3;

export function parseReports(blocks: readonly Block[], profile: Profile): PrintedReport[] {
  const context = contextFor(profile, blocks);
  const furniture = findFurniture(blocks, profile);
  for (const index of furniture) context.ledger.setAsideWhole(index, "furniture");
  return splitReports(context, furniture).flatMap((span) => {
    const report = parseReport({ ...context, organisations: new Organisations(profile) }, span, furniture);
    return report === null ? [] : [report];
  });
}

function parseReport(context: Context, span: Span, furniture: ReadonlySet<number>): PrintedReport | null {
  const { blocks, ledger } = context;
  const { from, to } = span;
  learnOrganisations(context, from, to);
  const skip = new Set<number>(furniture);
  const bodyFrom = findBody(context, from, to, skip);
  const head = readHead(context, from, bodyFrom, skip);
  const key = readKey(blocks, from, bodyFrom, to, statementReader(context.profile), ledger);
  for (const index of key.blocks) skip.add(index);
  for (let index = from; index < bodyFrom; index += 1)
    if (!skip.has(index)) {
      ledger.setAsideWhole(index, "head");
      skip.add(index);
    }
  const items = readItems(context, bodyFrom, to, skip);
  const words = wholeWords(blocks, from, to);
  const rows = completeNumbers(new Assembler(context, words).assemble(items));
  const named = head.planTitle !== null || head.themeNumber !== null || head.quarter !== null;
  if (rows.length === 0 && !(named && key.statements.length > 0)) return null;
  if (!named && rows.length < ROWS_WITHOUT_HEAD && key.statements.length === 0) return null;
  const { residue, coverage } = ledger.close(from, to);
  const [first, last] = [blocks[from], blocks[to - 1]];
  if (first === undefined || last === undefined) return null;
  return {
    head,
    statements: key.statements,
    rows,
    residue,
    coverage,
    reasons: [],
    place: coverPlaces(first.place, last.place),
  };
}

/** The layout that explains the most rows: a typed list, table rows, or cells one after another. */
function readItems(context: Context, from: number, to: number, skip: ReadonlySet<number>): Item[] {
  const list = itemsInTypedList(context, from, to, skip);
  if (list !== null) return list;
  const hasTable = context.blocks.slice(from, to).some((block, at) => block.kind === "row" && !skip.has(from + at));
  if (hasTable) {
    const items = itemsInTables(context, from, to, skip);
    if (items.some((item) => item.kind === "head")) return items;
  }
  return itemsInReadingOrder(context, from, to, skip);
}

/** The first block of the table or list of deliverables: what stands before it is head and key. */
function findBody(context: Context, from: number, to: number, skip: ReadonlySet<number>): number {
  for (let index = from; index < to; index += 1) if (context.headings.has(index)) return index;
  const list = firstTypedHead(context, from, to, skip);
  if (list !== null) return list;
  const first = itemsInTables(context, from, to, skip).find((item) => item.kind === "head");
  return first?.block ?? to;
}

function readHead(context: Context, from: number, bodyFrom: number, skip: Set<number>): PrintedHead {
  const head = emptyHead();
  const { ledger } = context;
  for (let index = from; index < bodyFrom; index += 1) {
    const block = context.blocks[index];
    if (block === undefined || skip.has(index)) continue;
    if (
      readHeadLine(context, head, textOf(block).replace(/\s+/g, " ").trim(), block.kind === "line", (taken) =>
        ledger.take(index, taken),
      )
    ) {
      ledger.setRestAside(index, "head");
      skip.add(index);
    }
  }
  return head;
}

/** Takes what one line says of the report; a field once set stays, as the first mention is the head's. */
function readHeadLine(
  context: Context,
  head: PrintedHead,
  line: string,
  isLine: boolean,
  take: (text: string) => void,
): boolean {
  const reader = context.head;
  let found = false;
  const set = <K extends keyof PrintedHead>(field: K, value: PrintedHead[K] | undefined, printed?: string): void => {
    if (value === undefined || value === null || head[field] !== null) return;
    head[field] = value;
    found = true;
    take(printed ?? String(value));
  };
  if (isLine) {
    const plan = reader.plan(line);
    if (plan !== null && head.planTitle === null) {
      set("planTitle", plan.title);
      set("planStartYear", plan.start, line);
      set("planEndYear", plan.end, line);
    }
    const period = reader.period(line);
    if (period !== null) {
      set("themeNumber", period.themeNumber, line);
      set("themeTitle", period.themeTitle);
      set("quarter", period.quarter, line);
      set("periodLabel", period.periodLabel);
      set("periodYear", period.periodYear, line);
      set("publishedMonth", period.publishedMonth, line);
      set("version", period.version);
    }
    set("publishedMonth", reader.month(line), line);
    set("version", reader.version(line));
  }
  set("overallRating", reader.rating(line), line);
  set("ratingBasis", reader.basis(line));
  return found;
}
