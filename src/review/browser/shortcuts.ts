/** What each key does. In: what is shown, and what decides. Out: an action for each key. */
import type { Decider } from "./decide.js";
import { showHelp } from "./dialogs.js";
import type { Keys } from "./keys.js";
import type { ReviewState } from "./state.js";

/** @param letters of statuses, by status */
export function shortcutsOf(state: ReviewState, decider: Decider, letters: Readonly<Record<string, string>>): Keys {
  const { item, places, queueView } = state;
  const statusKeys = Object.entries(letters)
    .filter(([, letter]) => letter.length === 1)
    .map(([status, letter]) => [
      letter.toLowerCase(),
      () => item.querySelector<HTMLButtonElement>(`[data-status="${status}"]`)?.click(),
    ]);
  const go = (step: number): void => {
    // A decision that is under way may open the next item: one step from there is not what was meant.
    const id = state.isDeciding ? null : queueView.step(step);
    if (id !== null) state.go(id);
  };
  return {
    ...(Object.fromEntries(statusKeys) as Keys),
    j: () => go(1),
    k: () => go(-1),
    Enter: () => decider.confirm(),
    e: () => item.querySelector<HTMLElement>("textarea")?.focus(),
    y: () => findingButton(item, "accepted")?.click(),
    f: () => findingButton(item, "false")?.click(),
    q: () => findingButton(item, "query")?.closest(".finding")?.querySelector<HTMLElement>(".finding-note")?.focus(),
    u: () => void decider.undo(),
    ".": () => places.step(1),
    ",": () => places.step(-1),
    "+": () => places.zoom(1),
    "-": () => places.zoom(-1),
    "/": () => queueView.search(),
    "?": () => showHelp(letters),
  };
}

/** The button of the first finding that nobody has decided about, or of the first one. */
function findingButton(item: HTMLElement, kind: string): HTMLButtonElement | null {
  const groups = [...item.querySelectorAll<HTMLElement>(".finding")];
  const isOpen = (group: HTMLElement): boolean => group.querySelector('[aria-pressed="true"]') === null;
  const group = groups.find(isOpen) ?? groups[0];
  return group?.querySelector<HTMLButtonElement>(`[data-kind="${kind}"]`) ?? null;
}
