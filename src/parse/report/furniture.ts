/**
 * Page furniture: page numbers, protective markings, and lines that come again at the edge of page after page. In: a
 * document's blocks. Out: the indexes of those that are furniture, a report's own head lines excepted.
 */
import { headingReader } from "../../language/headings.js";
import { hasPageNumber, isPageNumberOrMarking } from "../../language/page-numbers.js";
import { singleSpaced } from "../../language/spaces.js";
import type { Block } from "../../model/block.js";
import type { Profile } from "../../schema/profile.js";
import { type HeadReader, headReader } from "../header/header.js";
import { headLineAt } from "../header/header-lines.js";
import { statusReader } from "../status.js";
import { headingGrammar } from "../update-heading.js";

/** Furniture is short. */
const LONGEST = 140;
/** Blocks behind a head line in which the same head states its period. */
const HEAD_REACH = 8;
/** Lines below the period that may come before the theme. */
const THEME_REACH = 12;
/** Lines at a page's top or bottom that may be furniture. */
const EDGE_LINES = 2;
/** The blocks that are furniture. */
export function findFurniture(blocks: readonly Block[], profile: Profile): Set<number> {
  const [role, status] = [headingReader(profile), statusReader(profile)];
  const found = new Set<number>();
  const breaks = new Set<number>();
  blocks.forEach((block, index) => {
    if (block.pageStart || index === 0) breaks.add(index);
    if (block.kind !== "line" || !isPageNumberOrMarking(block.text, profile)) return;
    found.add(index);
    // Where no page break is kept, a page's number still says where one was.
    if (hasPageNumber(block.text)) breaks.add(index).add(index + 1);
  });
  const update = headingGrammar(profile);
  const head = headReader(profile);
  const isContent = (text: string): boolean =>
    CONTENT.test(text) ||
    role(text) !== null ||
    status.read(text) !== null ||
    (update.read(text) !== null && head.period.read(text)?.head.themeNumber === undefined);
  // The first may be the report's own head line, which later pages repeat.
  for (const indexes of repeatedAtEdges(blocks, breaks, found, isContent))
    for (const index of indexes) if (!isOwnHead(blocks, index, indexes[0] ?? index, head)) found.add(index);
  // Pages know by place what comes again on them; which of it is the report's own head only its words tell.
  const firsts = new Map<string, number>();
  blocks.forEach((block, index) => {
    if (block.kind !== "line" || block.furniture !== true) return;
    // A table's headings come again on every page too.
    if (block.text.split(/\s{2,}/).filter((cell) => role(cell) !== null).length >= 2) return;
    const text = numberless(block.text);
    const first = firsts.get(text) ?? index;
    firsts.set(text, first);
    if (!isOwnHead(blocks, index, first, head)) found.add(index);
  });
  return found;
}

/** List items, ends of sentences and lines that go on from others are text, wherever they stand. */
const CONTENT = /^[-–•▪◦●·*>»→\p{Ll}(]|[.;:,]$/u;

/**
 * Lines that stand in one place of page after page, in groups: with the same words, or with the same words around a
 * number that counts the pages.
 */
function repeatedAtEdges(
  blocks: readonly Block[],
  breaks: ReadonlySet<number>,
  found: ReadonlySet<number>,
  isContent: (text: string) => boolean,
): number[][] {
  const places = new Map<string, number[]>();
  const starts = [...breaks, blocks.length].sort((a, b) => a - b);
  for (const start of starts)
    for (let offset = -EDGE_LINES; offset < EDGE_LINES; offset += 1) {
      const index = start + offset;
      const text = lineAt(blocks, index);
      if (text === null || found.has(index) || isContent(text)) continue;
      for (const mask of new Set([text, numberless(text)])) {
        const key = `${offset} ${mask}`;
        const same = places.get(key);
        if (same === undefined) places.set(key, [index]);
        else if (same.at(-1) !== index) same.push(index);
      }
    }
  return [...places].flatMap(([key, indexes]) =>
    indexes.length >= 2 && (!key.includes("#") || countsPages(blocks, indexes)) ? [indexes] : [],
  );
}

const lineAt = (blocks: readonly Block[], index: number): string | null => {
  const block = blocks[index];
  return block?.kind === "line" && block.text.length <= LONGEST ? singleSpaced(block.text) : null;
};

/** The text with its last number, which may count pages, masked. */
const numberless = (text: string): string => text.replace(/\d+(?=\D*$)/, "#");
const lastNumber = (text: string): number => Number(/\d+(?=\D*$)/.exec(text)?.[0] ?? Number.NaN);

/** Numbers at page edges are page numbers when each is one more than the one before. */
function countsPages(blocks: readonly Block[], indexes: readonly number[]): boolean {
  const numbers = indexes.map((index) => lastNumber(lineAt(blocks, index) ?? ""));
  return numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
}

/**
 * Whether a line that comes again is a report's own: the first that names plan or period, or one above another theme or
 * period than the first, as where a file holds several reports of one plan.
 */
function isOwnHead(blocks: readonly Block[], index: number, first: number, head: HeadReader): boolean {
  const period = periodBelow(blocks, index, head);
  if (index === first) return period !== null || namesPlan(blocks, index, head);
  return period !== null && period !== periodBelow(blocks, first, head);
}

function namesPlan(blocks: readonly Block[], index: number, head: HeadReader): boolean {
  const line = headLineAt(blocks, index);
  return line !== null && (head.plan.dated(line) !== null || head.plan.undated(line) !== null);
}

function periodBelow(blocks: readonly Block[], index: number, head: HeadReader): string | null {
  const line = headLineAt(blocks, index);
  if (line === null || !(namesPlan(blocks, index, head) || head.period.read(line) !== null)) return null;
  for (let at = index; at < blocks.length && at < index + HEAD_REACH; at += 1) {
    const below = headLineAt(blocks, at);
    const stated = below === null ? undefined : head.period.read(below)?.head;
    if (stated?.quarter === undefined) continue;
    const theme = stated.themeNumber ?? themeBelow(blocks, at, head);
    return `${theme}/${stated.quarter}/${stated.publishedMonth}`;
  }
  return null;
}

/** The theme that the lines of a head name below its period: its key may stand between. */
function themeBelow(blocks: readonly Block[], index: number, head: HeadReader): number | null {
  for (let at = index + 1; at < blocks.length && at <= index + THEME_REACH; at += 1) {
    const below = headLineAt(blocks, at);
    const theme = below === null ? undefined : head.period.read(below)?.head.themeNumber;
    if (theme !== undefined) return theme;
  }
  return null;
}
