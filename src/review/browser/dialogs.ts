/** What is shown over the page: what an application changed, the sign-off, and the keys. */
import type { Applied, SignedOff } from "../api.js";
import { button, byId, element } from "./dom.js";
import { HELP, type HelpLine } from "./keys.js";

const dialog = byId("dialog", HTMLDialogElement);

const listOf = (texts: readonly string[]): HTMLElement =>
  element("ul", {}, ...texts.map((text) => element("li", {}, text)));

function showDialog(title: string, content: readonly Node[]): void {
  dialog.replaceChildren(
    element("h2", { id: "dialog-title" }, title),
    ...content,
    button("Close", () => dialog.close(), { class: "main" }),
  );
  dialog.showModal();
}

const notApplied = (pending: number): string =>
  pending === 1
    ? "One correction was made, changed or undone since the reports were read: apply first."
    : `${pending} corrections were made, changed or undone since the reports were read: apply first.`;

export function showChanges({ changes, unfit }: Applied): void {
  showDialog("What changed", [
    listOf(changes.length === 0 ? ["Nothing."] : changes),
    ...(unfit.length === 0 ? [] : [element("h3", {}, "What does not fit"), listOf(unfit)]),
  ]);
}

/** @param pending number of fields whose corrections were made, changed or taken out since the reports were read */
export function showSignOff({ line, reports, unfit, commands }: SignedOff, pending: number): void {
  showDialog("Sign-off", [
    ...(pending === 0 ? [] : [element("p", { class: "warning" }, notApplied(pending))]),
    element("p", {}, line),
    ...(unfit.length === 0 ? [] : [element("h3", {}, "What does not fit"), listOf(unfit)]),
    element("p", {}, "These commands write the corrected dataset and the page to sign:"),
    element("pre", { tabindex: 0 }, commands.join("\n")),
    element(
      "details",
      {},
      element("summary", {}, `Each of the ${reports.length} reports`),
      listOf(reports.map(({ name, line: own }) => `${name}: ${own}`)),
    ),
  ]);
}

/** @param letters of statuses, by status */
export function showHelp(letters: Readonly<Record<string, string>>): void {
  const statuses = Object.entries(letters).filter(([, letter]) => letter.length === 1);
  const setting = statuses.map(([status, letter]): HelpLine => [[letter.toLowerCase()], `set the status to ${status}`]);
  const entries = [...HELP, ...setting].flatMap(([keys, meaning]) => [
    element("dt", {}, ...keys.map((key) => element("kbd", {}, key))),
    element("dd", {}, meaning),
  ]);
  showDialog("Keys", [element("dl", { class: "keys" }, ...entries)]);
}
