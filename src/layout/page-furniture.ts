/** Running heads, feet and page numbers: what comes again, figures aside, at the same place of the next page. */
import type { Page } from "../model/page.js";
import type { PageLine } from "./page-lines.js";

/** Share of a page's height, from either edge, in which furniture stands. */
const EDGE = 0.12;
/** Points by which its place may differ. */
const SAME_PLACE_PT = 4;
/** Furniture is short. */
const LONGEST = 160;

interface EdgeLine {
  readonly text: string;
  readonly page: number;
  readonly fromTopPt: number;
  readonly fromBottomPt: number;
}

/** The lines of each page that are furniture; `lines[n]` are those of `pages[n]`. */
export function pageFurniture(pages: readonly Page[], lines: readonly (readonly PageLine[])[]): Set<PageLine> {
  const found = new Set<PageLine>();
  const marks = pages.map((page, at) => edgeLines(page, lines[at] ?? []));
  for (let at = 1; at < pages.length; at += 1) {
    const before = marks[at - 1] ?? new Map<PageLine, EdgeLine>();
    for (const [line, mark] of marks[at] ?? [])
      for (const [other, earlier] of before)
        if (isSame(mark, earlier)) {
          found.add(line);
          found.add(other);
        }
  }
  for (const [at, page] of pages.entries()) keepOutermost(page, lines[at] ?? [], found);
  return found;
}

/** Furniture stands outside all else: what repeats below a page's own first line is its own too. */
function keepOutermost(page: Page, lines: readonly PageLine[], found: Set<PageLine>): void {
  const inward = (line: PageLine): number => Math.min(line.bbox[1], page.heightPt - line.bbox[3]);
  for (const atTop of [true, false]) {
    const half = lines
      .filter((line) => line.bbox[1] + line.bbox[3] < page.heightPt === atTop)
      .sort((a, b) => inward(a) - inward(b));
    const own = half.find((line) => !found.has(line));
    if (own === undefined) continue;
    for (const line of half) if (inward(line) > inward(own) + SAME_PLACE_PT) found.delete(line);
  }
}

const isSame = (one: EdgeLine, other: EdgeLine): boolean =>
  (Math.abs(one.fromTopPt - other.fromTopPt) <= SAME_PLACE_PT ||
    Math.abs(one.fromBottomPt - other.fromBottomPt) <= SAME_PLACE_PT) &&
  isSameText(one, other);

const FIGURES = /\d+/g;

/** Whether two texts are the same but for the page's number, at either end or behind "page". */
function isSameText(one: EdgeLine, other: EdgeLine): boolean {
  if (one.text === other.text) return true;
  if (one.text.replace(FIGURES, "#") !== other.text.replace(FIGURES, "#")) return false;
  const [numbers, others] = [[...one.text.matchAll(FIGURES)], [...other.text.matchAll(FIGURES)]];
  const differing = numbers.flatMap((number, at) =>
    number[0] === others[at]?.[0] ? [] : [{ number, other: others[at] }],
  );
  return differing.every(({ number, other: earlier }) => {
    const [before, behind] = [one.text.slice(0, number.index), one.text.slice(number.index + number[0].length)];
    const counts = Number(number[0]) - Number(earlier?.[0]) === one.page - other.page;
    return (
      counts && (!/[\p{L}\p{N}]/u.test(before) || !/[\p{L}\p{N}]/u.test(behind) || /\bp(?:age|\.)?\s*$/i.test(before))
    );
  });
}

function edgeLines(page: Page, lines: readonly PageLine[]): Map<PageLine, EdgeLine> {
  const marks = new Map<PageLine, EdgeLine>();
  const edge = EDGE * page.heightPt;
  for (const line of lines) {
    const [, top, , bottom] = line.bbox;
    if (line.text.length > LONGEST || (top > edge && bottom < page.heightPt - edge)) continue;
    const text = line.text.replace(/\s+/g, " ");
    marks.set(line, { text, page: page.number, fromTopPt: top, fromBottomPt: page.heightPt - bottom });
  }
  return marks;
}
