/**
 * HTML that its content cannot break. In: a template with texts, numbers, other markup or lists of them as values. Out:
 * markup in which every text is escaped, both in elements and in attributes with double quotes.
 */

/** Text that is HTML already. Normally made by `html`; the constructor does not escape. */
export class Markup {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

export type Hole = string | number | Markup | null | readonly Hole[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes text for HTML; control characters, which HTML may not contain, become `�`. */
export function escapeText(text: string): string {
  return (
    text
      .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd")
  );
}

function fill(hole: Hole): string {
  if (hole === null) return "";
  if (hole instanceof Markup) return hole.text;
  return typeof hole === "object" ? hole.map(fill).join("") : escapeText(String(hole));
}

/** A value of null is left out. */
export function html(strings: TemplateStringsArray, ...holes: readonly Hole[]): Markup {
  return new Markup(
    strings.map((part, index) => part + (index < holes.length ? fill(holes[index] ?? null) : "")).join(""),
  );
}
