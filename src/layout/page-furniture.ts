/** Running heads, feet and page numbers: what comes again, figures aside, at the same place of the next page. */
import type { Page } from "../model/page.js";
import type { PageLine } from "./page-lines.js";

/** Share of a page's height, from either edge, in which furniture stands. */
const EDGE = 0.12;
/** Points by which its place may differ. */
const SAME_PLACE_PT = 4;
/** Furniture is short. */
const LONGEST = 160;

interface Mark {
  readonly text: string;
  readonly fromTopPt: number;
  readonly fromBottomPt: number;
}

/** The lines of each page that are furniture; `lines[n]` are those of `pages[n]`. */
export function pageFurniture(pages: readonly Page[], lines: readonly (readonly PageLine[])[]): Set<PageLine> {
  const found = new Set<PageLine>();
  const marks = pages.map((page, at) => edgeMarks(page, lines[at] ?? []));
  for (let at = 1; at < pages.length; at += 1) {
    const before = marks[at - 1] ?? new Map<PageLine, Mark>();
    for (const [line, mark] of marks[at] ?? [])
      for (const [other, earlier] of before)
        if (isSame(mark, earlier)) {
          found.add(line);
          found.add(other);
        }
  }
  return found;
}

const isSame = (one: Mark, other: Mark): boolean =>
  one.text === other.text &&
  (Math.abs(one.fromTopPt - other.fromTopPt) <= SAME_PLACE_PT ||
    Math.abs(one.fromBottomPt - other.fromBottomPt) <= SAME_PLACE_PT);

function edgeMarks(page: Page, lines: readonly PageLine[]): Map<PageLine, Mark> {
  const marks = new Map<PageLine, Mark>();
  const edge = EDGE * page.heightPt;
  for (const line of lines) {
    const [, top, , bottom] = line.bbox;
    if (line.text.length > LONGEST || (top > edge && bottom < page.heightPt - edge)) continue;
    const text = line.text.replace(/\d+/g, "#").replace(/\s+/g, " ");
    marks.set(line, { text, fromTopPt: top, fromBottomPt: page.heightPt - bottom });
  }
  return marks;
}
