/**
 * The queue, a page of it at a time, so that thousands of items stay fluent. In: the queue and the item that is shown. Out: a list of
 * buttons, with filters.
 */
import type { Queue, QueueItem } from "../api.js";
import { button, element } from "./dom.js";

const PAGE = 50;

export class QueueView {
  #queue: Queue | null = null;
  #page = 0;
  #filter = "open";
  #search = "";
  #current = "";
  readonly #list = element("ol", { class: "entries" });
  readonly #pages = element("p", { class: "pages" });
  readonly #field = element("input", { type: "search", "aria-label": "Search the queue", placeholder: "Search" });

  constructor(
    nav: HTMLElement,
    readonly open: (id: string) => void,
  ) {
    const choice = element(
      "select",
      { "aria-label": "Show" },
      element("option", { value: "open" }, "still to do"),
      element("option", { value: "all" }, "all"),
      element("option", { value: "error" }, "errors"),
      element("option", { value: "done" }, "done"),
    );
    choice.addEventListener("change", () => {
      this.#filter = choice.value;
      this.#page = 0;
      this.#draw();
    });
    const search = this.#field;
    search.addEventListener("input", () => {
      this.#search = search.value.trim().toLowerCase();
      this.#page = 0;
      this.#draw();
    });
    search.addEventListener("keydown", ({ key }) => {
      const [first] = this.#shown();
      if (key === "Enter" && first !== undefined) this.open(first.id);
    });
    nav.replaceChildren(element("div", { class: "pages" }, choice, search), this.#list, this.#pages);
  }

  search(): void {
    this.#field.focus();
    this.#field.select();
  }

  show(queue: Queue, current: string): void {
    this.#queue = queue;
    this.#current = current;
    const at = this.#shown().findIndex(({ id }) => id === current);
    if (at >= 0) this.#page = Math.floor(at / PAGE);
    this.#draw();
  }

  /** The item that many places after the current one; the first that is still to do where that is not in the list. */
  step(by: number): string | null {
    const items = this.#shown();
    const at = items.findIndex(({ id }) => id === this.#current);
    if (at < 0) return (items[0] ?? null)?.id ?? null;
    return items[at + by]?.id ?? null;
  }

  /** The next item that is still to do, also after one that has just been done. */
  nextOpen(): string | null {
    const items = this.#queue?.items ?? [];
    const at = items.findIndex(({ id }) => id === this.#current);
    const rest = [...items.slice(at + 1), ...items.slice(0, Math.max(0, at))];
    return rest.find(({ isDone }) => !isDone)?.id ?? null;
  }

  #shown(): readonly QueueItem[] {
    const { items = [], reports = [] } = this.#queue ?? {};
    return items.filter((item) => {
      if (item.id === this.#current && this.#search === "") return true;
      if (this.#filter === "open" && item.isDone) return false;
      if (this.#filter === "done" && !item.isDone) return false;
      if (this.#filter === "error" && item.severity !== "error") return false;
      if (this.#search === "") return true;
      return `${item.label} ${item.what} ${reports[item.report] ?? ""}`.toLowerCase().includes(this.#search);
    });
  }

  #draw(): void {
    const items = this.#shown();
    const pageCount = Math.max(1, Math.ceil(items.length / PAGE));
    this.#page = Math.min(this.#page, pageCount - 1);
    const shown = items.slice(this.#page * PAGE, (this.#page + 1) * PAGE);
    const { activeElement } = document;
    const focused = this.#list.contains(activeElement) ? activeElement?.getAttribute("name") : null;
    this.#list.replaceChildren(...shown.map((item) => element("li", {}, this.#entry(item))));
    const again = [...this.#list.querySelectorAll("button")].find(({ name }) => name === focused);
    again?.focus({ preventScroll: true });
    const turn = (by: number) => () => {
      this.#page += by;
      this.#draw();
    };
    this.#pages.replaceChildren(
      button("Earlier", turn(-1), { disabled: this.#page === 0 }),
      element("span", {}, `${items.length} · page ${this.#page + 1} of ${pageCount}`),
      button("Later", turn(1), { disabled: this.#page >= pageCount - 1 }),
    );
    this.#list.querySelector('[aria-current="true"]')?.scrollIntoView({ block: "nearest" });
  }

  #entry({ id, label, what, severity, report, isDone }: QueueItem): HTMLButtonElement {
    const isCurrent = id === this.#current;
    const made = button("", () => this.open(id), { name: id, "aria-current": isCurrent ? "true" : null });
    made.append(
      element("span", { class: isDone ? "done" : severity }, isDone ? "✓ done " : `${severity} `),
      element("strong", {}, label),
      element("span", { class: "what" }, what),
      element("span", { class: "what" }, this.#queue?.reports[report] ?? ""),
    );
    return made;
  }
}
