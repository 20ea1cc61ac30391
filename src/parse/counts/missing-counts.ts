/**
 * Whether a summary names a status without a count: "the rest are red", a count that cannot be read. In: what the summary
 * states, and the blocks around it. Out: yes or no. Such counts cannot be compared with their sum.
 */
import type { Block } from "../../model/block.js";
import type { Profile } from "../../schema/profile.js";
import { plainLineAt } from "../plain-lines.js";
import type { ReportSpan } from "../report/report-span.js";
import { statusReader } from "../status.js";
import { KEY_STATUSES } from "../status-patterns.js";
import type { SummaryReading } from "./paragraph-counts.js";
import type { Token } from "./tokens.js";

/** Blocks around the counts that still belong to them. */
const NEAR = 1;
const WORD = /\p{L}+/gu;
/** Longest line that is read, in characters. */
const LONGEST = 3000;

/** Whether a status without a count is named among or beside the counts. */
export function lacksCount(
  blocks: readonly Block[],
  tokens: readonly Token[],
  { statements, blocks: own }: SummaryReading,
  span: ReportSpan,
  profile: Profile,
): boolean {
  if (statements.length === 0) return false;
  const status = statusReader(profile, KEY_STATUSES);
  const stated = new Set(statements.map(({ rag }) => rag));
  const within = [...own].filter((block) => block < span.bodyFrom);
  if (within.length === 0) return false;
  const [from, to] = [Math.min(...within) - NEAR, Math.max(...within) + NEAR];
  const isNear = (block: number): boolean => block >= from && block <= to && !span.skip.has(block);
  if (tokens.some((token) => token.kind === "label" && token.colour && isNear(token.block) && !stated.has(token.rag)))
    return true;
  for (let index = Math.max(span.from, from); index <= Math.min(span.bodyFrom - 1, to); index += 1) {
    const line = isNear(index) ? plainLineAt(blocks, index) : null;
    if (line === null || line.length > LONGEST) continue;
    for (const [word] of line.matchAll(WORD)) {
      const named = status.read(word);
      if (named?.source === "word" && status.readLabel(word)?.colour === true && !stated.has(named.rag)) return true;
    }
  }
  return false;
}
