/**
 * Pieces of a key behind the beginning of the rows, as text taken out of a PDF may have them. In: the blocks from there
 * on. Out: labels and full counts ("4/15 (27%)") on lines of their own, with the lines of definition between them.
 */
import type { Block } from "../model/block.js";
import type { KeyZone } from "./key-sentences.js";
import type { Token, TokenReader } from "./key-tokens.js";

/** Lines of definition that a label may have before its count. */
const LONGEST_DEFINITION = 8;

export interface StrayKey {
  readonly tokens: readonly Token[];
  readonly blocks: ReadonlySet<number>;
}

export function strayTokens(blocks: readonly Block[], zone: KeyZone, read: TokenReader): StrayKey {
  const tokens: Token[] = [];
  const taken = new Set<number>();
  for (let index = zone.bodyFrom; index < zone.to; index += 1) {
    const token = lineToken(blocks, index, zone, read);
    if (token === null) continue;
    if (isFull(token)) {
      tokens.push(token);
      taken.add(index);
      continue;
    }
    if (token.kind !== "label" || !token.colour) continue;
    const end = countBelow(blocks, index, zone, read);
    if (end === null) continue;
    tokens.push(token);
    for (let at = index; at < end; at += 1) taken.add(at);
  }
  return { tokens, blocks: taken };
}

const isFull = (token: Token): boolean => token.kind === "count" && token.count.full;

/** The token of a line that is nothing else. */
function lineToken(blocks: readonly Block[], index: number, zone: KeyZone, read: TokenReader): Token | null {
  const block = blocks[index];
  if (block?.kind !== "line" || zone.skip.has(index) || block.text.length > 60) return null;
  const tokens = read(block, index);
  const [token] = tokens;
  return tokens.length === 1 && token !== undefined ? token : null;
}

/** The block of the count that a label's definition leads to, or null where another label or none follows. */
function countBelow(blocks: readonly Block[], index: number, zone: KeyZone, read: TokenReader): number | null {
  for (let next = index + 1; next < zone.to && next <= index + LONGEST_DEFINITION; next += 1) {
    const block = blocks[next];
    if (block?.kind !== "line") return null;
    const token = lineToken(blocks, next, zone, read);
    if (token === null) continue;
    if (isFull(token)) return next;
    if (token.kind === "label" && next === index + 1) return null;
  }
  return null;
}
