/**
 * What the review shows: the queue and one item. In: answers of the server. Out: the page renewed with them, and a line that says how a
 * request ended. An answer that came after a newer request was made is not shown.
 */
import type { ItemDetail, Queue } from "../api.js";
import { byId } from "./dom.js";
import { PlaceView } from "./place-view.js";
import { QueueView } from "./queue-view.js";
import { ask, RefusedError, WINDOW } from "./server.js";
import { keepTyped } from "./typed.js";

export class ReviewState {
  queue: Queue | null = null;
  detail: ItemDetail | null = null;
  readonly item = byId("item", HTMLElement);
  readonly places = new PlaceView(byId("place", HTMLElement), (error) => this.refuse(error));
  readonly queueView = new QueueView(byId("queue", HTMLElement), (id) => this.go(id));
  readonly #message = byId("message", HTMLElement);
  #isDeciding = false;
  /** The item that was asked for and is not shown yet. */
  #opening: { readonly id: string; readonly withFocus: boolean } | null = null;
  #asked = 0;
  #queuesAsked = 0;
  #waiting: (() => void)[] = [];

  /** @param render the item's section */
  constructor(readonly render: (detail: ItemDetail) => readonly Node[]) {}

  /** While a decision is under way or another item was asked for nothing is decided: it would be about the item that is shown still. */
  get isBusy(): boolean {
    return this.#isDeciding || this.#opening !== null;
  }

  get isDeciding(): boolean {
    return this.#isDeciding;
  }

  /** Opens the item that a person chose: after the decision that is under way, which opens an item too. */
  go(id: string): void {
    if (this.#isDeciding) void this.idle().then(() => this.open(id));
    else void this.open(id);
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.isBusy) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** @returns null where something else is under way, or the work failed, which is shown then */
  async decide<Value>(work: () => Promise<Value>): Promise<Value | null> {
    if (this.isBusy) {
      this.tell("Something else is under way: nothing was done.", true);
      return null;
    }
    this.#isDeciding = true;
    this.#showBusy();
    try {
      return await work();
    } catch (error) {
      this.refuse(error);
      return null;
    } finally {
      this.#isDeciding = false;
      this.#showBusy();
    }
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
    const mine = ++this.#queuesAsked;
    const loaded = await ask<Queue>("queue", { window: WINDOW });
    if (mine !== this.#queuesAsked) return this.queue ?? loaded;
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

  /**
   * Shows the item, with the focus on its section where a person went there.
   * @param sent name of the part of the item whose texts were sent, and are not kept
   */
  async open(id: string, withFocus = true, sent: string | null = null): Promise<void> {
    const mine = ++this.#asked;
    this.#opening = { id, withFocus };
    this.#showBusy();
    if (this.queue !== null) this.queueView.show(this.queue, id);
    try {
      const detail = await ask<ItemDetail>("item", { id });
      if (mine === this.#asked) this.#show(detail, withFocus, sent);
    } catch (error) {
      if (mine === this.#asked) {
        this.refuse(error);
        if (this.queue !== null) this.queueView.show(this.queue, this.detail?.id ?? "");
      }
    } finally {
      if (mine === this.#asked) {
        this.#opening = null;
        this.#showBusy();
      }
    }
  }

  /** Loads what is there now, without showing another item. */
  async refresh(): Promise<void> {
    const loaded = await this.loadQueue();
    const { id, withFocus } = this.#opening ?? { id: this.detail?.id ?? "", withFocus: false };
    this.queueView.show(loaded, id);
    if (id !== "") await this.open(id, withFocus);
  }

  #show(detail: ItemDetail, withFocus: boolean, sent: string | null): void {
    const restore = detail.id === this.detail?.id ? keepTyped(this.item, sent) : null;
    this.detail = detail;
    this.item.replaceChildren(...this.render(detail));
    restore?.();
    this.places.show(detail.place);
    if (withFocus) this.item.focus({ preventScroll: true });
  }

  #showBusy(): void {
    this.item.setAttribute("aria-busy", String(this.isBusy));
    if (!this.isBusy) for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
