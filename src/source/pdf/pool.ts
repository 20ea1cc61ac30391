/**
 * Guarded reading of PDFs. In: paths or bytes. Out: what a module makes of their pages, or a failure with a code; no file
 * can take the run down, for each is read in a child process that watches its memory, is killed when its time is over,
 * and is replaced when it dies.
 */
import pLimit from "p-limit";
import type { PdfFailure } from "./failure.js";
import { DEFAULT_LIMITS, type PdfLimits } from "./limits.js";
import type { Work } from "./messages.js";
import { Reader } from "./reader.js";

/** What the work made of a document, or why it could not be read. */
export type PdfOutcome<Value> = { readonly ok: true; readonly value: Value } | PdfFailure;

export class PdfPool {
  readonly #limits: PdfLimits;
  readonly #turns: ReturnType<typeof pLimit>;
  #idle: Reader[] = [];

  /** @param children how many documents are read at once; each child takes some 150 MB */
  constructor(children: number, limits: Partial<PdfLimits> = {}) {
    this.#limits = { ...DEFAULT_LIMITS, ...limits };
    this.#turns = pLimit(children);
  }

  /**
   * @param source a path, or bytes, which are copied
   * @param work what is made of the document where it is read; its value must be fit for structured cloning
   * @throws only where no child process can be started
   */
  read<Value>(source: string | Uint8Array, work: Work): Promise<PdfOutcome<Value>> {
    return this.#turns(async () => {
      const reader = this.#idle.pop() ?? new Reader();
      try {
        return (await reader.read({ source, limits: this.#limits, work })) as PdfOutcome<Value>;
      } finally {
        if (reader.isFit) this.#idle.push(reader);
      }
    });
  }

  /** Ends the children that wait for work. */
  close(): void {
    for (const reader of this.#idle) reader.stop();
    this.#idle = [];
  }
}
