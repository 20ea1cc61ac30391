/**
 * The columns of a table that may be its titles though their heading is of another kind, or of none. In: the roles given so far,
 * what the cells hold, and the evidence. Out: indices of columns of different phrases in a list that has statuses; none
 * where headings are known for something else.
 */
import type { ColumnRole } from "../../schema/profile.js";
import type { ColumnFacts } from "./cell-facts.js";
import type { Evidence } from "./evidence.js";
import { HEADING, OTHER } from "./weights.js";

/** Rows that show what a column holds. */
const FEWEST_ROWS = 3;
/** Share of cells that are phrases, and of different ones: what groups rows comes again. */
const PHRASES = 0.8;
const DISTINCT = 0.9;
/** Words that a thing to be done has on average, at least. */
const FEWEST_WORDS = 3;
/** Share of cells that may be something else. */
const FEW = 0.2;

export function titlesByCells(
  roles: readonly ColumnRole[],
  facts: readonly ColumnFacts[],
  evidence: readonly Evidence[],
): number[] {
  if (!roles.includes("status") || !(roles.includes("number") || roles.includes("organisation"))) return [];
  return roles.flatMap((role, index) => {
    const isKnown = (evidence[index]?.other ?? 0) >= HEADING.exact + OTHER;
    return role === "other" && !isKnown && areTitles(facts[index]) ? [index] : [];
  });
}

function areTitles(facts: ColumnFacts | undefined): boolean {
  if (facts === undefined || facts.filled < FEWEST_ROWS) return false;
  const { phrases, distinct, words, statuses, dates, figures, codes, dated } = facts;
  const isOther = Math.max(statuses, dates, figures, codes, dated) > FEW;
  return phrases >= PHRASES && distinct >= DISTINCT && words >= FEWEST_WORDS && !isOther;
}
