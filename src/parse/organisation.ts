/**
 * Organisation codes as printed in a cell ("NW/CG", "HOPCC & CSP", "Force") or before a title in the same text
 * ("DH Commission an independent review"). In: the text. Out: the codes; null where it names nobody. Look-alike letters and
 * misread codes are repaired by comparison with known codes.
 */
import { toLatin } from "../language/lookalikes.js";
import { editDistance } from "../language/words.js";
import type { LineEnd } from "../model/page.js";
import type { Profile } from "../schema/profile.js";

export interface ReadOrganisations {
  readonly codes: readonly string[];
  /** As printed. */
  readonly raw: string;
  /** The printed text with its letters repaired; equal to `raw` where nothing was. */
  readonly value: string;
  /** Whether lines that may be pieces of one code were left separate. */
  readonly unsure?: true;
}

const SEPARATOR = /\s*(?:[/&,;+|\n]|\band\b)\s*/;
const SHAPE = /^[A-Z][A-Z0-9]{1,9}$/;
const NAME = /^[\p{Lu}][\p{L}\p{N}'’.()-]*(?:[ -][\p{L}\p{N}'’.()-]+){0,4}$/u;
/** Letters of a code that is compared approximately, at least: short codes all differ by little. */
const APPROXIMATE_LENGTH = 5;
/** Digits that text recognition prints in place of letters. */
const DIGIT_TWINS: Readonly<Record<string, string>> = { "0": "O", "1": "I", "5": "S", "8": "B" };
/** Text of a cell that names nobody. */
const NOBODY = /^(?:[-–—.?]*|n\/?a|tbc|tba|none)$/i;
const LONGEST_CELL = 80;
/** Longest piece that a narrow cell breaks off a code, in characters. */
const LONGEST_BROKEN = 3;

export class Organisations {
  readonly #known: Set<string>;

  constructor(profile: Profile) {
    this.#known = new Set(Object.keys(profile.organisations).map((code) => code.toUpperCase()));
  }

  /** Adds the codes of a cell to those that are known. */
  learn(text: string, lineEnds?: readonly LineEnd[]): void {
    const read = this.readCell(text, lineEnds);
    if (read === null) return;
    for (const code of read.codes) if (SHAPE.test(code)) this.#known.add(code);
  }

  knows(text: string): boolean {
    return this.#known.has(text.toUpperCase());
  }

  /** Whether a text consists of known codes or words with the form of codes: strong evidence that it is no title. */
  isCodes(text: string): boolean {
    const trimmed = (toLatin(text) ?? text).trim();
    if (trimmed === "" || trimmed.length > LONGEST_CELL) return false;
    const parts = trimmed.split(SEPARATOR);
    return parts.every((part) => this.knows(part) || SHAPE.test(part));
  }

  /** Whether every part of a text is a code known from the profile or from this report. */
  isKnown(text: string): boolean {
    const trimmed = (toLatin(text) ?? text).trim();
    return (
      trimmed !== "" && trimmed.length <= LONGEST_CELL && trimmed.split(SEPARATOR).every((part) => this.knows(part))
    );
  }

  /**
   * Reads a cell of the organisation column; null where it names nobody or is too long to be a name.
   * @param lineEnds how each line but the last ends, where a page shows it
   */
  readCell(raw: string, lineEnds: readonly LineEnd[] = []): ReadOrganisations | null {
    const printed = raw.trim();
    const { text: joined, unsure } = this.#unwrap(printed, lineEnds);
    if (printed.length > LONGEST_CELL || NOBODY.test(printed)) return null;
    const codes: string[] = [];
    let value = joined;
    for (const part of joined.split(SEPARATOR)) {
      if (part === "") continue;
      const repaired = this.#repair(part);
      if (!SHAPE.test(repaired) && !NAME.test(repaired) && !this.knows(repaired)) return null;
      if (repaired !== part) value = value.replace(part, repaired);
      const code = repaired.toUpperCase().replace(/\s+/g, " ");
      if (!codes.includes(code)) codes.push(code);
    }
    const line = (text: string): string => text.replace(/\s*\n\s*/g, " ");
    if (codes.length === 0) return null;
    return { codes, raw: line(printed), value: line(value), ...(unsure ? { unsure } : {}) };
  }

