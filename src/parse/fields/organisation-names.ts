/**
 * The names that are known: a profile's, and those that a report's own column prints alone. In: names as printed. Out: whether
 * a name is known. Codes and names of several words are kept apart: a code is evidence
 * wherever it is printed, a word such as "Finance" only in an organisation's place.
 */
import { CODE, nameKey } from "./organisation-units.js";

/** A quick test for what joins the words of a name that has a separator in it. */
const MAY_JOIN = /&|and/i;

export class OrganisationNames {
  #codes = new Set<string>();
  #longestCode = 0;
  /** What the codes begin with, up to each of their letters. */
  #beginnings = new Set<string>();
  #names = new Set<string>();
  /** Names with a separator inside, as the profile has them. */
  #wholes: readonly string[] = [];

  /** @param known names of which these are the same and more, as a report's are of its profile's */
  constructor(known: OrganisationNames | Iterable<string> = []) {
    if (known instanceof OrganisationNames) this.#copy(known);
    else for (const each of known) this.#addKnown(each);
  }

  #copy(known: OrganisationNames): void {
    this.#codes = new Set(known.#codes);
    this.#beginnings = new Set(known.#beginnings);
    this.#names = new Set(known.#names);
    this.#wholes = known.#wholes;
    this.#longestCode = known.#longestCode;
  }

  #addKnown(each: string): void {
    this.#addCode(each.toUpperCase());
    this.add(each);
    const key = nameKey(each);
    if (key.includes(" AND ")) this.#wholes = [...this.#wholes, ` ${key} `];
  }

  add(name: string): void {
    const key = nameKey(name);
    if (key === "") return;
    this.#names.add(key);
    if (CODE.test(name)) this.#addCode(name);
  }

  #addCode(code: string): void {
    if (this.#codes.has(code)) return;
    this.#codes.add(code);
    this.#longestCode = Math.max(this.#longestCode, code.length);
    for (let length = 1; length <= code.length; length += 1) this.#beginnings.add(code.slice(0, length));
  }

  /** Whether a code begins with a text. */
  beginsCode(text: string): boolean {
    return text.length <= this.#longestCode && this.#beginnings.has(text.toUpperCase());
  }

  hasCode(text: string): boolean {
    return text.length <= this.#longestCode && this.#codes.has(text.toUpperCase());
  }

  has(name: string): boolean {
    return this.#names.has(nameKey(name));
  }

  /** Whether a text has a name in it that has a separator in it. */
  hasWhole(text: string): boolean {
    if (this.#wholes.length === 0 || !MAY_JOIN.test(text)) return false;
    const key = ` ${nameKey(text)} `;
    return this.#wholes.some((whole) => key.includes(whole));
  }

  /** Codes of a length, to compare a misread one with. */
  codesOfLength(length: number): string[] {
    return [...this.#codes].filter((code) => code.length === length && !code.includes(" "));
  }
}
