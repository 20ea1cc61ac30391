/**
 * A report's scale as it was understood. In: the labels that its key defines, its stated counts and its rows. Out: each label once, with
 * its meaning, its status, its stated count and the number of rows that print it; what only rows print comes last.
 */
import { plainForm } from "../../language/words.js";
import type { KeyLabel, PrintedLabel, PrintedRow, PrintedStatement } from "../../model/printed.js";
import type { Rag } from "../../schema/values.js";
import { isSign } from "./key-meaning.js";

/** Labels that are listed at most; a report with more has texts in place of statuses. */
const MOST_LABELS = 100;
/** Longest label of a row, in characters. */
const LONGEST_LABEL = 60;

export interface ScaleSources {
  readonly key: readonly KeyLabel[];
  readonly statements: readonly PrintedStatement[];
  readonly rows: readonly PrintedRow[];
  /** The status that a text has by the profile alone. */
  readonly builtIn: (text: string) => Rag | null;
}

type Draft = { -readonly [Field in keyof PrintedLabel]: PrintedLabel[Field] };

export function printedScale({ key, statements, rows, builtIn }: ScaleSources): readonly PrintedLabel[] {
  const labels = new Map<string, Draft>();
  const enter = (label: Omit<PrintedLabel, "count" | "rowCount">): Draft | undefined => {
    const name = nameOf(label.label);
    const known = labels.get(name);
    if (known !== undefined || labels.size >= MOST_LABELS) return known;
    const added: Draft = { ...label, count: null, rowCount: 0 };
    labels.set(name, added);
    return added;
  };
  const printed = new Set(rows.flatMap(({ ragRaw }) => (ragRaw === null ? [] : [nameOf(ragRaw)])));
  for (const { isOfKey, ...each } of key)
    if (isOfKey || printed.has(nameOf(each.label))) enter({ ...each, definedBy: "key" });
  for (const { label, rag, count, place } of statements) {
    const counted = enter({ label, meaning: null, rag, place, definedBy: "counts" });
    if (counted !== undefined) counted.count ??= count;
  }
  for (const row of rows) {
    const label = row.ragRaw;
    if (label === null || label.length > LONGEST_LABEL) continue;
    const { rag, place } = row;
    const own = enter({ label, meaning: null, rag, place, definedBy: definedBy(row, builtIn(label)) });
    if (own !== undefined) own.rowCount += 1;
  }
  return [...labels.values()];
}

/** What makes two labels one: a letter or sign as it is, a word in any case. */
const nameOf = (label: string): string => (isSign(label) || plainForm(label) === "" ? label : plainForm(label));

/** What gives a status to a label that only rows print. */
function definedBy({ rag, reasons }: PrintedRow, builtIn: Rag | null): PrintedLabel["definedBy"] {
  if (reasons.includes("status-by-counts")) return "counts";
  if (rag === builtIn) return rag === null ? null : "profile";
  return "key";
}
