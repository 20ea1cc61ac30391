/**
 * The text of one cell or line of marked-up text while it is read. In: pieces of text, breaks, and what is struck through or
 * raised. Out: the text, its entities decoded, and the pieces that are no part of it: what is struck through, and marks
 * of footnotes.
 */
import { singleSpaced } from "../../language/spaces.js";
import type { Aside } from "../../model/aside.js";
import { decodeEntities } from "../entities.js";

/** "1", "[2]", "a", "*", "note 1". */
const FOOTNOTE_MARK = /^[[(]?(?:\d{1,3}|\p{L}|[*†‡§#]{1,3}|notes?\s\d{1,2})[\])]?$/u;
/** A raised figure after a unit of length is its power; some write that of carbon dioxide so. */
const UNIT_AT_END = /(?:(?:^|[\s\d])[ckm]?m|CO)$/u;

/** Longest text, in characters, whose own background or colour is that of its cell: a status in a badge. */
export const LONGEST_BADGE = 40;

/** A line of a draft, and the index of the text's line that it is on. */
export interface DraftLine {
  readonly text: string;
  readonly at: number;
}

export class TextDraft {
  #text = "";
  #struck = "";
  /** Text of the raised element that is open; null outside one. */
  #raised: string | null = null;
  readonly #asides: Aside[] = [];
  /** The first painted element, and the text up to its end; null while it is open. */
  #badge: { readonly name: string; readonly fill: string; text: string | null } | null = null;
  /** The lines of the text on which the draft begins, and continues after each break. */
  #begins: number[];

  /** @param at index of the text's line that is read */
  constructor(at: number) {
    this.#begins = [at];
  }

  add(piece: string, isStruck: boolean): void {
    if (isStruck) this.#struck += piece;
    else if (this.#raised !== null) this.#raised += piece;
    else this.#text += piece;
  }

  /** A break of the page's own between the text before and after it. */
  break(at: number): void {
    this.#text += "\n";
    this.#begins.push(at);
    if (this.#struck !== "") this.#struck += "\n";
  }

  /** An element with a background of its own begins, where no text is before it. */
  beginBadge(name: string, fill: string | null): void {
    if (fill !== null && this.isEmpty) this.#badge ??= { name, fill, text: null };
  }

  endBadge(name: string): void {
    if (this.#badge?.name === name) this.#badge.text ??= this.#text;
  }

  /** The background of the badge that holds all of a short text; null without one. */
  get badgeFill(): string | null {
    const { cell } = this;
    const isWhole = this.#badge !== null && (this.#badge.text ?? this.#text).trim() === this.#text.trim();
    return isWhole && cell.length <= LONGEST_BADGE ? (this.#badge?.fill ?? null) : null;
  }

  raise(): void {
    this.#raised ??= "";
  }

  lower(): void {
    const raised = this.#raised ?? "";
    this.#raised = null;
    const mark = decodeEntities(raised).trim();
    const isMark = FOOTNOTE_MARK.test(mark) && this.#text.trim() !== "" && !UNIT_AT_END.test(this.#text.slice(-8));
    if (isMark) this.#asides.push({ text: mark, reason: "stray" });
    else this.#text += raised;
  }

  get isEmpty(): boolean {
    return this.#text.trim() === "";
  }

  /** As it was read, for a line. */
  get line(): string {
    return decodeEntities(this.#text).trimEnd();
  }

  /** With single spaces, for a cell; its breaks are line feeds. */
  get cell(): string {
    return decodeEntities(this.#text)
      .replace(/[^\S\n]+/g, " ")
      .replace(/ *\n\s*/g, "\n")
      .trim();
  }

  get lines(): DraftLine[] {
    const begins = this.#begins;
    return this.#text.split("\n").flatMap((line, index) => {
      const text = singleSpaced(decodeEntities(line)).trim();
      return text === "" ? [] : [{ text, at: begins[index] ?? begins[0] ?? 0 }];
    });
  }

  takeLines(): DraftLine[] {
    const { lines } = this;
    [this.#text, this.#begins] = ["", this.#begins.slice(-1)];
    return lines;
  }

  /** Empties the draft of what is no part of the text. */
  takeAsides(): Aside[] {
    if (this.#raised !== null) this.lower();
    const struck = decodeEntities(this.#struck).trim();
    this.#struck = "";
    return [...this.#asides.splice(0), ...(struck === "" ? [] : [{ text: struck, reason: "struck" as const }])];
  }
}
