/**
 * Tab-separated tables whose long lines a program wrapped at a width. In: lines. Out: the same lines, with the rows of such a
 * table put together again; the very array where there is none. Lines were wrapped so where each is as full as the first
 * word of the next allows: paragraphs that their author broke are not.
 */
import type { HeadingReader } from "../language/headings.js";
import { rowLabelOf } from "../language/row-labels.js";
import type { CellsLine, MarkedLine, TextLine } from "./lines.js";

/** Fewest columns, and fewest roles that their headings name. */
const FEWEST_COLUMNS = 3;
const FEWEST_ROLES = 3;
/** Fewest wrapped lines, and the share of them that must be full. */
const FEWEST_WRAPPED = 3;
const FULL_SHARE = 0.9;
/** Most line breaks of a row that may be tabs, and most of them that are tried. */
const MOST_TABS = 2;
const MOST_BREAKS = 30;
/** Narrowest and widest line of text that was wrapped, in characters: short lines are all about as full. */
const NARROWEST = 40;
const WIDEST = 160;

interface WrappedRow {
  readonly lines: TextLine[];
}

export function readWrappedTabs(lines: readonly MarkedLine[], role: HeadingReader): readonly MarkedLine[] {
  // Most tables have a line that is longer than any that was wrapped: their headings need not be looked for.
  if (!mayBeWrapped(lines)) return lines;
  for (const [at, line] of lines.entries()) {
    if (line.kind !== "text" || !line.text.includes("\t")) continue;
    const roles = line.text.split("\t").map((heading) => role(heading.trim()));
    if (roles.length < FEWEST_COLUMNS || new Set(roles.filter((each) => each !== null)).size < FEWEST_ROLES) continue;
    const numberColumn = roles.indexOf("number");
    // Without numbers in the first column, nothing tells a row's first line from its others.
    if (numberColumn !== 0) return lines;
    const rows = rowsFrom(lines, at + 1);
    if (!areWrapped(rows)) return lines;
    const end = at + 1 + rows.reduce((sum, row) => sum + row.lines.length, 0);
    const isWide = roles.map((each) => each === null || each === "title" || each === "update");
    const whole = rows.flatMap((row) => joined(row, isWide) ?? []);
    return whole.length < rows.length ? lines : [...lines.slice(0, at + 1), ...whole, ...lines.slice(end)];
  }
  return lines;
}

/** Whether there are lines with tabs, none of them too long, and lines without tabs below some. */
function mayBeWrapped(lines: readonly MarkedLine[]): boolean {
  let [isTabbed, below] = [false, 0];
  for (const line of lines) {
    const hasTab = line.kind === "text" && line.text.includes("\t");
    if (hasTab && line.text.length > WIDEST) return false;
    if (isTabbed && !hasTab) below += 1;
    isTabbed = hasTab;
  }
  return below > 1;
}

/** The lines of each row, up to the first line that is apart. */
function rowsFrom(lines: readonly MarkedLine[], from: number): WrappedRow[] {
  const rows: WrappedRow[] = [];
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (line?.kind !== "text" || (line.gapBefore && at > from) || line.text.length > WIDEST) break;
    const begins = line.text.includes("\t") && rowLabelOf(line.text.split("\t")[0] ?? "") !== null;
    if (begins) rows.push({ lines: [line] });
    else if (rows.length === 0) break;
    else rows.at(-1)?.lines.push(line);
  }
  return rows;
}

function areWrapped(rows: readonly WrappedRow[]): boolean {
  const width = Math.max(0, ...rows.flatMap((row) => row.lines.map(({ text }) => text.length)));
  const breaks = rows.flatMap(({ lines }) =>
    lines.slice(1).map(({ text }, at) => (lines[at]?.text.length ?? 0) + 1 + (/^\S+/.exec(text)?.[0].length ?? 0)),
  );
  const full = breaks.filter((needed) => needed > width);
  return width >= NARROWEST && breaks.length >= FEWEST_WRAPPED && full.length >= breaks.length * FULL_SHARE;
}

/**
 * A row's lines as one; null where it cannot be known which of them ended at a tab. Where cells are missing, lines ended at tabs,
 * and it is those that leave the least text in the columns of short texts.
 */
function joined({ lines }: WrappedRow, isWide: readonly boolean[]): CellsLine | null {
  const pieces = lines.map(({ text }) => text.split("\t").map((cell) => cell.trim()));
  const missing = isWide.length - pieces.reduce((sum, more) => sum + more.length - 1, 1);
  const readings = placements(pieces.length - 1, missing)
    .map((tabs) => cellsOf(pieces, tabs))
    .map((cells) => ({ cells, short: cells.reduce((sum, cell, at) => sum + (isWide[at] ? 0 : cell.length), 0) }))
    .sort((a, b) => a.short - b.short);
  const [best, second] = readings;
  const [first, last] = [lines[0], lines.at(-1)];
  if (best === undefined || best.short === second?.short || first === undefined || last === undefined) return null;
  const { line, gapBefore, pageStart } = first;
  const cells = best.cells.map((text) => ({ text }));
  return { kind: "cells", cells, line, lineLast: last.line, gapBefore, pageStart };
}

/** Which of the breaks between lines may be tabs, if so many are. */
function placements(breaks: number, tabs: number): number[][] {
  if (tabs <= 0) return [[]];
  if (tabs > MOST_TABS || breaks > MOST_BREAKS) return [];
  return Array.from({ length: breaks }, (_, last) =>
    placements(last, tabs - 1).map((before) => [...before, last]),
  ).flat();
}

function cellsOf(pieces: readonly (readonly string[])[], tabs: readonly number[]): string[] {
  const cells = [...(pieces[0] ?? [])];
  for (const [at, [start = "", ...more]] of pieces.slice(1).entries()) {
    if (tabs.includes(at)) cells.push(start);
    else cells.push(`${cells.pop() ?? ""} ${start}`.trim());
    cells.push(...more);
  }
  return cells;
}
