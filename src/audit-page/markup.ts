/**
 * HTML that its content cannot break. In: a template with texts, numbers, other markup or lists of them as values. Out:
 * markup in which every text is escaped, both in elements and in attributes with double quotes.
 */
import { escapeMarkup } from "../language/escape-markup.js";

/** Text that is HTML already. Normally made by `html`; the constructor does not escape. */
export class Markup {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

export type Hole = string | number | Markup | null | readonly Hole[];

function fill(hole: Hole): string {
  if (hole === null) return "";
  if (hole instanceof Markup) return hole.text;
  return typeof hole === "object" ? hole.map(fill).join("") : escapeMarkup(String(hole));
}

/** A value of null is left out. */
export function html(strings: TemplateStringsArray, ...holes: readonly Hole[]): Markup {
  return new Markup(
    strings.map((part, index) => part + (index < holes.length ? fill(holes[index] ?? null) : "")).join(""),
  );
}
