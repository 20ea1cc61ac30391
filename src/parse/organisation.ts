/**
 * Organisation codes as printed in a cell ("NW/CG", "HOPCC & CSP", "Force") or fused with the title behind them
 * ("DH Commission an independent review"). Look-alike letters and misread codes are mended against known ones.
 */
import { toLatin } from "../language/lookalikes.js";
import { editDistance } from "../language/words.js";
import type { LineEnd } from "../model/page.js";
import type { Profile } from "../schema/profile.js";

export interface ReadOrganisations {
  readonly codes: readonly string[];
  /** As printed. */
  readonly raw: string;
  /** The printed text with its letters mended; equal to `raw` where nothing was. */
  readonly value: string;
  /** Whether lines that may be pieces of one code were kept apart. */
  readonly unsure?: true;
}

const SEPARATOR = /\s*(?:[/&,;+|\n]|\band\b)\s*/;
const SHAPE = /^[A-Z][A-Z0-9]{1,9}$/;
const NAME = /^[\p{Lu}][\p{L}\p{N}'’.()-]*(?:[ -][\p{L}\p{N}'’.()-]+){0,4}$/u;
/** A code that is compared approximately has at least this many letters: short ones are all near each other. */
const APPROXIMATE_LENGTH = 5;
/** Digits that recognition puts in place of letters. */
const DIGIT_TWINS: Readonly<Record<string, string>> = { "0": "O", "1": "I", "5": "S", "8": "B" };
/** What stands in a cell that names nobody. */
const NOBODY = /^(?:[-–—.?]*|n\/?a|tbc|tba|none)$/i;
const LONGEST_CELL = 80;
/** What a narrow cell breaks off a code is short. */
const LONGEST_BROKEN = 3;

export class Organisations {
  readonly #known: Set<string>;

  constructor(profile: Profile) {
    this.#known = new Set(Object.keys(profile.organisations).map((code) => code.toUpperCase()));
  }

  /** Codes that the report prints in cells of their own are known from then on. */
  learn(text: string, lineEnds?: readonly LineEnd[]): void {
    const read = this.readCell(text, lineEnds);
    if (read === null) return;
    for (const code of read.codes) if (SHAPE.test(code)) this.#known.add(code);
  }

  knows(text: string): boolean {
    return this.#known.has(text.toUpperCase());
  }

  /** Whether a text is made of known codes or code-shaped words alone: strong evidence that it is no title. */
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
   * @param lineEnds how each line but the last ends, where a page tells
   */
  readCell(raw: string, lineEnds: readonly LineEnd[] = []): ReadOrganisations | null {
    const printed = raw.trim();
    const { text: whole, unsure } = this.#unwrap(printed, lineEnds);
    if (printed.length > LONGEST_CELL || NOBODY.test(printed)) return null;
    const codes: string[] = [];
    let value = whole;
    for (const part of whole.split(SEPARATOR)) {
      if (part === "") continue;
      const mended = this.#mend(part);
      if (!SHAPE.test(mended) && !NAME.test(mended) && !this.knows(mended)) return null;
      if (mended !== part) value = value.replace(part, mended);
      const code = mended.toUpperCase().replace(/\s+/g, " ");
      if (!codes.includes(code)) codes.push(code);
    }
    const line = (text: string): string => text.replace(/\s*\n\s*/g, " ");
    if (codes.length === 0) return null;
    return { codes, raw: line(printed), value: line(value), ...(unsure ? { unsure } : {}) };
  }

  /**
   * A cell's lines as one: a code that a narrow cell broke is closed up ("CONSTABULAR" above "Y", or pieces of any length
   * where the lines fill the cell), a name of several words is spaced, and codes above one another stay parted by their
   * line feed.
   */
  #unwrap(printed: string, lineEnds: readonly LineEnd[]): { text: string; unsure: boolean } {
    let unsure = false;
    const text = printed.split(/\s*\n\s*/).reduce((above, below, at) => {
      const last = above.split(SEPARATOR).at(-1) ?? "";
      const first = below.split(SEPARATOR)[0] ?? "";
      if (last === "" || first === "" || /[/&,;+]$|\band$/.test(above) || /^[/&,;+]|^and\b/.test(below))
        return `${above} ${below}`;
      const closed = last + first;
      const broken =
        first.length <= LONGEST_BROKEN &&
        last.length >= APPROXIMATE_LENGTH &&
        /^[A-Z]{6,16}$/.test(closed) &&
        !this.knows(first) &&
        !this.knows(last);
      // Neither piece is a code that stands elsewhere, and the cell had no room for more of the first one.
      const end = lineEnds[at - 1];
      const [alone, coded] = [this.knows(last) && this.knows(first), /^[A-Z]+$/.test(closed) && SHAPE.test(closed)];
      const filled = end === "full" && coded && !this.knows(last) && !this.knows(first);
      if (this.knows(closed) || (broken && end !== "free") || filled) return above + below;
      if (coded && !alone && (end === "full" || end === "near")) unsure = true;
      return SHAPE.test(last) && SHAPE.test(first) ? `${above}\n${below}` : `${above} ${below}`;
    });
    return { text, unsure };
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

  #mend(part: string): string {
    const latin = toLatin(part);
    if (latin !== null) return latin;
    if (this.knows(part)) return part;
    // "TOPC C": a code whose last letters a narrow cell cut off.
    const closed = part.replace(/\s+/g, "");
    if (closed !== part && /^[A-Z]+$/.test(closed) && this.knows(closed)) return closed;
    if (/\d/.test(part) && /[A-Z]{2}/.test(part)) {
      const letters = part.replace(/[0158]/g, (digit) => DIGIT_TWINS[digit] ?? digit);
      if (this.knows(letters)) return letters;
    }
    if (part.length < APPROXIMATE_LENGTH || part.includes(" ")) return part;
    const upper = part.toUpperCase();
    let near: string | null = null;
    for (const code of this.#known) {
      // One letter for another is a misreading; one more or fewer may be another body (FORCE, FORCES).
      if (code.length !== upper.length) continue;
      if (editDistance(code, upper) !== 1) continue;
      if (near !== null) return part;
      near = code;
    }
    return near ?? part;
  }
}
