/**
 * Furniture of pages: running headers, footers and page numbers. In: pages with their lines. Out: the lines that are
 * repeated at the same place of the next page, apart from the page number. Lines inside the text area are refused.
 */
import { isGroupLine } from "../language/group-lines.js";
import type { Page } from "../model/page.js";
import type { PageLine } from "./page-lines.js";

/** Height of the areas at the top and bottom of a page where furniture is, as a share of the page's height. */
const EDGE = 0.12;
/** Largest difference between two positions of the same furniture, in points. */
const SAME_PLACE_PT = 4;
/** Longest furniture, in characters. */
const LONGEST = 160;

interface EdgeLine {
  readonly text: string;
  readonly page: number;
  /** How many the document has. */
  readonly pages: number;
  readonly fromTopPt: number;
  readonly fromBottomPt: number;
}

/** The lines of each page that are furniture; `lines[n]` are those of `pages[n]`. */
export function pageFurniture(pages: readonly Page[], lines: readonly (readonly PageLine[])[]): Set<PageLine> {
  const found = new Set<PageLine>();
  const edges = pages.map((page, at) => edgeLines(page, pages.length, lines[at] ?? []));
  for (let at = 1; at < pages.length; at += 1) {
    const before = edges[at - 1] ?? new Map<PageLine, EdgeLine>();
    for (const [line, own] of edges[at] ?? [])
      for (const [other, earlier] of before)
        if (isSame(own, earlier)) {
          found.add(line);
          found.add(other);
        }
  }
  for (const [at, page] of pages.entries()) keepOutermost(page, lines[at] ?? [], found);
  return found;
}

/**
 * Removes lines that are nearer to the middle of the page than a line that is no furniture: they belong to the text.
 */
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
/** After a page number, how many pages there are: "1/4", "1 of 4". */
const ALL_PAGES = /^\s?(?:\/|of)\s?(\d{1,4})$/iu;

/** Whether two texts differ only in the page number, at either end, before the number of all pages, or after "page". */
function isSameText(one: EdgeLine, other: EdgeLine): boolean {
  if (one.text === other.text) return true;
  if (one.text.replace(FIGURES, "#") !== other.text.replace(FIGURES, "#")) return false;
  const [numbers, others] = [[...one.text.matchAll(FIGURES)], [...other.text.matchAll(FIGURES)]];
  const differing = numbers.flatMap((number, at) =>
    number[0] === others[at]?.[0] ? [] : [{ number, other: others[at] }],
  );
  return differing.every(({ number, other: earlier }) => {
    const [before, after] = [one.text.slice(0, number.index), one.text.slice(number.index + number[0].length)];
    const followsPages = Number(number[0]) - Number(earlier?.[0]) === one.page - other.page;
    return (
      followsPages &&
      (!/[\p{L}\p{N}]/u.test(before) ||
        !/[\p{L}\p{N}]/u.test(after) ||
        countsPages(one, Number(number[0]), after) ||
        /\bp(?:age|\.)?\s*$/i.test(before))
    );
  });
}

/** Whether a number and what is after it count the document's pages: "Theme 2 of 4" counts its groups. */
const countsPages = ({ text, page, pages }: EdgeLine, number: number, after: string): boolean =>
  number === page && Number(ALL_PAGES.exec(after)?.[1]) === pages && !isGroupLine(text);

/** The short lines near the top and bottom edge of a page. */
function edgeLines(page: Page, pages: number, lines: readonly PageLine[]): Map<PageLine, EdgeLine> {
  const found = new Map<PageLine, EdgeLine>();
  const edge = EDGE * page.heightPt;
  for (const line of lines) {
    const [, top, , bottom] = line.bbox;
    if (line.text.length > LONGEST || (top > edge && bottom < page.heightPt - edge)) continue;
    const text = line.text.replace(/\s+/g, " ");
    found.set(line, { text, page: page.number, pages, fromTopPt: top, fromBottomPt: page.heightPt - bottom });
  }
  return found;
}
