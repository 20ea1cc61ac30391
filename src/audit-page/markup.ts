/**
 * HTML that cannot be broken by what stands in it. In: a template whose holes are texts, numbers, other markup or lists
 * of it. Out: markup in which every text is escaped, for elements' content and for attributes in double quotes alike.
 */

/** Text that is HTML already. Only `html` makes it. */
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

/** Text as HTML shows it; control characters, which no HTML may hold, become `�`. */
export function escapeText(text: string): string {
  return (
    text
      .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd")
  );
}

function fill(hole: Hole): string {
  if (hole === null) return "";
  if (hole instanceof Markup) return hole.text;
  return typeof hole === "object" ? hole.map(fill).join("") : escapeText(String(hole));
}

/** A hole that is null is left out. */
export function html(strings: TemplateStringsArray, ...holes: readonly Hole[]): Markup {
  return new Markup(
    strings.map((part, index) => part + (index < holes.length ? fill(holes[index] ?? null) : "")).join(""),
  );
}
