/**
 * Removes what follows a report's last row: "Next report: …", "Prepared by …", a glossary, an annex. In: the items of its
 * rows. Out: the items without it; its blocks are set aside. Text that may belong to an update, which can have headings of
 * its own, stays.
 */
import type { Context } from "../context.js";
import type { Item, TextItem } from "../item.js";
import { endMatterName } from "./end-matter-heading.js";

/** Rows that must have their updates in cells, or without headings in capitals, before that counts as the report's habit. */
const FEWEST_ROWS = 3;
/** The same for updates in cells whose borders are not certain: lines below the table may continue an update. */
const FEWEST_UNSURE = 5;
/** A heading in capitals. */
const LONGEST_HEADING = 120;
const CAPITALS = /^(?=.*\p{Lu}{4})[^\p{Ll}]{4,60}$/u;

export function withoutEndMatter(context: Context, items: readonly Item[], to: number): readonly Item[] {
  const lastHeader = items.findLastIndex((item) => item.kind === "head");
  if (lastHeader < 0) return items;
  const habits = habitsOf(context, items, lastHeader);
  const after = items.slice(lastHeader + 1);
  // End matter comes after the last heading of an update, and after what continues the row on the next page.
  const from = after.findLastIndex((item) => item.kind !== "text" || isDated(context, item)) + 1;
  for (const [at, item] of after.entries()) {
    if (at < from || item.kind !== "text") continue;
    if (!isEndMatter(context, habits, item, at === 0, after[at + 1])) continue;
    if (after.slice(at).some(({ block }) => block < item.block)) continue;
    for (let index = item.block; index < to; index += 1) context.ledger.setBlockAside(index, "closing");
    return items.slice(0, lastHeader + 1 + at);
  }
  return items;
}

function isEndMatter(
  context: Context,
  habits: Habits,
  item: TextItem,
  isFirst: boolean,
  next: Item | undefined,
): boolean {
  if (!isAfterGap(context, item)) return false;
  const name = endMatterName(context.profile, item.text);
  if (name !== null && !habits.names.has(name)) return true;
  if (habits.inCells && indentOf(context, item.block) === 0) return true;
  return habits.withoutHeadings && !isFirst && next !== undefined && isHeading(item.text);
}

const isDated = (context: Context, item: TextItem): boolean =>
  endMatterName(context.profile, item.text) === null && (context.update.read(item.text)?.dateRaw ?? null) !== null;

/** Whether white space separates a line from what is above it. */
function isAfterGap(context: Context, { block, apart }: TextItem): boolean {
  const found = context.blocks[block];
  return apart && found?.kind === "line" && found.gapBefore;
}

function indentOf(context: Context, block: number): number | null {
  const found = context.blocks[block];
  return found?.kind === "line" ? found.indent : null;
}

const isHeading = (text: string): boolean =>
  text.length <= LONGEST_HEADING && CAPITALS.test(text) && !/[.;,:]$/.test(text);

interface Habits {
  /** Whether updates are printed only in cells of the table. */
  readonly inCells: boolean;
  /** Whether updates have no headings in capitals. */
  readonly withoutHeadings: boolean;
  /** Words of end matter that lines under earlier rows begin with: in this report they belong to the rows. */
  readonly names: ReadonlySet<string>;
}

/** How the rows before the last one print their updates. */
function habitsOf(context: Context, items: readonly Item[], lastHeader: number): Habits {
  const before = items.slice(0, lastHeader);
  const rows = before.filter((item) => item.kind === "head").length;
  const texts = before.slice(before.findIndex((item) => item.kind === "head")).filter((item) => item.kind === "text");
  const inLines = texts.some(({ block }) => context.blocks[block]?.kind === "line");
  const header = context.blocks[items[lastHeader]?.block ?? -1];
  const borders = header?.kind === "row" ? header.borders : null;
  return {
    inCells: rows >= (borders === "sure" ? FEWEST_ROWS : FEWEST_UNSURE) - 1 && texts.length > 0 && !inLines,
    names: new Set(texts.flatMap(({ text }) => endMatterName(context.profile, text) ?? [])),
    withoutHeadings: rows >= FEWEST_ROWS - 1 && !texts.some(({ text }) => isHeading(text)),
  };
}
