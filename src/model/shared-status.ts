/**
 * Counts of one status that a report states under several names, such as "Yellow" and "Amber". In: a stated count and all of its
 * report. Out: those of its status, each name once; the rows with the status are compared with their sum.
 */
import { plainForm } from "../language/words.js";
import type { StatedCount } from "../schema/dataset.js";

type Named = Pick<StatedCount, "rag" | "label">;

/** What a stated count is about: a status under one of its names. */
export const nameOfCount = ({ rag, label }: Named): string => `${rag} ${plainForm(label)}`;

export function countsOfStatus<T extends Named>({ rag }: Named, all: readonly T[]): T[] {
  const byName = new Map<string, T>();
  for (const each of all) if (each.rag === rag && !byName.has(nameOfCount(each))) byName.set(nameOfCount(each), each);
  return [...byName.values()];
}
