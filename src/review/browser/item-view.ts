/** One item: its fields with what was printed, why it is doubtful, its findings, and forms to correct and decide. */
import type { FieldDetail, FindingDetail, ItemDetail } from "../api.js";
import { button, element } from "./dom.js";
import { addRowForm, type RowValues, removeForm, rowTable } from "./row-forms.js";

/** What a person does to the item. */
export interface ItemActions {
  correct(field: FieldDetail, value: string, why: string): void;
  dispose(finding: FindingDetail, kind: string, note: string): void;
  confirm(): void;
  addRow(values: RowValues): void;
  removeRow(why: string): void;
  open(id: string): void;
}

const KINDS = [
  ["accepted", "Accept", "y"],
  ["false", "False", "f"],
  ["query", "Query", "q"],
] as const;

/** @param letters of statuses, by status */
export function renderItem(
  detail: ItemDetail,
  actions: ItemActions,
  letters: Readonly<Record<string, string>>,
): readonly Node[] {
  const why = element("input", { type: "text", id: "why", name: "why", value: "Seen in the source" });
  const whyOf = (): string => why.value;
  const { fields, reasons, findings, texts, change } = detail;
  return [
    element("h2", {}, detail.heading),
    element("p", { class: "note" }, `${detail.report} · ${detail.source}`),
    change === null ? null : element("p", { class: "warning" }, `This row has a correction: ${change}.`),
    element(
      "div",
      { class: "pages" },
      button("Confirm as read", () => actions.confirm(), { class: "main", id: "confirm", name: "confirm" }, "Enter"),
    ),
    reasons.length === 0 ? null : element("h3", {}, "Why it is doubtful"),
    ...reasons.map((reason) => element("p", { class: "why" }, reason)),
    ...findings.map((finding, at) => findingForm(finding, at, actions)),
    fields.length === 0 ? null : element("h3", {}, "What was read"),
    ...fields.map((field, at) =>
      field.field === "rag" ? statusField(field, actions, whyOf, letters) : textField(field, at, actions, whyOf),
    ),
    fields.length === 0
      ? null
      : element(
          "div",
          { class: "field" },
          element("label", { for: "why" }, "Reason"),
          element("div", { class: "box" }, why),
        ),
    texts.length === 0 ? null : textList(texts),
    rowTable(detail, (id) => actions.open(id)),
    addRowForm(detail, (values) => actions.addRow(values), letters),
    detail.row === "" ? null : removeForm(() => actions.removeRow(whyOf())),
  ].filter((node) => node !== null);
}

const quoted = (text: string): string => (text === "" ? "nothing" : `“${text}”`);

function madeNote({ printed, value, correction }: FieldDetail): HTMLElement {
  const read = `printed as ${quoted(printed)}`;
  if (correction === null) return element("span", { class: "note" }, read);
  const { by, date, why, isStale } = correction;
  const person = `by ${by}, ${date}: ${why}`;
  const made = isStale
    ? `a correction to ${quoted(correction.value)} ${person} is stale, as something else was printed: correct it anew`
    : `corrected to ${quoted(correction.value)} ${person}`;
  return element("span", { class: isStale ? "note warning" : "note" }, `${read}; read as ${quoted(value)}; ${made}`);
}

const current = ({ value, correction }: FieldDetail): string =>
  correction === null || correction.isStale ? value : correction.value;

function statusField(
  field: FieldDetail,
  actions: ItemActions,
  why: () => string,
  letters: Readonly<Record<string, string>>,
): HTMLElement {
  const lights = (field.choices ?? []).map((status) =>
    button(
      status === "" ? "none" : status,
      () => actions.correct(field, status, why()),
      {
        class: `light ${status === "" ? "unreadable" : status}`,
        "aria-pressed": current(field) === status ? "true" : "false",
        "data-status": status,
        name: `rag ${status}`,
      },
      (letters[status] ?? "").length === 1 ? (letters[status] ?? "").toLowerCase() : "",
    ),
  );
  return element(
    "div",
    { class: "field", role: "group", "aria-label": "Status" },
    element("span", { class: "label" }, field.label),
    element("div", { class: "lights" }, ...lights),
    madeNote(field),
  );
}

function textField(field: FieldDetail, at: number, actions: ItemActions, why: () => string): HTMLElement {
  const id = `field-${at}`;
  const name = `${field.field} ${field.deliverable}`;
  const input =
    field.field === "title"
      ? element("textarea", { id, name })
      : element("input", { type: "text", id, name, autocomplete: "off" });
  input.defaultValue = current(field);
  const save = (): void => actions.correct(field, input.value, why());
  input.addEventListener("keydown", (event) => {
    if (!(event instanceof KeyboardEvent) || event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    if (!event.repeat) save();
  });
  return element(
    "div",
    { class: "field" },
    element("label", { for: id }, field.label),
    element(
      "div",
      { class: "box" },
      input,
      button("Save", save, { "aria-label": `Save ${field.label}`, name: `save ${name}` }),
    ),
    madeNote(field),
  );
}

function findingForm(finding: FindingDetail, at: number, actions: ItemActions): HTMLElement {
  const { severity, rule, message, meaning, disposition } = finding;
  const { finding_id } = finding;
  const name = `note ${finding_id}`;
  const note = element("input", { type: "text", class: "finding-note", name, value: disposition?.note ?? "" });
  const decide = (kind: string): void => {
    if (kind === "query" && note.value.trim() === "") note.focus();
    actions.dispose(finding, kind, note.value);
  };
  note.addEventListener("keydown", ({ key, repeat }) => {
    if (key === "Enter" && !repeat) decide("query");
  });
  const buttons = KINDS.map(([kind, label, key]) =>
    button(
      label,
      () => decide(kind),
      {
        "aria-pressed": disposition?.disposition === kind ? "true" : "false",
        "data-kind": kind,
        name: `${kind} ${finding_id}`,
      },
      at === 0 ? key : "",
    ),
  );
  const made =
    disposition === null
      ? null
      : `${disposition.disposition} by ${disposition.by}, ${disposition.date}${disposition.note === "" ? "" : `: ${disposition.note}`}`;
  return element(
    "div",
    { class: `finding ${severity}`, role: "group", "aria-label": `Finding ${rule}` },
    element("p", { class: "kind" }, `${severity}: ${rule}`),
    element("p", {}, message),
    element("details", { id: `meaning-${at}` }, element("summary", {}, "What it means"), element("p", {}, meaning)),
    made === null ? null : element("p", { class: "note" }, made),
    element("div", { class: "box" }, ...buttons, element("label", {}, "Note ", note)),
  );
}

function textList(texts: ItemDetail["texts"]): HTMLElement {
  const entries = texts.flatMap(({ heading, text }) => [
    element("dt", {}, heading === "" ? "(no heading)" : heading),
    element("dd", {}, text),
  ]);
  return element(
    "details",
    { id: "texts" },
    element("summary", {}, "Updates and other columns"),
    element("dl", { class: "texts" }, ...entries),
  );
}
