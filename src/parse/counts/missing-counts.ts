/**
 * Whether a header states counts that were not read: "the rest are red", a figure that no status took, a sentence that leaves open
 * what its numbers count. In: what was read, and the header's blocks. Out: yes or no. Only complete counts must add up to a total,
 * and only a report without any may be said to state none.
 */
import { hasDigit } from "../../language/characters.js";
import type { Block } from "../../model/block.js";
import type { Profile } from "../../schema/profile.js";
import { plainLineAt } from "../plain-lines.js";
import type { ReportSpan } from "../report/report-span.js";
import type { PlacedToken } from "./block-tokens.js";
import { isLabel } from "./labels.js";
import type { SummaryReading } from "./paragraph-counts.js";
import { type Token, tokenizerOf } from "./tokens.js";

/** Blocks around the counts that still belong to them. */
const NEAR = 1;
/** Longest line that is read, in characters. */
const LONGEST = 3000;

/** @param tokens those of the header's blocks */
export function lacksCount(
  blocks: readonly Block[],
  tokens: readonly PlacedToken[],
  reading: SummaryReading | null,
  span: ReportSpan,
  profile: Profile,
): boolean {
  if (reading === null || reading.statements.length === 0) return statesUnreadCounts(blocks, tokens, span, profile);
  const stated = new Set(reading.statements.map(({ rag }) => rag));
  const within = [...reading.blocks].filter((block) => block < span.bodyFrom);
  if (within.length === 0) return false;
  const [from, to] = [Math.min(...within) - NEAR, Math.max(...within) + NEAR];
  const near = tokens.filter(({ block }) => block >= from && block <= to && !span.skip.has(block));
  const taken = reading.taken.map(({ text }) => text).join("\n");
  const counted = new Set(near.filter(({ kind }) => kind === "count" || kind === "number").map(({ block }) => block));
  const isUncounted = (token: PlacedToken): boolean =>
    isLabel(token) && token.rag !== null && !stated.has(token.rag) && counted.has(token.block);
  const isLost = (token: Token): boolean =>
    token.kind === "count" ? !taken.includes(token.text) : isColour(token) && !token.isSign && !stated.has(token.rag);
  if (near.some((token) => isLost(token) || isUncounted(token))) return true;
  const { tokens: scan } = tokenizerOf(profile);
  for (let index = Math.max(span.from, from); index <= Math.min(span.bodyFrom - 1, to); index += 1) {
    const line = span.skip.has(index) ? null : plainLineAt(blocks, index);
    if (line === null || line.length > LONGEST) continue;
    if (scan(line).some(isLost)) return true;
  }
  return false;
}

const isColour = (token: Token): token is Token & { readonly kind: "label" } => isLabel(token) && token.colour;

/** Whether a line or row names a status beside a share, or a line of shares is next to one of statuses. */
function statesUnreadCounts(
  blocks: readonly Block[],
  tokens: readonly PlacedToken[],
  span: ReportSpan,
  profile: Profile,
): boolean {
  const named = new Set(tokens.filter((token) => isLabel(token) && token.rag !== null).map(({ block }) => block));
  if (tokens.some(({ kind, block }) => kind === "count" && [-1, 0, 1].some((step) => named.has(block + step))))
    return true;
  const { tokens: scan } = tokenizerOf(profile);
  for (let index = span.from; index < span.bodyFrom; index += 1) {
    const line = span.skip.has(index) ? null : plainLineAt(blocks, index);
    if (line === null || line.length > LONGEST || !hasDigit(line)) continue;
    const found = scan(line);
    const hasShare = found.some(({ kind }) => kind === "count" || kind === "percent");
    if (hasShare && found.some((token) => isLabel(token) && token.rag !== null && !token.isSign)) return true;
  }
  return false;
}
