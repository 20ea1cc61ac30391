/**
 * What each window did, so that it can be undone. In: changes of corrections and dispositions, as what was there before and after. Out: the
 * last action taken back, unless something else was decided since.
 */
import type { Correction } from "../../schema/correction.js";
import type { Disposition } from "../../schema/disposition.js";
import { type CorrectionTarget, removeCorrection, restoreCorrection } from "../add-correction.js";
import { removeDisposition } from "../add-disposition.js";
import type { Decisions } from "./decisions.js";

/** One line that was written. */
export type Written =
  | {
      readonly kind: "correction";
      readonly target: CorrectionTarget;
      readonly before: Correction | null;
      readonly after: string;
    }
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
    const action = this.#windows.get(window)?.pop();
    if (action === undefined) return "This window has done nothing that can be undone.";
    await decisions.refresh();
    if (!action.every((written) => isStill(written, decisions)))
      return "It cannot be undone: something else was decided since.";
    for (const written of [...action].reverse()) await takeBack(written, decisions);
    return null;
  }
}

function isStill(written: Written, decisions: Decisions): boolean {
  if (written.kind === "correction") {
    const { report, deliverable, field } = written.target;
    return decisions.correction(report, deliverable, field)?.value === written.after;
  }
  const { finding_id, disposition, note } = written.after;
  const now = decisions.disposition(finding_id);
  return now?.disposition === disposition && now.note === note;
}

async function takeBack(written: Written, { correctionsPath, dispositionsPath }: Decisions): Promise<void> {
  if (written.kind === "disposition") await removeDisposition(dispositionsPath, written.after.finding_id);
  else if (written.before === null) await removeCorrection(correctionsPath, written.target);
  else await restoreCorrection(correctionsPath, written.before);
}
