/**
 * Counts above a report's title, which may be another paper's. In: the lines above, or the counts and the rows read. Out: whether a letter
 * states them, and the counts that are the report's.
 */
import type { Block } from "../../model/block.js";
import type { PrintedStatement } from "../../model/printed.js";
import { plainLineAt } from "../plain-lines.js";

/** Blocks above a title within which a letter begins. */
const LONGEST_LETTER = 60;
/** "Dear colleagues,", "Hi Dev,": how a letter or a message begins. */
const SALUTATION =
  /^(?:dear|hi|hello|good (?:morning|afternoon)|to whom)\b[^.:;]{0,50}$|^(?:all|colleagues|members|\p{Lu}\p{Ll}+),$/iu;

export function isLetterAbove(blocks: readonly Block[], above: number, title: number): boolean {
  for (let index = Math.max(above, title - LONGEST_LETTER); index < title; index += 1)
    if (SALUTATION.test((plainLineAt(blocks, index) ?? "").trim())) return true;
  return false;
}

interface StatedCounts {
  readonly statements: readonly PrintedStatement[];
  /** Whether neither the report nor a letter above it states them. */
  readonly isUnsure: boolean;
}

/** Counts that neither the report nor a letter states are its own only where they count as many rows as it has. */
export function ownStatements({ statements, isUnsure }: StatedCounts, rows: number): readonly PrintedStatement[] {
  if (!isUnsure) return statements;
  const sum = statements.reduce((all, { count }) => all + (count ?? 0), 0);
  return statements.every(({ total }) => (total ?? sum) === rows) ? statements : [];
}
