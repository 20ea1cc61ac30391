/** Page furniture: page numbers, protective markings, and lines that come again at the edge of page after page. */
import { headingReader } from "../language/headings.js";
import { anyOf } from "../language/words.js";
import type { Block } from "../model/block.js";
import type { Profile } from "../schema/profile.js";
import { statusReader } from "./status.js";

/** Furniture is short. */
const LONGEST = 140;
const DIGITS = /\d+/g;

const patterns = new WeakMap<Profile, RegExp>();

function patternOf(profile: Profile): RegExp {
  let pattern = patterns.get(profile);
  if (pattern === undefined) {
    const marking = `(?:${anyOf(profile.markings)})`;
    const number =
      "(?:page\\s*:?\\s*\\d{1,4}(?:\\s*(?:of|/)\\s*\\d{1,4})?|\\d{1,4}\\s+of\\s+\\d{1,4}|[-–—]\\s*\\d{1,4}\\s*[-–—]|\\d{1,4}\\s*\\|\\s*page)";
    pattern = new RegExp(`^(?:${marking}|${number})(?:[\\s|·•:–—-]*(?:${marking}|${number}))*$`, "i");
    patterns.set(profile, pattern);
  }
  return pattern;
}

/** The blocks that are furniture. */
export function findFurniture(blocks: readonly Block[], profile: Profile): Set<number> {
  const pattern = patternOf(profile);
  const role = headingReader(profile);
  const status = statusReader(profile);
  const found = new Set<number>();
  const edges = new Map<string, number[]>();
  blocks.forEach((block, index) => {
    if (block.kind !== "line" || block.text.length > LONGEST) return;
    if (/^(?:[^\d\s]|\d)/.test(block.text) && pattern.test(block.text)) {
      found.add(index);
      return;
    }
    if (!isPageEdge(blocks, index) || role(block.text) !== null || status.read(block.text) !== null) return;
    const mask = block.text.replace(DIGITS, "#").replace(/\s+/g, " ");
    const same = edges.get(mask);
    if (same === undefined) edges.set(mask, [index]);
    else same.push(index);
  });
  for (const [mask, indexes] of edges) {
    if (indexes.length < 2 || (mask === "#" && !countsPages(blocks, indexes))) continue;
    // The first of them may be the report's own head line, which later pages repeat.
    const first = indexes[0] ?? 0;
    const keepFirst = blocks[first]?.pageStart !== true && isFirstPageTop(blocks, first);
    for (const index of keepFirst ? indexes.slice(1) : indexes) found.add(index);
  }
  return found;
}

const isFirstPageTop = (blocks: readonly Block[], index: number): boolean => {
  for (let at = index; at >= 0; at -= 1) if (blocks[at]?.pageStart === true && at > 0) return false;
  return index < 2;
};

function isPageEdge(blocks: readonly Block[], index: number): boolean {
  const [here, next, second] = [blocks[index], blocks[index + 1], blocks[index + 2]];
  return (
    here?.pageStart === true ||
    index === 0 ||
    blocks[index - 1]?.pageStart === true ||
    next === undefined ||
    next.pageStart ||
    second?.pageStart === true
  );
}

/** Bare numbers at page edges are page numbers when each is one more than the one before. */
function countsPages(blocks: readonly Block[], indexes: readonly number[]): boolean {
  const numbers = indexes.map((index) => {
    const block = blocks[index];
    return block?.kind === "line" ? Number(block.text) : Number.NaN;
  });
  return numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
}
