/**
 * What a rule needs to have been read. In: a rule's needs and what it checks. Out: why it does not apply, or null. A rule names its
 * needs, so that no report is accused of what was not read of it; its documentation and the sign-off say which they are.
 */
import type { NotApplied } from "../schema/values.js";

export interface Need<View> {
  /** What must have been read, as in "It applies where … was read". */
  readonly says: string;
  /** Why a rule with this need does not apply; null if it does. */
  readonly lack: (view: View) => string | null;
}

/** The first need that is not met decides. */
export function lackOf<View>(needs: readonly Need<View>[], view: View): string | null {
  for (const { lack } of needs) {
    const reason = lack(view);
    if (reason !== null) return reason;
  }
  return null;
}

/** The rules that do not apply to a subject, and why. Those with one reason are together; those that are switched off are left out. */
export function notApplied<View>(
  rules: readonly { readonly id: string; readonly lack: (view: View) => string | null }[],
  view: View,
  isOff: (rule: string) => boolean,
): NotApplied[] {
  const byReason = new Map<string, string[]>();
  for (const { id, lack } of rules) {
    const reason = isOff(id) ? null : lack(view);
    if (reason !== null) byReason.set(reason, [...(byReason.get(reason) ?? []), id]);
  }
  return [...byReason].map(([reason, ids]) => ({ rules: ids, reason }));
}
