/**
 * The terms of description lists: "<dt>Status</dt><dd>Amber</dd>" shows a label and its value. In: the lines read so far, as terms
 * close and descriptions begin. Out: a term as the label of its description; a term without one stays a line of its own.
 */
import type { MarkedLine, TextLine } from "../lines.js";

/** Characters of a term that is the label of what it describes. */
const LONGEST = 60;

export class DescriptionTerms {
  readonly #out: MarkedLine[];
  #open: { readonly line: TextLine; readonly from: number } | null = null;

  /** @param out the lines read so far, which a term is taken from and given back to */
  constructor(out: MarkedLine[]) {
    this.#out = out;
  }

  /** Keeps the last line, a term that began on line `from` of the source. */
  take(from: number): void {
    const line = this.#out.at(-1);
    if (line?.kind !== "text" || line.text.length > LONGEST) return;
    this.#out.pop();
    this.#open = { line, from };
  }

  /** The label that the description begins with, and where; null where no term is open. */
  begin(): { readonly label: string; readonly from: number; readonly gapBefore: boolean } | null {
    if (this.#open === null) return null;
    const { line, from } = this.#open;
    this.#open = null;
    return { label: `${line.text.replace(/\s*:$/, "")}: `, from, gapBefore: line.gapBefore };
  }

  /** No description follows: the term is a line. */
  close(): void {
    if (this.#open !== null) this.#out.push(this.#open.line);
    this.#open = null;
  }
}
