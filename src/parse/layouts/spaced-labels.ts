/**
 * Labels that white space alone separates from their values, as web pages print them: "Status   Complete" above "Owner   Parks". In:
 * blocks and the roles of known labels. Out: these labels in plain form; none where they do not come again, one below
 * another: a table's columns are separated too, and its headings are in one line.
 */
import { plainForm } from "../../language/words.js";
import type { Block } from "../../model/block.js";
import type { ColumnRole } from "../../schema/profile.js";
import { SPACED } from "./list-grammar.js";

/** Prints of a label, and different labels, that show the habit. */
const FEWEST = 2;
/** Characters of a label. */
const LONGEST = 40;

export function spacedLabels(blocks: readonly Block[], roles: ReadonlyMap<string, ColumnRole>): ReadonlySet<string> {
  const names = blocks.map((block) => labelOf(block, roles));
  const counts = new Map<string, number>();
  names.forEach((name, at) => {
    const neighbours = [names[at - 1], names[at + 1]];
    const isBesideAnother = neighbours.some((each) => (each ?? null) !== null && each !== name);
    if (name !== null && isBesideAnother) counts.set(name, (counts.get(name) ?? 0) + 1);
  });
  const usual = [...counts].filter(([, count]) => count >= FEWEST).map(([name]) => name);
  return new Set(usual.length < FEWEST ? [] : usual);
}

/** Labels of updates that are alone on their lines, each of them several times, as in every card of a list. */
export function labelsAlone(blocks: readonly Block[], roles: ReadonlyMap<string, ColumnRole>): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const block of blocks) {
    if (block.kind !== "line" || block.text.length > LONGEST || block.furniture === true) continue;
    const name = plainForm(block.text);
    if (roles.get(name) === "update") counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= FEWEST).map(([name]) => name));
}

/** The known label that a line begins with before a wide space and a value that is no label. */
function labelOf(block: Block, roles: ReadonlyMap<string, ColumnRole>): string | null {
  const [, printed, value] = block.kind === "line" ? (SPACED.exec(block.text) ?? []) : [];
  if (printed === undefined || value === undefined) return null;
  const name = plainForm(printed);
  return roles.has(name) && !roles.has(plainForm(value.split(/\s{2,}/, 1)[0] ?? "")) ? name : null;
}
