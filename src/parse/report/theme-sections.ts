/**
 * Headings in a report that put its tables under one theme each: "Priority 1: Quality of education" above one table, "Priority
 * 2: …" above the next. In: the blocks of a report. Out: those headings, where they name several themes; none where the
 * report as a whole is about one.
 */
import type { Block } from "../../model/block.js";
import type { Context } from "../context.js";
import { isTitleLike } from "../header/plan-title.js";
import { plainLineAt } from "../plain-lines.js";

/** Lines between such a heading and its table: an aim, what shall be achieved. */
const REACH = 14;

export interface ThemeSection {
  /** Block of the heading. */
  readonly from: number;
  /** Block of the column headings of its table; between the two is the theme's introduction. */
  readonly tableFrom: number;
  readonly text: string;
}

export function themeSections(context: Context, from: number, to: number, skip: ReadonlySet<number>): ThemeSection[] {
  const sections: ThemeSection[] = [];
  const themes = new Set<number>();
  for (const index of context.headings.keys()) {
    if (index < from || index >= to) continue;
    const found = sectionAbove(context, index, Math.max(from, index - REACH), skip);
    if (found === null) continue;
    themes.add(found.theme);
    if (found.section !== null) sections.push(found.section);
  }
  // Entries of a list, which is one table, are under headings too.
  const [first] = sections;
  if (themes.size === 1 && first !== undefined)
    for (const theme of themesBetween(context, first.tableFrom, to, skip)) themes.add(theme);
  return themes.size > 1 ? sections : [];
}

/** The themes that lines between rows name. */
function themesBetween(context: Context, from: number, to: number, skip: ReadonlySet<number>): number[] {
  const themes: number[] = [];
  for (let index = from; index < to; index += 1) {
    const line = skip.has(index) ? null : plainLineAt(context.blocks, index);
    const isBetween = line !== null && beginsRowAfter(context.blocks, index, skip);
    const theme = isBetween ? themeOf(context, line) : null;
    if (theme !== null) themes.push(theme);
  }
  return themes;
}

/** Whether a row is right below a line, but for what the page prints. */
function beginsRowAfter(blocks: readonly Block[], index: number, skip: ReadonlySet<number>): boolean {
  let next = index + 1;
  while (skip.has(next)) next += 1;
  return blocks[next]?.kind === "row";
}

interface Found {
  readonly theme: number;
  /** Null where the heading was read as part of a row. */
  readonly section: ThemeSection | null;
}

/** The nearest line above a table that names a theme, with nothing but lines between them. */
function sectionAbove(context: Context, tableFrom: number, floor: number, skip: ReadonlySet<number>): Found | null {
  for (let index = tableFrom - 1; index >= floor; index -= 1) {
    if (skip.has(index)) continue;
    const line = plainLineAt(context.blocks, index);
    const theme = themeOf(context, line ?? firstLine(context.blocks[index]));
    if (line === null) return theme === null ? null : { theme, section: null };
    if (theme !== null) return { theme, section: { from: index, tableFrom, text: line } };
  }
  return null;
}

/** The theme that a title names; null for a line with a quarter, which is the title of a report. */
function themeOf({ header }: Context, line: string): number | null {
  if (!isTitleLike(line)) return null;
  const fields = header.period.read(line)?.fields;
  return fields?.quarter === undefined ? (fields?.themeNumber ?? null) : null;
}

function firstLine(block: Block | undefined): string {
  const cell = block?.kind === "row" ? block.cells.find(({ text }) => text !== "") : undefined;
  return cell?.text.split("\n", 1)[0]?.trim() ?? "";
}
