/**
 * What pdf.js says about a file while it reads it. In: its messages on the console, which is where they go. Out: whether
 * something of a page was left out, and whether the page was read to its end. pdf.js goes on where content is broken
 * and hands over what is left as if it were all; only its messages tell.
 */

/** Said once a page's operators are complete; where reading them broke off it hands over those before, and says nothing. */
const COMPLETE = /^Info: page=\d+ - getOperatorList: /;

/** Said where a piece of a page, or what a font's letters mean, is left out. */
const LEFT_OUT =
  /^Warning: (?:Invalid stream: |Empty ".*" stream|getContentStream - ignoring|getOperatorList - ignoring|Unknown command|Skipping command|Font ".*" is not available|loadFont - |ensureStateFont: |readToUnicode - ignoring|Invalid cMap data|getHexString - ignoring|Unterminated |Illegal character)|^(?:Info: |Warning: )(?:Bad |Unknown ).* in flate stream/;

/** Said where the file's table of contents is of no use and its objects are looked for one by one. */
const SEARCHED = /^Warning: Indexing all PDF objects/;

export class Complaints {
  readonly #before = { info: console.info, warn: console.warn };
  #isComplete = false;
  #isPartial = false;
  #isSearched = false;

  /** From here on the console's messages are listened to, and printed no more. */
  constructor() {
    const listen = (said: unknown): void => this.#hear(String(said));
    Object.assign(console, { info: listen, warn: listen });
  }

  #hear(said: string): void {
    this.#isComplete ||= COMPLETE.test(said);
    this.#isPartial ||= LEFT_OUT.test(said);
    this.#isSearched ||= SEARCHED.test(said);
  }

  /** Whether the file's table of contents was of no use. */
  get isSearched(): boolean {
    return this.#isSearched;
  }

  /** What was said since the last call. */
  take(): { readonly isComplete: boolean; readonly isPartial: boolean } {
    const heard = { isComplete: this.#isComplete, isPartial: this.#isPartial };
    this.#isComplete = false;
    this.#isPartial = false;
    return heard;
  }

  /** The console is as it was. */
  close(): void {
    Object.assign(console, this.#before);
  }
}
