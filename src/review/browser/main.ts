/** The review in the browser: shows the queue and an item, sends what a person decides, and goes on to the next item. */
import { RAGS, STATUSES } from "../../schema/statuses.js";
import type { Applied, FieldDetail, FindingDetail, ItemDetail, Queue, SignedOff } from "../api.js";
import { button, byId, element } from "./dom.js";
import { type ItemActions, renderItem } from "./item-view.js";
import { HELP, type HelpLine, handleKeys, type Keys } from "./keys.js";
import { PlaceView } from "./place-view.js";
import { QueueView } from "./queue-view.js";
import { ask, RefusedError, send, WINDOW } from "./server.js";

const LETTERS = Object.fromEntries(RAGS.map((rag) => [rag, STATUSES[rag].letter]));
/** How often other windows' decisions are looked for. */
const LOOK_MS = 5000;

const by = byId("by", HTMLInputElement);
const message = byId("message", HTMLElement);
const itemSection = byId("item", HTMLElement);
const dialog = byId("dialog", HTMLDialogElement);
const undoButton = byId("undo", HTMLButtonElement);
const applyButton = byId("apply", HTMLButtonElement);
const places = new PlaceView(byId("place", HTMLElement), refuse);
const queueView = new QueueView(byId("queue", HTMLElement), (id) => void open(id));
let queue: Queue | null = null;
let detail: ItemDetail | null = null;

function tell(text: string, isRefused = false): void {
  message.textContent = text;
  message.classList.toggle("refused", isRefused);
}

function refuse(error: unknown): void {
  tell(error instanceof Error ? error.message : String(error), true);
  if (error instanceof RefusedError && error.isConflict) void refresh();
}

async function loadQueue(): Promise<Queue> {
  const loaded = await ask<Queue>("queue", { window: WINDOW });
  queue = loaded;
  const done = loaded.items.filter(({ isDone }) => isDone).length;
  const pending = loaded.unapplied === 0 ? "" : `, ${loaded.unapplied} not applied`;
  byId("progress-text", HTMLElement).textContent = `${done} of ${loaded.items.length} done${pending}`;
  const bar = byId("progress", HTMLProgressElement);
  bar.max = Math.max(1, loaded.items.length);
  bar.value = done;
  undoButton.disabled = !loaded.canUndo;
  applyButton.disabled = !loaded.canApply;
  return loaded;
}

/** Shows the item, with the focus on its section where a person went there. */
async function open(id: string, withFocus = true): Promise<void> {
  try {
    detail = await ask<ItemDetail>("item", { id });
    itemSection.replaceChildren(...renderItem(detail, actions, LETTERS));
    if (queue !== null) queueView.show(queue, id);
    places.show(detail.place);
    if (withFocus) itemSection.focus({ preventScroll: true });
  } catch (error) {
    refuse(error);
  }
}

/** Loads what is there now, without moving on. */
async function refresh(): Promise<void> {
  const loaded = await loadQueue();
  const id = detail?.id ?? "";
  queueView.show(loaded, id);
  if (id !== "") await open(id, false);
}

function nameOrAsk(): string | null {
  const name = by.value.trim();
  if (name !== "") return name;
  tell("Give your name first: it is written beside each decision.", true);
  by.focus();
  return null;
}

/** Sends a decision, and goes on to the next item once this one is done. */
async function decide(path: string, body: object, said: string): Promise<void> {
  const name = nameOrAsk();
  if (name === null || detail === null) return;
  setBusy(true);
  try {
    await send(path, { ...body, window: WINDOW, by: name });
    tell(said);
    const { id } = detail;
    const wasDone = queue?.items.find((item) => item.id === id)?.isDone ?? true;
    const loaded = await loadQueue();
    const isDone = loaded.items.find((item) => item.id === id)?.isDone ?? false;
    queueView.show(loaded, id);
    const next = isDone && !wasDone ? queueView.nextOpen() : null;
    await open(next ?? id, next !== null);
    if (isDone && !wasDone && next === null) tell(`${said} Nothing is left: apply, and see the sign-off.`);
  } catch (error) {
    refuse(error);
  } finally {
    setBusy(false);
  }
}

/** While a decision is under way keys do nothing: they would be about the item that is shown still, or no longer. */
function setBusy(isBusy: boolean): void {
  itemSection.setAttribute("aria-busy", String(isBusy));
}

const actions: ItemActions = {
  correct(field: FieldDetail, value: string, why: string) {
    if (detail === null) return;
    const request = {
      report_id: detail.report_id,
      deliverable: field.deliverable,
      field: field.field,
      value: value.trim(),
      why,
      expected: field.correction?.value ?? null,
    };
    void decide("correct", request, `${detail.heading}: ${field.label} is ${value === "" ? "nothing" : value}.`);
  },
  dispose({ finding_id, rule, disposition }: FindingDetail, kind: string, note: string) {
    const expected = disposition?.disposition ?? null;
    void decide("dispose", { finding_id, disposition: kind, note, expected }, `${rule}: ${kind}.`);
  },
  confirm() {
    if (detail !== null)
      void decide("confirm", { id: detail.id, version: detail.version }, `${detail.heading}: confirmed.`);
  },
  addRow(values) {
    if (detail === null) return;
    const { report_id, row, place } = detail;
    const line = place.line_first === null ? null : (place.line_last ?? place.line_first) + 1;
    const page = line === null ? places.page : null;
    void decide(
      "add-row",
      { report_id, after: row, page, line, ...values },
      `Row ${values.number} is added; apply to see it.`,
    );
  },
  removeRow(why: string) {
    if (detail === null) return;
    const { report_id, row } = detail;
    const request = { report_id, deliverable: row, field: "row", value: "remove", why, expected: detail.change };
    void decide("correct", request, `${detail.heading} is removed; apply to see it.`);
  },
  open: (id) => void open(id),
};

