/** What a person decides. In: the item that is shown, and what is pressed or typed. Out: requests to the server, then the item that is next. */
import type { FieldDetail, FindingDetail } from "../api.js";
import { byId } from "./dom.js";
import type { ItemActions } from "./item-view.js";
import type { RowValues } from "./row-forms.js";
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

  addRow({ place, ...values }: RowValues): void {
    const { detail, places } = this.state;
    if (detail === null) return;
    const isText = detail.place.line_first !== null;
    const given = place.trim() === "" ? null : Number(place);
    if (given !== null && !(Number.isInteger(given) && given > 0)) {
      this.state.tell(`"${place}" is no ${isText ? "line" : "page"}: give its number, or nothing.`, true);
      return;
    }
    const printed = isText ? { page: null, line: given } : { page: given ?? places.page, line: null };
    const what = values.number.trim() === "" ? "A row without a number" : `Row ${values.number.trim()}`;
    const request = { report_id: detail.report_id, ...printed, ...values };
    void this.#decide("add-row", request, `${what} is added; apply to see it.`, "add-row");
  }

  removeRow(why: string): void {
    const { detail } = this.state;
    if (detail === null) return;
    const { report_id, row } = detail;
    const request = { report_id, deliverable: row, field: "row", value: "remove", why, expected: detail.change };
    void this.#decide("correct", request, `${detail.heading} is removed; apply to see it.`);
  }

  open(id: string): void {
    this.state.go(id);
  }

  /** Also of what is being decided still. */
  async undo(): Promise<void> {
    const { state } = this;
    await state.idle();
    await state.decide(async () => {
      await send("undo", { window: WINDOW });
      state.tell("Undone.");
      await state.refresh();
    });
  }

  /**
   * Sends a decision, and opens the next item once this one is done.
   * @param part of the item whose texts are sent, and not kept
   */
  async #decide(path: string, body: object, said: string, part: string | null = null): Promise<void> {
    const { state } = this;
    const { detail, queue } = state;
    if (detail === null) return;
    const by = this.#nameOrAsk();
    if (by === null) return;
    const { id } = detail;
    const wasDone = queue?.items.find((item) => item.id === id)?.isDone ?? true;
    await state.decide(async () => {
      await send(path, { ...body, window: WINDOW, by });
      state.tell(said);
      const loaded = await state.loadQueue();
      const isDone = loaded.items.find((item) => item.id === id)?.isDone ?? false;
      state.queueView.show(loaded, id);
      const next = isDone && !wasDone ? state.queueView.nextOpen() : null;
      if (isDone && !wasDone && next === null) state.tell(`${said} Nothing is left: apply, and see the sign-off.`);
      await state.open(next ?? id, next !== null, part);
    });
  }

  #nameOrAsk(): string | null {
    const name = this.#by.value.trim();
    if (name !== "") return name;
    this.state.tell("Give your name first: it is written beside each decision.", true);
    this.#by.focus();
    return null;
  }
}