  /**
   * A cell's lines as one: a code that a narrow cell broke is joined ("CONSTABULAR" above "Y", or pieces of any length
   * where the lines fill the cell), a name of several words is spaced, and codes above one another stay separated by their
   * line feed.
   */
  #unwrap(printed: string, lineEnds: readonly LineEnd[]): { text: string; unsure: boolean } {
    let unsure = false;
    const text = printed.split(/\s*\n\s*/).reduce((above, below, at) => {
      const last = above.split(SEPARATOR).at(-1) ?? "";
      const first = below.split(SEPARATOR)[0] ?? "";
      if (last === "" || first === "" || /[/&,;+]$|\band$/.test(above) || /^[/&,;+]|^and\b/.test(below))
        return `${above} ${below}`;
      const end = lineEnds[at - 1];
      if (this.#isOneCode(last, first, end)) return above + below;
      if (this.#mayBeOneCode(last, first) && (end === "full" || end === "near")) unsure = true;
      return SHAPE.test(last) && SHAPE.test(first) ? `${above}\n${below}` : `${above} ${below}`;
    });
    return { text, unsure };
  }

  /** Whether the end of a line and the start of the next are pieces of one code. */
  #isOneCode(last: string, first: string, end: LineEnd | undefined): boolean {
    const joined = last + first;
    if (this.knows(joined)) return true;
    // Each piece may be a code that is printed elsewhere.
    if (this.knows(last) || this.knows(first)) return false;
    // The cell had no room for more of the first piece.
    if (end === "full" && this.#mayBeOneCode(last, first)) return true;
    const isBroken =
      first.length <= LONGEST_BROKEN && last.length >= APPROXIMATE_LENGTH && /^[A-Z]{6,16}$/.test(joined);
    return isBroken && end !== "free";
  }

  #mayBeOneCode(last: string, first: string): boolean {
    const joined = last + first;
    return /^[A-Z]+$/.test(joined) && SHAPE.test(joined) && !(this.knows(last) && this.knows(first));
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
      const coded = SHAPE.test(latin) || (this.knows(latin) && /^[A-Z]/.test(latin));
      if (!coded) return null;
      end = start.length - rest.length + token.length;
      const last = /^\s+$/.test(match[2] ?? "");
      rest = rest.slice(match[0].length);
      if (last) break;
    }
    if (end === 0 || !/^[\p{Lu}\d“"'‘(]/u.test(rest)) return null;
    const organisations = this.readCell(start.slice(0, end));
    return organisations === null ? null : { organisations, rest };
  }

  #repair(part: string): string {
    const latin = toLatin(part);
    if (latin !== null) return latin;
    if (this.knows(part)) return part;
    // "TOPC C": a code whose last letters a narrow cell broke off.
    const joined = part.replace(/\s+/g, "");
    if (joined !== part && /^[A-Z]+$/.test(joined) && this.knows(joined)) return joined;
    if (/\d/.test(part) && /[A-Z]{2}/.test(part)) {
      const letters = part.replace(/[0158]/g, (digit) => DIGIT_TWINS[digit] ?? digit);
      if (this.knows(letters)) return letters;
    }
    return part.length < APPROXIMATE_LENGTH || part.includes(" ") ? part : (this.#misreadCode(part) ?? part);
  }

  /** The one known code that differs from a part in a single letter; null where there is none, or several. */
  #misreadCode(part: string): string | null {
    const upper = part.toUpperCase();
    // A code with a letter more or fewer may be another body (FORCE, FORCES).
    const near = [...this.#known].filter((code) => code.length === upper.length && editDistance(code, upper) === 1);
    return near.length === 1 ? (near[0] ?? null) : null;
  }
}
