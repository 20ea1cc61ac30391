/** Joins the lines of one update. In: its lines, one at a time. Out: its text, with a line for each paragraph and list item. */

import { isUnfinished } from "../language/sentences.js";
import type { JoinBroken, Joined } from "./broken-words.js";

/** What a list item begins with, as printed: bullets, "1.", "(a)", "iv)". */
const ITEM = /^(?:[•●▪◦‣∙·*–—o-]\s+|[(]?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+)/u;
const BULLET = /^[•●▪◦‣∙·]/u;
/** A bullet on a line of its own. */
const BARE_BULLET = /^[•●▪◦‣∙·*–—o-]$/u;
const SENTENCE_END = /[.!?:;]["”'’)\]]*$/u;
/** Share of the text's width within which a line and the next line's first word must fit for the line to end a paragraph. */
const FREE_SHARE = 0.88;

export interface Line {
  readonly text: string;
  /** Whether its line breaks are the page's, so that paragraphs continue over lines. */
  readonly wrapped: boolean;
  /** Whether white space separates it from the line above. */
  readonly apart: boolean;
}

/** Whether the next line's first word had room on the line: then the writer made the break between them. */
export function leavesRoom(text: string, next: string, width: number): boolean {
  const firstWord = next.indexOf(" ") < 0 ? next.length : next.indexOf(" ");
  return text.length + 1 + firstWord <= width * FREE_SHARE;
}

const SENTENCE_STOP = /[.!?]["”'’)\]]*$/u;

/**
 * Whether a line opens a sentence or a paragraph: the writer broke the line above it, or that one ends a sentence or had
 * room for this one's first word.
 * @param last the line above in the same text; null where there is none
 */
export function opensText(
  { wrapped, apart }: Omit<Line, "text">,
  text: string,
  last: string | null,
  width: number,
): boolean {
  return !wrapped || apart || last === null || SENTENCE_STOP.test(last) || leavesRoom(last, text, width);
}

export class Paragraphs {
  /** Each paragraph in pieces, with the spaces between them: they are joined once, at the end. */
  readonly #paragraphs: string[][] = [];
  readonly #joinBroken: JoinBroken;
  #last: Line | null = null;
  #bullet = "";
  /** The words that the lines broke, as printed and as read. */
  readonly broken: NonNullable<Joined["repair"]>[] = [];

  constructor(joinBroken: JoinBroken) {
    this.#joinBroken = joinBroken;
  }

  /** @param width length in characters of the longest lines of wrapped text of this kind */
  add(line: Line, width: number): void {
    if (BARE_BULLET.test(line.text)) {
      this.#flushBullet();
      this.#bullet = line.text;
      return;
    }
    const text = this.#bullet === "" ? line.text : `${this.#bullet} ${line.text}`;
    const starts = this.#bullet !== "" || this.#startsParagraph(line, width);
    this.#bullet = "";
    const previous = this.#paragraphs.at(-1);
    if (previous === undefined || starts) this.#paragraphs.push([text]);
    else this.#goOn(previous, text);
    this.#last = line;
  }

  /** Adds a line to a paragraph. */
  #goOn(paragraph: string[], text: string): void {
    const above = paragraph.pop() ?? "";
    const broken = /^\p{Ll}/u.test(text) ? this.#joinBroken(above, text) : null;
    if (broken === null) {
      paragraph.push(above, ` ${text}`);
      return;
    }
    paragraph.push(`${above.slice(0, above.length - broken.cut)}${broken.glue}`, text);
    if (broken.repair !== null) this.broken.push(broken.repair);
  }

  #startsParagraph(line: Line, width: number): boolean {
    const last = this.#last;
    if (last !== null && line.wrapped && !line.apart && isUnfinished(last.text) && !BULLET.test(line.text))
      return false;
    if (last === null || ITEM.test(line.text)) return true;
    const continuesSentence = !SENTENCE_END.test(last.text) && /^[\p{Ll}\d(£]/u.test(line.text);
    if (!line.wrapped || !last.wrapped) return !continuesSentence || ITEM.test(last.text);
    if (line.apart) return !continuesSentence;
    return leavesRoom(last.text, line.text, width) && !/^\p{Ll}/u.test(line.text);
  }

  #flushBullet(): void {
    if (this.#bullet !== "") this.#paragraphs.push([this.#bullet]);
    this.#bullet = "";
  }

  text(): string {
    this.#flushBullet();
    return this.#paragraphs.map((pieces) => pieces.join("")).join("\n");
  }
}
