/**
 * Words of a list's own scale, in the place where its other entries have known statuses: "- Done" beside "- Amber" and "- Green". In: a
 * report's rows. Out: such words, which say no colour; none where too few known statuses are there.
 */
import { hasDigit } from "../../language/characters.js";
import { plainForm } from "../../language/words.js";
import type { Block } from "../../model/block.js";
import type { StatusReader } from "../status.js";

/** Different known statuses that make what is there a scale, and prints of an unknown word of it. */
const FEWEST_KNOWN = 2;
const FEWEST_PRINTS = 2;
const MOST_WORDS = 3;

export function listedWords(rows: readonly Block[], status: StatusReader): string[] {
  const known = new Set<string>();
  const counts = new Map<string, number>();
  for (const text of statusesOf(rows)) {
    const name = plainForm(text);
    if (status.read(text) !== null) known.add(name);
    else if (name !== "" && name.split(" ").length <= MOST_WORDS && !hasDigit(name))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (known.size < FEWEST_KNOWN) return [];
  return [...counts].filter(([, count]) => count >= FEWEST_PRINTS).map(([name]) => name);
}

/** The cells of the columns in which a layout has seen statuses without a label. */
function statusesOf(rows: readonly Block[]): string[] {
  let columns: readonly number[] = [];
  return rows.flatMap((row): string[] => {
    if (row.kind !== "row") return [];
    if (row.isHeading === true) {
      columns = row.cells.flatMap(({ role }, at) => (role === "status" ? [at] : []));
      return [];
    }
    return columns.flatMap((at) => row.cells[at]?.text ?? []);
  });
}
