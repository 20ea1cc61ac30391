/**
 * Guarded reading of PDFs. In: paths or bytes. Out: pages, or a failure with a code; no file can take the run down, for
 * each is read in a child process that watches its memory, is killed when its time is over, and is replaced when it dies.
 */
import pLimit from "p-limit";
import { DEFAULT_LIMITS, type PdfLimits } from "./limits.js";
import type { PdfResult } from "./read-document.js";
import { Reader } from "./reader.js";

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
   * @throws only where no child process can be started
   */
  read(source: string | Uint8Array): Promise<PdfResult> {
    return this.#turns(async () => {
      const reader = this.#idle.pop() ?? new Reader();
      try {
        return await reader.read(source, this.#limits);
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

/** Reads one PDF under guard. For several, keep a pool: starting a child takes longer than most documents. */
export async function readPdf(source: string | Uint8Array, limits: Partial<PdfLimits> = {}): Promise<PdfResult> {
  const pool = new PdfPool(1, limits);
  try {
    return await pool.read(source);
  } finally {
    pool.close();
  }
}
