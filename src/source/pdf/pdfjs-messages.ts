/**
 * Reads the messages that pdf.js prints about a file. In: its messages on the console. Out: whether something of a page
 * was left out, and whether the page was read to its end. pdf.js continues after damaged content and returns the rest as
 * if it were complete; only its messages show the difference.
 */

/** Printed when a page's operators are complete. If reading breaks off, pdf.js returns those before and prints nothing. */
const COMPLETE = /^Info: page=\d+ - getOperatorList: /;

/** Printed when part of a page, or the map from a font's glyphs to characters, is left out. */
const LEFT_OUT =
  /^Warning: (?:Invalid stream: |Empty ".*" stream|getContentStream - ignoring|getOperatorList - ignoring|Unknown command|Skipping command|Font ".*" is not available|loadFont - |ensureStateFont: |readToUnicode - ignoring|Invalid cMap data|getHexString - ignoring|Unterminated |Illegal character)|^(?:Info: |Warning: )(?:Bad |Unknown ).* in flate stream/;

/** Printed when the file's cross-reference table is unusable and its objects are searched for one by one. */
const SEARCHED = /^Warning: Indexing all PDF objects/;

export class PdfjsMessages {
  readonly #originals = { info: console.info, warn: console.warn };
  #isComplete = false;
  #isPartial = false;
  #isSearched = false;

  /** From now on the console's messages are read instead of printed. */
  constructor() {
    const listener = (message: unknown): void => this.#read(String(message));
    Object.assign(console, { info: listener, warn: listener });
  }

  #read(message: string): void {
    this.#isComplete ||= COMPLETE.test(message);
    this.#isPartial ||= LEFT_OUT.test(message);
    this.#isSearched ||= SEARCHED.test(message);
  }

  /** Whether the file's cross-reference table is unusable. */
  get isSearched(): boolean {
    return this.#isSearched;
  }

  /** What the messages since the last call say. */
  take(): { readonly isComplete: boolean; readonly isPartial: boolean } {
    const state = { isComplete: this.#isComplete, isPartial: this.#isPartial };
    this.#isComplete = false;
    this.#isPartial = false;
    return state;
  }

  /** Restores the console. */
  close(): void {
    Object.assign(console, this.#originals);
  }
}
