/**
 * What each window did, so that it can be undone. In: changes of corrections and dispositions, as what was there before and after. Out: the
 * last action taken back, unless something else was decided since.
 */
import { CORRECTION_COLUMNS } from "../../schema/correction.js";
import { DISPOSITION_COLUMNS, type Disposition } from "../../schema/disposition.js";
import { CorrectionConflict, type CorrectionsChange, revertCorrections } from "../add-correction.js";
import { DispositionConflict, removeDisposition } from "../add-disposition.js";
import type { Decisions } from "./decisions.js";

/** What was written to one of the files at once. */
export type Written =
  | { readonly kind: "correction"; readonly change: CorrectionsChange }
  | { readonly kind: "disposition"; readonly after: Disposition };

/** Actions of a window that can be undone. */
const MOST = 200;

export class ReviewHistory {
  readonly #windows = new Map<string, (readonly Written[])[]>();

  add(window: string, written: readonly Written[]): void {
    if (written.length === 0) return;
    const actions = this.#windows.get(window) ?? [];
    actions.push(written);
    this.#windows.set(window, actions.slice(-MOST));
  }

  canUndo(window: string): boolean {
    return (this.#windows.get(window)?.length ?? 0) > 0;
  }

  /** @returns why it cannot be undone; null where it was */
  async undo(window: string, decisions: Decisions): Promise<string | null> {
    const actions = this.#windows.get(window);
    const action = actions?.at(-1);
    if (action === undefined) return "This window has done nothing that can be undone.";
    await decisions.refresh();
    const reason = await takeBack(action, decisions);
    // One that failed otherwise, as on a full disk, can be tried again.
    actions?.pop();
    return reason;
  }
}

function isStill(written: Written, decisions: Decisions): boolean {
  if (written.kind === "correction")
    return written.change.added.every((one) => {
      const now = decisions.correction(one.report, one.deliverable, one.field);
      return now !== null && CORRECTION_COLUMNS.every((name) => now[name] === one[name]);
    });
  const { after } = written;
  const now = decisions.disposition(after.finding_id);
  return now !== null && DISPOSITION_COLUMNS.every((name) => now[name] === after[name]);
}

const DECIDED_SINCE = "It cannot be undone: something else was decided since.";

async function takeBack(action: readonly Written[], decisions: Decisions): Promise<string | null> {
  if (!action.every((written) => isStill(written, decisions))) return DECIDED_SINCE;
  const { correctionsPath, dispositionsPath } = decisions;
  try {
    for (const written of [...action].reverse()) {
      if (written.kind === "correction") await revertCorrections(correctionsPath, written.change);
      else await removeDisposition(dispositionsPath, written.after.finding_id, written.after);
    }
  } catch (error) {
    if (error instanceof CorrectionConflict || error instanceof DispositionConflict) return DECIDED_SINCE;
    throw error;
  }
  return null;
}
