/**
 * The names that are known: a profile's, and those that a report's own column prints alone. In: names as printed. Out: whether
 * a name is known, and where known names are in a text. Codes and names of several words are kept apart: a code is evidence
 * wherever it is printed, a word such as "Finance" only in an organisation's place.
 */
import { CODE, nameKey } from "./organisation-units.js";

export interface FoundName {
  /** As printed. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const WORD = /[^\s/,;|()]+/g;

export class OrganisationNames {
  readonly #codes = new Set<string>();
  readonly #names = new Set<string>();
  /** Names with a separator inside, as the profile has them. */
  readonly #wholes: string[] = [];
  /** Words in the longest name that begins with a word. */
  readonly #longest = new Map<string, number>();

  constructor(known: Iterable<string>) {
    for (const each of known) {
      this.#codes.add(each.toUpperCase());
      this.add(each);
      const key = nameKey(each);
      if (key.includes(" AND ")) this.#wholes.push(` ${key} `);
    }
  }

  add(name: string): void {
    const key = nameKey(name);
    const words = key.split(" ");
    const [first] = words;
    if (first === undefined || first === "") return;
    this.#names.add(key);
    this.#longest.set(first, Math.max(words.length, this.#longest.get(first) ?? 0));
    if (CODE.test(name)) this.#codes.add(name);
  }

  hasCode(text: string): boolean {
    return this.#codes.has(text.toUpperCase());
  }

  has(name: string): boolean {
    return this.#names.has(nameKey(name));
  }

  /** Whether a text has a name in it that has a separator in it. */
  hasWhole(text: string): boolean {
    const key = ` ${nameKey(text)} `;
    return this.#wholes.some((whole) => key.includes(whole));
  }

  /** Codes of a length, to compare a misread one with. */
  codesOfLength(length: number): string[] {
    return [...this.#codes].filter((code) => code.length === length && !code.includes(" "));
  }

  /** Every known name in a text, the longest where several begin at the same word; names do not overlap. */
  in(text: string): FoundName[] {
    const found: FoundName[] = [];
    const words = [...text.matchAll(WORD)];
    for (let at = 0; at < words.length; at += 1) {
      const most = this.#longest.get((words[at]?.[0] ?? "").toUpperCase()) ?? 0;
      for (let count = Math.min(most, words.length - at); count > 0; count -= 1) {
        const [first, last] = [words[at], words[at + count - 1]];
        if (first === undefined || last === undefined) continue;
        const [from, to] = [first.index, last.index + last[0].length];
        const name = text.slice(from, to);
        if (!this.#names.has(nameKey(name))) continue;
        found.push({ name, from, to });
        at += count - 1;
        break;
      }
    }
    return found;
  }
}
