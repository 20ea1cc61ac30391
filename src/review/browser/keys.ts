/** Single keys. In: what each does. Out: a handler that leaves keys to whoever types, and that can be switched off. */

export type Keys = Readonly<Record<string, () => void>>;

export function handleKeys(keys: () => Keys, isOn: () => boolean): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !isOn()) return;
    if (document.querySelector("dialog[open]") !== null) return;
    const { target } = event;
    if (target instanceof HTMLElement && target.matches("input:not([type=checkbox]), textarea, select")) {
      // Out of a field, so that keys work again.
      if (event.key === "Escape") target.blur();
      return;
    }
    // Enter presses what has the focus.
    const isPressed = event.key === "Enter" && target instanceof HTMLElement && target.matches("button, a, summary");
    const action = keys()[event.key];
    if (action === undefined || isPressed) return;
    event.preventDefault();
    action();
  });
}

export type HelpLine = readonly [keys: readonly string[], meaning: string];

/** What the help lists, besides a key for each status. */
export const HELP: readonly HelpLine[] = [
  [["j", "k"], "next and previous item"],
  [["/"], "search the queue; Enter opens what is found first"],
  [["Enter"], "confirm as read: doubtful values are right, and open findings are accepted"],
  [["e"], "edit the title"],
  [["y", "f"], "the first open finding: accept it, or call it false"],
  [["q"], "write a note on the first open finding; Enter in the note asks it as a query"],
  [["u"], "undo"],
  [[".", ","], "next and previous page, or lines"],
  [["+", "-"], "larger and smaller"],
  [["Escape"], "leave a field, so that keys work again"],
];
