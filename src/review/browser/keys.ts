/** Single keys. In: what each does. Out: a handler that leaves keys to whoever types, and that can be switched off. */

export type Keys = Readonly<Record<string, () => void>>;

/** Keys that may be held down: they decide nothing. */
const REPEATED: ReadonlySet<string> = new Set(["j", "k", ".", ",", "+", "-"]);

export function handleKeys(keys: () => Keys, isOn: () => boolean): void {
  document.addEventListener("keydown", (event) => {
    const { target, key } = event;
    // Enter presses what has the focus, once.
    const isPressed = key === "Enter" && target instanceof HTMLElement && target.matches("button, a, summary");
    if (isPressed && event.repeat) event.preventDefault();
    if (isPressed || !isOn() || isForOthers(event)) return;
    if (target instanceof HTMLElement && target.matches("input:not([type=checkbox]), textarea, select")) {
      // Out of a field, so that keys work again.
      if (key === "Escape") target.blur();
      return;
    }
    const action = keys()[key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
}

/** The browser's own keys, a dialog's, and a key that is held down where that would decide about one item after the other. */
function isForOthers({ ctrlKey, metaKey, altKey, repeat, key }: KeyboardEvent): boolean {
  const isHeld = repeat && !REPEATED.has(key);
  return ctrlKey || metaKey || altKey || isHeld || document.querySelector("dialog[open]") !== null;
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
