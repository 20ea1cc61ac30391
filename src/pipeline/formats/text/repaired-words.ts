/**
 * Words that were repaired before anything was read: encoded twice ("crewâ€™s"), or with characters that are never seen. In: a text as
 * printed and as repaired. Out: a repair for each such word, each once.
 */
import type { Repair } from "../../../schema/values.js";

/** Repairs that are listed; a text that was encoded twice may have one in every line. */
const MOST = 50;
/** Characters of a line that is listed as a whole, where its words cannot be distinguished. */
const LONGEST = 200;

export function repairedWords(printed: string, repaired: string): Repair[] {
  if (printed === repaired) return [];
  const found = new Map<string, string>();
  const lines = repaired.split("\n");
  for (const [at, line] of printed.split("\n").entries()) {
    for (const [raw, value] of changedIn(line, lines[at] ?? "")) found.set(raw, value);
    if (found.size >= MOST) break;
  }
  return [...found].slice(0, MOST).map(([raw, value]) => ({ field: "text", raw, value }));
}

function changedIn(printed: string, repaired: string): (readonly [raw: string, value: string])[] {
  if (printed === repaired) return [];
  const [before, after] = [printed.trim().split(/\s+/), repaired.trim().split(/\s+/)];
  if (before.length !== after.length) return [[printed.trim().slice(0, LONGEST), repaired.trim().slice(0, LONGEST)]];
  return before.flatMap((raw, at) => {
    const value = after[at] ?? "";
    return raw === value ? [] : [[raw, value] as const];
  });
}
