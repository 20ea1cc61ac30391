/** The review in the browser: puts the page's parts together, opens the first item, and looks what other windows decided. */
import { RAGS, STATUSES } from "../../schema/statuses.js";
import type { Applied, ReviewVersion, SignedOff } from "../api.js";
import { Decider } from "./decide.js";
import { showChanges, showHelp, showSignOff } from "./dialogs.js";
import { byId } from "./dom.js";
import { renderItem } from "./item-view.js";
import { handleKeys } from "./keys.js";
import { ask, send, WINDOW } from "./server.js";
import { shortcutsOf } from "./shortcuts.js";
import { ReviewState } from "./state.js";

const LETTERS = Object.fromEntries(RAGS.map((rag) => [rag, STATUSES[rag].letter]));
/** How often other windows' decisions are looked for. */
const LOOK_MS = 5000;

const state: ReviewState = new ReviewState((detail) => renderItem(detail, decider, LETTERS));
const decider = new Decider(state);
const shortcuts = shortcutsOf(state, decider, LETTERS);

async function apply(): Promise<void> {
  await state.idle();
  const shown = state.detail?.id ?? "";
  const applied = await state.decide(async () => {
    state.tell("Reading the reports again …");
    const done = await send<Applied>("apply", { window: WINDOW });
    const { items } = await state.loadQueue();
    const isThere = items.some(({ id }) => id === shown);
    const { changes } = done;
    state.tell(`Applied: ${changes.length === 0 ? "nothing changed" : `${changes.length} changes`}.`);
    await state.open(isThere ? shown : (items[0]?.id ?? shown), false);
    return done;
  });
  if (applied !== null) showChanges(applied);
}

async function signOff(): Promise<void> {
  try {
    showSignOff(await ask<SignedOff>("sign-off", {}), state.queue?.unapplied ?? 0);
  } catch (error) {
    state.refuse(error);
  }
}

byId("undo", HTMLButtonElement).addEventListener("click", () => void decider.undo());
byId("apply", HTMLButtonElement).addEventListener("click", () => void apply());
byId("sign-off", HTMLButtonElement).addEventListener("click", () => void signOff());
byId("help", HTMLButtonElement).addEventListener("click", () => showHelp(LETTERS));
handleKeys(
  () => shortcuts,
  () => byId("keys", HTMLInputElement).checked,
);

/** Looks whether another window decided something, unless a person is typing here or something is under way. */
async function look(): Promise<void> {
  if (document.hidden || state.isBusy || document.activeElement?.matches("input, textarea, select")) return;
  try {
    const { version } = await ask<ReviewVersion>("version", {});
    if (version !== state.queue?.version && !state.isBusy) await state.refresh();
  } catch (error) {
    state.refuse(error);
  }
}

async function start(): Promise<void> {
  const loaded = await state.loadQueue();
  const first = loaded.items.find(({ isDone }) => !isDone) ?? loaded.items[0];
  state.queueView.show(loaded, first?.id ?? "");
  if (first === undefined) state.tell("Nothing needs a person.");
  else await state.open(first.id, false);
  setInterval(() => void look(), LOOK_MS);
}

start().catch((error: unknown) => state.refuse(error));
