/**
 * What the review shows: the queue and one item. In: answers of the server. Out: the page renewed with them, and a line that says how a
 * request ended.
 */
import type { ItemDetail, Queue } from "../api.js";
import { byId } from "./dom.js";
import { PlaceView } from "./place-view.js";
import { QueueView } from "./queue-view.js";
import { ask, RefusedError, WINDOW } from "./server.js";

export class ReviewState {
  queue: Queue | null = null;
  detail: ItemDetail | null = null;
  readonly item = byId("item", HTMLElement);
  readonly places = new PlaceView(byId("place", HTMLElement), (error) => this.refuse(error));
  readonly queueView = new QueueView(byId("queue", HTMLElement), (id) => void this.open(id));
  readonly #message = byId("message", HTMLElement);

  /** @param render the item's section */
  constructor(readonly render: (detail: ItemDetail) => readonly Node[]) {}

  /** While a decision is under way keys do nothing: they would be about the item that is shown still, or no longer. */
  get isBusy(): boolean {
    return this.item.getAttribute("aria-busy") === "true";
  }

  set isBusy(isBusy: boolean) {
    this.item.setAttribute("aria-busy", String(isBusy));
  }

  tell(text: string, isRefused = false): void {
    this.#message.textContent = text;
    this.#message.classList.toggle("refused", isRefused);
  }

  refuse(error: unknown): void {
    this.tell(error instanceof Error ? error.message : String(error), true);
    if (error instanceof RefusedError && error.isConflict) this.refresh().catch(() => undefined);
  }

  async loadQueue(): Promise<Queue> {
    const loaded = await ask<Queue>("queue", { window: WINDOW });
    this.queue = loaded;
    const done = loaded.items.filter(({ isDone }) => isDone).length;
    const pending = loaded.unapplied === 0 ? "" : `, ${loaded.unapplied} not applied`;
    const unfit = loaded.unfit === 0 ? "" : `, ${loaded.unfit} corrections do not fit: see the sign-off`;
    byId("progress-text", HTMLElement).textContent = `${done} of ${loaded.items.length} done${pending}${unfit}`;
    const bar = byId("progress", HTMLProgressElement);
    bar.max = Math.max(1, loaded.items.length);
    bar.value = done;
    byId("undo", HTMLButtonElement).disabled = !loaded.canUndo;
    byId("apply", HTMLButtonElement).disabled = !loaded.canApply;
    return loaded;
  }

  /** Shows the item, with the focus on its section where a person went there. */
  async open(id: string, withFocus = true): Promise<void> {
    try {
      const detail = await ask<ItemDetail>("item", { id });
      this.detail = detail;
      this.item.replaceChildren(...this.render(detail));
      if (this.queue !== null) this.queueView.show(this.queue, id);
      this.places.show(detail.place);
      if (withFocus) this.item.focus({ preventScroll: true });
    } catch (error) {
      this.refuse(error);
    }
  }

  /** Loads what is there now, without moving on. */
  async refresh(): Promise<void> {
    const loaded = await this.loadQueue();
    const id = this.detail?.id ?? "";
    this.queueView.show(loaded, id);
    if (id !== "") await this.open(id, false);
  }
}
