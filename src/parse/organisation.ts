/**
 * Organisations as printed in a cell ("NW/CG", "HOPCC & CSP", "Director of Nursing") or before a title in the same text
 * ("DH Commission an independent review"). In: the text. Out: the names in capitals; null where it names nobody. Look-alike
 * letters and misread codes are repaired by comparison with known codes. What is one name follows from what the report and
 * the profile print alone.
 */
import { hasDigit } from "../language/characters.js";
import { toLatin } from "../language/lookalikes.js";
import { type OrganisationKind, organisationKind } from "../language/organisation-kind.js";
import { onOneLine, singleSpaced } from "../language/spaces.js";
import { editDistance } from "../language/words.js";
import type { LineEnd } from "../model/page.js";
import type { Profile } from "../schema/profile.js";
import { knownIn } from "./fields/known-organisations.js";
import { FIRST_WORD, NAME, NOBODY, ONE_NAME, PROSE } from "./fields/organisation-forms.js";
import { APPROXIMATE_LENGTH, unwrapLines } from "./fields/organisation-lines.js";
import { OrganisationNames } from "./fields/organisation-names.js";
import { CODE, isOffice, partsOf, unitsOf, withSubjects } from "./fields/organisation-units.js";

export interface ReadOrganisations {
  readonly codes: readonly string[];
  /** What each of them is, in the same order. */
  readonly kinds: readonly OrganisationKind[];
  /** As printed. */
  readonly raw: string;
  /** The printed text with its letters repaired; equal to `raw` where nothing was. */
  readonly value: string;
  /** Whether it is undecided what is one name: a broken code, or a separator that may be inside a name. */
  readonly unsure?: true;
}

/** A cell of the column of organisations. */
export interface OrganisationCell {
  readonly text: string;
  /** How each line but the last ends, where a page shows it. */
  readonly lineEnds?: readonly LineEnd[];
}

/** Digits that text recognition prints in place of letters. */
const DIGIT_TWINS: Readonly<Record<string, string>> = { "0": "O", "1": "I", "5": "S", "8": "B" };
/** Longest text, in characters, that is taken for names wherever it is printed. */
const LONGEST_TEXT = 80;
/** Longest cell of the organisations' own column. */
const LONGEST_CELL = 300;
/** Most words of one name: what is longer is a sentence. */
const MOST_WORDS = 14;
export class Organisations {
  readonly #names: OrganisationNames;
  readonly #labels: ReadonlySet<string>;

  constructor(profile: Profile) {
    const { names, labels } = knownIn(profile);
    this.#names = new OrganisationNames(names);
    this.#labels = labels;
  }

  /**
   * Learns the names that the column of organisations prints on their own: first those of cells of one line, which
   * tell what the lines of others are.
   */
  learnColumn(cells: readonly OrganisationCell[]): void {
    // Lines that fill their cell may be pieces of one code.
    const telling = cells.filter(
      ({ text, lineEnds = [] }) => text.length <= LONGEST_CELL && lineEnds.every((end) => end === "free"),
    );
    for (const { text } of telling) if (!text.includes("\n")) this.#learnAlone(text);
    for (const { text, lineEnds = [] } of telling) {
      const unwrapped = text.includes("\n") ? this.#unwrap(text, lineEnds) : null;
      if (unwrapped?.unsure === false) this.#learnAlone(unwrapped.text);
    }
    for (const { text, lineEnds = [] } of telling) {
      const { names, unsure } = this.#namesIn(text.trim(), lineEnds);
      if (!unsure) for (const { name } of names) this.#names.add(name);
    }
  }

  /** Adds the codes of a text to those that are known; words of other forms are too common to know them anywhere. */
  learn(text: string): void {
    if (text.length > LONGEST_TEXT) return;
    const { names } = this.#namesIn(text.trim(), []);
    for (const { name } of names) if (CODE.test(name)) this.#names.add(name);
  }

