/** What a person decides. In: the item that is shown, and what is pressed or typed. Out: requests to the server, then the item that is next. */
import type { FieldDetail, FindingDetail } from "../api.js";
import { byId } from "./dom.js";
import type { ItemActions } from "./item-view.js";
import { send, WINDOW } from "./server.js";
import type { ReviewState } from "./state.js";

export class Decider implements ItemActions {
  readonly #by = byId("by", HTMLInputElement);

  constructor(readonly state: ReviewState) {}

  correct(field: FieldDetail, value: string, why: string): void {
    const { detail } = this.state;
    if (detail === null) return;
    const request = {
      report_id: detail.report_id,
      deliverable: field.deliverable,
      field: field.field,
      value: value.trim(),
      why,
      expected: field.correction?.value ?? null,
    };
    void this.#decide("correct", request, `${detail.heading}: ${field.label} is ${value === "" ? "nothing" : value}.`);
  }

  dispose({ finding_id, rule, disposition }: FindingDetail, kind: string, note: string): void {
    const expected = disposition?.disposition ?? null;
    void this.#decide("dispose", { finding_id, disposition: kind, note, expected }, `${rule}: ${kind}.`);
  }

  confirm(): void {
    const { detail } = this.state;
    if (detail === null) return;
    void this.#decide("confirm", { id: detail.id, version: detail.version }, `${detail.heading}: confirmed.`);
  }

  addRow(values: Parameters<ItemActions["addRow"]>[0]): void {
    const { detail, places } = this.state;
    if (detail === null) return;
    const { report_id, row, place } = detail;
    const line = place.line_first === null ? null : (place.line_last ?? place.line_first) + 1;
    const page = line === null ? places.page : null;
    const request = { report_id, after: row, page, line, ...values };
    void this.#decide("add-row", request, `Row ${values.number} is added; apply to see it.`);
  }

  removeRow(why: string): void {
    const { detail } = this.state;
    if (detail === null) return;
    const { report_id, row } = detail;
    const request = { report_id, deliverable: row, field: "row", value: "remove", why, expected: detail.change };
    void this.#decide("correct", request, `${detail.heading} is removed; apply to see it.`);
  }

  open(id: string): void {
    void this.state.open(id);
  }

  async undo(): Promise<void> {
    const { state } = this;
    try {
      await send("undo", { window: WINDOW });
      state.tell("Undone.");
      await state.refresh();
    } catch (error) {
      state.refuse(error);
    }
  }

  /** Sends a decision, and opens the next item once this one is done. */
  async #decide(path: string, body: object, said: string): Promise<void> {
    const { state } = this;
    const name = this.#nameOrAsk();
    if (name === null || state.detail === null) return;
    state.isBusy = true;
    try {
      await send(path, { ...body, window: WINDOW, by: name });
      state.tell(said);
      const { id } = state.detail;
      const wasDone = state.queue?.items.find((item) => item.id === id)?.isDone ?? true;
      const loaded = await state.loadQueue();
      const isDone = loaded.items.find((item) => item.id === id)?.isDone ?? false;
      state.queueView.show(loaded, id);
      const next = isDone && !wasDone ? state.queueView.nextOpen() : null;
      await state.open(next ?? id, next !== null);
      if (isDone && !wasDone && next === null) state.tell(`${said} Nothing is left: apply, and see the sign-off.`);
    } catch (error) {
      state.refuse(error);
    } finally {
      state.isBusy = false;
    }
  }

  #nameOrAsk(): string | null {
    const name = this.#by.value.trim();
    if (name !== "") return name;
    this.state.tell("Give your name first: it is written beside each decision.", true);
    this.#by.focus();
    return null;
  }
}
