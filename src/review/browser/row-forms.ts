/** The rows of an item's report: a table of them, and forms that add one that is missing and remove one that is none. */
import type { ItemDetail } from "../api.js";
import { button, element } from "./dom.js";

/** What a person says of a row that is missing. */
export interface RowValues {
  /** deliverable_id of the row before it; empty where it is the first. */
  readonly after: string;
  /** Empty where none is printed. */
  readonly number: string;
  readonly title: string;
  readonly organisations: string;
  readonly rag: string;
  /** Page or line where it is printed; empty where that is not said. */
  readonly place: string;
  readonly why: string;
}

export function rowTable({ rows, row }: ItemDetail, open: (id: string) => void): HTMLElement {
  const lines = rows.map(({ id, number, title, status }) =>
    element(
      "tr",
      {},
      element(
        "td",
        {},
        button(number === "" ? "–" : number, () => open(id), { "aria-label": `Row ${number}`, name: id }),
      ),
      element("td", {}, id === `row:${row}` ? element("strong", {}, title) : title),
      element("td", {}, status === "" ? "unreadable" : status),
    ),
  );
  const head = ["No", "Title", "Status"].map((name) => element("th", { scope: "col" }, name));
  return element(
    "details",
    { id: "rows" },
    element("summary", {}, `All ${rows.length} rows of the report`),
    element(
      "table",
      { class: "rows" },
      element("thead", {}, element("tr", {}, ...head)),
      element("tbody", {}, ...lines),
    ),
  );
}

/** Nothing is chosen yet. */
const OPEN = "?";

/** The rows that it may come after: the one that is shown, or the one that the person chooses. */
function rowChoice({ rows, row }: ItemDetail): HTMLSelectElement {
  const choice = (value: string, text: string): HTMLOptionElement =>
    element("option", { value, selected: value === row }, text);
  const all = rows.map(({ id, number, title }) =>
    choice(id.slice("row:".length), `${number === "" ? "–" : number} ${title}`),
  );
  const open = row === "" ? [element("option", { value: OPEN, selected: true }, "choose the row before it")] : [];
  return element(
    "select",
    { name: "add after" },
    ...open,
    element("option", { value: "" }, "none: it is the first"),
    ...all,
  );
}

export function addRowForm(
  detail: ItemDetail,
  add: (values: RowValues) => void,
  letters: Readonly<Record<string, string>>,
): HTMLElement {
  const isText = detail.place.line_first !== null;
  const input = (name: string, value = "", placeholder: string | null = null): HTMLInputElement =>
    element("input", { type: "text", autocomplete: "off", name: `add ${name}`, value, placeholder });
  const [number, title, organisations] = [input("number", "", "as printed"), input("title"), input("organisations")];
  const place = input("place", "", isText ? null : "the page that is shown");
  const [after, why] = [rowChoice(detail), input("why", "Missing")];
  const rag = element(
    "select",
    { name: "add rag" },
    ...["", ...Object.keys(letters)].map((status) =>
      element("option", { value: status }, status === "" ? "none" : status),
    ),
  );
  const entry = (label: string, control: HTMLElement): HTMLElement =>
    element("label", { class: "field" }, element("span", {}, label), control);
  const send = (): void => {
    if (after.value === OPEN) after.focus();
    else
      add({
        ...{ after: after.value, number: number.value, title: title.value, organisations: organisations.value },
        ...{ rag: rag.value, place: place.value, why: why.value },
      });
  };
  return element(
    "details",
    { id: "add-row" },
    element("summary", {}, "Add a row that is missing"),
    entry("After row", after),
    entry("Number", number),
    entry("Title", title),
    entry("Organisations", organisations),
    entry("Status", rag),
    entry(isText ? "Line" : "Page", place),
    entry("Reason", why),
    button("Add row", send, { class: "main", name: "add row" }),
  );
}

export function removeForm(remove: () => void): HTMLElement {
  return element(
    "details",
    { id: "remove-row" },
    element("summary", {}, "This is no row"),
    element(
      "p",
      {},
      "A row that is a part of another one, or none at all, is removed. Correct the other one to have its text.",
    ),
    button("Remove row", remove, { name: "remove row" }),
  );
}