  #learnAlone(text: string): void {
    const parts = withSubjects(partsOf(text), { isKnown: () => false });
    parts.forEach((part, at) => {
      const sides = [part.separator, parts[at + 1]?.separator ?? ""];
      if (isOffice(parts[at - 1]?.text ?? "", part)) return;
      if (part.text.length > 1 && sides.every((side) => !/&|and/i.test(side))) this.#names.add(this.#clean(part.text));
    });
  }

  knows(text: string): boolean {
    return this.#names.hasCode(text);
  }

  /** Whether a text consists of known codes or words with the form of codes: strong evidence that it is no title. */
  isCodes(text: string): boolean {
    return this.#every(text, (part) => this.knows(part) || CODE.test(part));
  }

  /** Whether every part of a text is a code known from the profile or from this report. */
  isKnown(text: string): boolean {
    return this.#every(text, (part) => this.knows(part));
  }

  #every(text: string, test: (part: string) => boolean): boolean {
    const printed = text.trim();
    if (printed === "" || printed.length > LONGEST_TEXT || !this.#mayBeginCode(printed)) return false;
    const trimmed = toLatin(printed) ?? printed;
    return this.knows(trimmed) || partsOf(trimmed).every((part) => test(part.text));
  }

  /** Whether a text begins as codes do: with a known one, or with a word of their form. A quick test that most texts fail. */
  #mayBeginCode(text: string): boolean {
    const first = FIRST_WORD.exec(text)?.[0] ?? "";
    const latin = toLatin(first) ?? first;
    return CODE.test(latin) || this.#names.beginsCode(latin) || this.#names.beginsCode(first);
  }

  /** Whether a text may name somebody whose first word this is: one in lower case only where a code begins with it. */
  mayBegin(word: string): boolean {
    return !/^[a-z]/.test(word) || this.#names.beginsCode(FIRST_WORD.exec(word)?.[0] ?? "");
  }

  /**
   * Reads a cell of the organisations' own column: whatever it prints is a name, unless it says that there is none or is
   * a text. Null for these.
   * @param lineEnds how each line but the last ends, where a page shows it
   */
  readCell(raw: string, lineEnds: readonly LineEnd[] = []): ReadOrganisations | null {
    if (raw.trim().length > LONGEST_CELL) return null;
    return this.#read(raw, lineEnds, (name) => /\p{L}/u.test(name) && name.split(" ").length <= MOST_WORDS);
  }

  /** Reads a text that may be anything: null where one of its parts has not the form of a code or name. */
  readText(raw: string, lineEnds: readonly LineEnd[] = []): ReadOrganisations | null {
    if (raw.trim().length > LONGEST_TEXT) return null;
    const isName = (part: string): boolean => CODE.test(part) || NAME.test(part) || this.knows(part);
    return this.#read(raw, lineEnds, (name) => partsOf(name).every((part) => isName(part.text)));
  }

  /** Whether `readText` gives names for a text. Most texts in one line are a name in form, or too long for one. */
  isNamed(text: string): boolean {
    const name = text.trim();
    if (name.length > LONGEST_TEXT || NOBODY.test(name)) return false;
    if (!ONE_NAME.test(name)) return !this.#hasProse(name) && this.readText(text) !== null;
    return NAME.test(name) || this.knows(this.#repair(name));
  }

  /** Whether a part of a text between separators is several words that begin small, and so no name or code of its own. */
  #hasProse(text: string): boolean {
    if (text.includes("\n") || text.includes(":")) return false;
    return partsOf(text).some(({ text: part }) => PROSE.test(part) && !NOBODY.test(part.trim()) && !this.knows(part));
  }

  #read(raw: string, lineEnds: readonly LineEnd[], isName: (name: string) => boolean): ReadOrganisations | null {
    const printed = raw.trim();
    if (NOBODY.test(printed)) return null;
    const { text, names, unsure } = this.#namesIn(printed, lineEnds);
    const codes: string[] = [];
    const kinds: OrganisationKind[] = [];
    let value = text;
    for (const { part, name } of names) {
      if (!isName(name)) return null;
      if (name !== part) value = value.replace(part, name);
      const code = singleSpaced(name.toUpperCase());
      if (codes.includes(code)) continue;
      codes.push(code);
      kinds.push(organisationKind(name));
    }
    if (codes.length === 0) return null;
    return { codes, kinds, raw: onOneLine(printed), value: onOneLine(value), ...(unsure ? { unsure } : {}) };
  }

  /** The names in a cell: each as printed, and with its letters repaired. */
  #namesIn(printed: string, lineEnds: readonly LineEnd[]) {
    const unwrapped = this.#unwrap(printed, lineEnds);
    const { units, unsure } = unitsOf(unwrapped.text, {
      isKnown: (name) => this.#names.has(this.#clean(name)),
      hasWhole: (text) => this.#names.hasWhole(text),
    });
    const parts = units.map((unit) => this.#withoutLabel(unit)).filter((part) => part !== "" && !NOBODY.test(part));
    const names = parts.map((part) => ({ part, name: this.#repair(part) }));
    return { text: unwrapped.text, names, unsure: unsure || unwrapped.unsure };
  }

  #unwrap(text: string, lineEnds: readonly LineEnd[]): { text: string; unsure: boolean } {
    return unwrapLines(text, lineEnds, this.#names);
  }

  /** A name as it is compared: in Latin letters, without what it is to the work. */
  #clean(name: string): string {
    return this.#withoutLabel(toLatin(name) ?? name);
  }

  /** "Lead: FORCE" to "FORCE". */
  #withoutLabel(text: string): string {
    const colon = text.indexOf(":");
    if (colon < 0 || !this.#labels.has(text.slice(0, colon).trim().toLowerCase())) return text.trim();
    return text.slice(colon + 1).trim();
  }

  /** Splits "DH Commission …" or "KT/RW & PB/CG Review …" into codes and title; null where no code leads. */
  splitPrefix(text: string): { readonly organisations: ReadOrganisations; readonly rest: string } | null {
    const part = /^(\S+?)(\s*[/&,;+]\s*|\s+and\s+|\s+)(?=\S)/;
    let rest = text.trimStart();
    const start = rest;
    let end = 0;
    for (let guard = 0; guard < 8; guard += 1) {
      const match = part.exec(rest);
      const token = match?.[1];
      if (match === null || token === undefined) break;
      const latin = toLatin(token) ?? token;
      const coded = CODE.test(latin) || (this.knows(latin) && /^[A-Z]/.test(latin));
      if (!coded) return null;
      end = start.length - rest.length + token.length;
      const last = /^\s+$/.test(match[2] ?? "");
      rest = rest.slice(match[0].length);
      if (last) break;
    }
    if (end === 0 || !/^[\p{Lu}\d“"'‘(]/u.test(rest)) return null;
    const organisations = this.readText(start.slice(0, end));
    return organisations === null ? null : { organisations, rest };
  }

  #repair(part: string): string {
    const latin = toLatin(part);
    if (latin !== null) return latin;
    if (this.knows(part)) return part;
    // "TOPC C": a code whose last letters a narrow cell broke off.
    const joined = part.replace(/\s+/g, "");
    if (joined !== part && /^[A-Z]+$/.test(joined) && this.knows(joined)) return joined;
    if (hasDigit(part) && /[A-Z]{2}/.test(part)) {
      const letters = part.replace(/[0158]/g, (digit) => DIGIT_TWINS[digit] ?? digit);
      if (this.knows(letters)) return letters;
    }
    return part.length < APPROXIMATE_LENGTH || part.includes(" ") ? part : (this.#misreadCode(part) ?? part);
  }

  /** The one known code that differs from a part in a single letter; null where there is none, or several. */
  #misreadCode(part: string): string | null {
    const upper = part.toUpperCase();
    // A code with a letter more or fewer may be another body (FORCE, FORCES).
    const near = this.#names.codesOfLength(upper.length).filter((code) => editDistance(code, upper) === 1);
    return near.length === 1 ? (near[0] ?? null) : null;
  }
}