async function undo(): Promise<void> {
  try {
    await send("undo", { window: WINDOW });
    tell("Undone.");
    await refresh();
  } catch (error) {
    refuse(error);
  }
}

async function apply(): Promise<void> {
  tell("Reading the reports again …");
  try {
    const { changes, unfit } = await send<Applied>("apply", { window: WINDOW });
    const loaded = await loadQueue();
    const isThere = loaded.items.some(({ id }) => id === detail?.id);
    tell(`Applied: ${changes.length === 0 ? "nothing changed" : `${changes.length} changes`}.`);
    await open(isThere ? (detail?.id ?? "") : (loaded.items[0]?.id ?? detail?.id ?? ""), false);
    showDialog("What changed", [
      listOf(changes.length === 0 ? ["Nothing."] : changes),
      ...(unfit.length === 0 ? [] : [element("h3", {}, "What does not fit"), listOf(unfit)]),
    ]);
  } catch (error) {
    refuse(error);
  }
}

const listOf = (texts: readonly string[]): HTMLElement =>
  element("ul", {}, ...texts.map((text) => element("li", {}, text)));

async function signOff(): Promise<void> {
  try {
    const { line, reports, stale, commands } = await ask<SignedOff>("sign-off", {});
    const pending = queue?.unapplied ?? 0;
    showDialog("Sign-off", [
      ...(pending === 0 ? [] : [element("p", { class: "warning" }, `${pending} corrections are not applied yet.`)]),
      element("p", {}, line),
      ...(stale.length === 0 ? [] : [element("h3", {}, "Stale decisions"), listOf(stale)]),
      element("p", {}, "These commands write the corrected dataset and the page to sign:"),
      element("pre", { tabindex: 0 }, commands.join("\n")),
      element(
        "details",
        {},
        element("summary", {}, `Each of the ${reports.length} reports`),
        listOf(reports.map(({ name, line: own }) => `${name}: ${own}`)),
      ),
    ]);
  } catch (error) {
    refuse(error);
  }
}

function showDialog(title: string, content: readonly Node[]): void {
  dialog.replaceChildren(
    element("h2", { id: "dialog-title" }, title),
    ...content,
    button("Close", () => dialog.close(), { class: "main" }),
  );
  dialog.showModal();
}

function showHelp(): void {
  const statuses = Object.entries(LETTERS).filter(([, letter]) => letter.length === 1);
  const setting = statuses.map(([status, letter]): HelpLine => [[letter.toLowerCase()], `set the status to ${status}`]);
  const entries = [...HELP, ...setting].flatMap(([keys, meaning]) => [
    element("dt", {}, ...keys.map((key) => element("kbd", {}, key))),
    element("dd", {}, meaning),
  ]);
  showDialog("Keys", [element("dl", { class: "keys" }, ...entries)]);
}

function go(step: number): void {
  const id = queueView.step(step);
  if (id !== null) void open(id);
}

/** The buttons of the first finding that nobody has decided about, or of the first one. */
function findingButton(kind: string): HTMLButtonElement | null {
  const groups = [...itemSection.querySelectorAll<HTMLElement>(".finding")];
  const isOpen = (group: HTMLElement): boolean => group.querySelector('[aria-pressed="true"]') === null;
  const group = groups.find(isOpen) ?? groups[0];
  return group?.querySelector<HTMLButtonElement>(`[data-kind="${kind}"]`) ?? null;
}

const statusKeys: Keys = Object.fromEntries(
  RAGS.filter((rag) => STATUSES[rag].letter.length === 1).map((rag) => [
    STATUSES[rag].letter.toLowerCase(),
    () => itemSection.querySelector<HTMLButtonElement>(`[data-status="${rag}"]`)?.click(),
  ]),
);

const KEYS: Keys = {
  ...statusKeys,
  j: () => go(1),
  k: () => go(-1),
  Enter: actions.confirm,
  e: () => itemSection.querySelector<HTMLElement>("textarea")?.focus(),
  y: () => findingButton("accepted")?.click(),
  f: () => findingButton("false")?.click(),
  q: () => findingButton("query")?.closest(".finding")?.querySelector<HTMLElement>(".finding-note")?.focus(),
  u: () => void undo(),
  ".": () => places.step(1),
  ",": () => places.step(-1),
  "+": () => places.zoom(1),
  "-": () => places.zoom(-1),
  "/": () => queueView.search(),
  "?": showHelp,
};

undoButton.addEventListener("click", () => void undo());
applyButton.addEventListener("click", () => void apply());
byId("sign-off", HTMLButtonElement).addEventListener("click", () => void signOff());
byId("help", HTMLButtonElement).addEventListener("click", showHelp);
handleKeys(
  () => KEYS,
  () => byId("keys", HTMLInputElement).checked && itemSection.getAttribute("aria-busy") !== "true",
);

/** Looks whether another window decided something, unless a person is typing here. */
async function look(): Promise<void> {
  if (document.hidden || document.activeElement?.matches("input, textarea, select")) return;
  const before = queue?.version;
  try {
    const loaded = await loadQueue();
    if (loaded.version !== before) await refresh();
  } catch (error) {
    refuse(error);
  }
}

async function start(): Promise<void> {
  const loaded = await loadQueue();
  const first = loaded.items.find(({ isDone }) => !isDone) ?? loaded.items[0];
  queueView.show(loaded, first?.id ?? "");
  if (first === undefined) tell("Nothing needs a person.");
  else await open(first.id, false);
  setInterval(() => void look(), LOOK_MS);
}

start().catch(refuse);
