/**
 * Labelled lines under the head of a typed list's entry: "Status: Green" behind its update, "Deadline: May", "Progress:
 * …". In: a line and the head above it. Out: what is left of it as the update's text; fields that the head lacks are set.
 */
import type { ColumnRole } from "../schema/profile.js";
import type { Context } from "./context.js";
import type { RowHead } from "./item.js";
import { type Grammar, labelledValues } from "./typed-labels.js";

/**
 * Reads one line; null where it is text as it stands.
 * @param isFirst whether no text of an update stands above it
 */
export function readLabelLine(
  context: Context,
  grammar: Grammar,
  line: { readonly text: string; readonly block: number; readonly isFirst: boolean },
  head: RowHead,
): string | null {
  const { text, block, isFirst } = line;
  const update = isFirst && context.update.read(text) === null ? grammar.update.exec(text)?.[0] : undefined;
  if (update !== undefined) {
    context.ledger.setAside(block, update, "column-heading");
    return text.slice(update.length);
  }
  const values = labelledValues(text, grammar);
  if (values === null) return null;
  const isOther = values.every(({ role }) => role === "other");
  if (!(isOther ? isFirst : values.every(({ role, value }) => role === "other" || fills(context, head, role, value))))
    return null;
  for (const { role, value } of values) {
    if (role === "status") {
      head.status = context.status.read(value);
      head.statusRaw = value;
    } else if (role === "organisation") {
      head.organisations = context.organisations.readCell(value);
      head.organisationsRaw = value;
    }
    if (role !== "other") context.ledger.take(block, value);
  }
  context.ledger.setRestAside(block, "column-heading");
  return "";
}

/** Whether a value is what its label says, and the head has none yet. */
function fills(context: Context, head: RowHead, role: ColumnRole, value: string): boolean {
  if (role === "status") return head.statusRaw === null && context.status.read(value) !== null;
  return role === "organisation" && head.organisationsRaw === null && context.organisations.readText(value) !== null;
}
