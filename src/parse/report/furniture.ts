/**
 * Page furniture: page numbers, protective markings, and lines repeated at the edge of page after page. In: a document's
 * blocks. Out: the indexes of those that are furniture, or the blocks with these marked; the lines of a report's own header are not.
 */
import { type HeadingReader, headingReader } from "../../language/headings.js";
import { hasPageNumber, isPageNumberOrMarking } from "../../language/page-numbers.js";
import type { Block } from "../../model/block.js";
import type { Profile } from "../../schema/profile.js";
import { headerReader } from "../header/header-reader.js";
import { statusReader } from "../status.js";
import { headingGrammar } from "../update-heading.js";
import { isOwnHeaderLine } from "./own-header-line.js";
import { numberless, repeatedAtEdges } from "./repeated-lines.js";
import { opensEachReport } from "./repeated-titles.js";

/** List items, ends of sentences and lines that continue others are text, wherever they are on the page. */
const TEXT = /^[-–•▪◦●·*>»→\p{Ll}(]|[.;:,]$/u;

const COUNT = /^\d{1,4} of \d{1,4}$/;

/** Whether a line such as "2 of 10" has another right before or after it: a column of counts, and no page number. */
function isOneOfSeveral(blocks: readonly Block[], index: number): boolean {
  const isCount = (at: number): boolean => {
    const block = blocks[at];
    return block?.kind === "line" && COUNT.test(block.text.trim());
  };
  return isCount(index) && (isCount(index - 1) || isCount(index + 1));
}

/** The blocks that are furniture. */
export function findFurniture(blocks: readonly Block[], profile: Profile): Set<number> {
  const [role, status] = [headingReader(profile), statusReader(profile)];
  const found = new Set<number>();
  const breaks = new Set<number>();
  blocks.forEach((block, index) => {
    if (block.pageStart || index === 0) breaks.add(index);
    if (block.kind !== "line" || !isPageNumberOrMarking(block.text, profile)) return;
    if (isOneOfSeveral(blocks, index)) return;
    found.add(index);
    // In a text without page breaks, a printed page number shows where one was.
    if (hasPageNumber(block.text)) breaks.add(index).add(index + 1);
  });
  const update = headingGrammar(profile);
  const header = headerReader(profile);
  const isContent = (text: string): boolean =>
    TEXT.test(text) ||
    role(text) !== null ||
    status.read(text) !== null ||
    (update.read(text) !== null && header.period.read(text)?.fields.themeNumber === undefined);
  // The layout marks lines repeated at the same place of pages; only their words show which are the report's header.
  const groups = [...repeatedAtEdges(blocks, breaks, found, isContent), ...markedLines(blocks, role)];
  for (const indexes of groups) {
    if (opensEachReport(blocks, indexes, header, role)) continue;
    // The first of a group may be the report's own header line, which later pages repeat.
    for (const index of indexes) if (!isOwnHeaderLine(blocks, index, indexes[0] ?? index, header)) found.add(index);
  }
  return found;
}

/**
 * The blocks of a text over several pages with those marked that are furniture, so that no row takes a page's head or foot that is
 * printed within it. Of a document that is read page by page, the layout has marked them by their places.
 */
export function withMarkedFurniture(blocks: readonly Block[], profile: Profile): readonly Block[] {
  const hasPages = blocks.some(({ pageStart }, index) => pageStart && index > 0);
  if (!hasPages || blocks.some(({ place }) => place.page !== null)) return blocks;
  const found = findFurniture(blocks, profile);
  return blocks.map((block, index) =>
    block.kind === "line" && block.furniture !== true && found.has(index) ? { ...block, furniture: true } : block,
  );
}

/** The lines that the layout marks as repeated, in groups with the same words; the column headings of a table are in none. */
function markedLines(blocks: readonly Block[], role: HeadingReader): Iterable<number[]> {
  const groups = new Map<string, number[]>();
  blocks.forEach((block, index) => {
    if (block.kind !== "line" || block.furniture !== true) return;
    if (block.text.split(/\s{2,}/).filter((cell) => role(cell) !== null).length >= 2) return;
    const text = numberless(block.text);
    const same = groups.get(text);
    if (same === undefined) groups.set(text, [index]);
    else same.push(index);
  });
  return groups.values();
}
