/**
 * What a run read, and what it left, remembered in the cache by its settings and its output folder; and to a later run with the
 * same ones what is to be said at its end, where neither inputs nor output have changed.
 */
import { resolve } from "node:path";
import { type FileHashes, isAsLeft } from "../export/output-marks.js";
import type { TableCounts } from "../export/write-dataset.js";
import type { InputFile } from "../schema/dataset.js";
import { INTERNAL } from "../source/defect.js";
import { ContentFingerprint, fingerprintContent, fingerprintTimes } from "../source/fingerprint.js";
import { openResultCache, type ResultCache } from "../source/result-cache.js";
import type { Reading } from "./worker-pool.js";

/** Failures that another run, on a machine less busy or with more memory, may not meet. */
const PASSING: ReadonlySet<string | null> = new Set(["TIMEOUT", "OUT_OF_MEMORY", "CRASHED", INTERNAL]);

/** What is said of a run at its end. */
export interface RunEnd<Recap> {
  readonly counts: TableCounts;
  readonly recap: Recap;
  /** Files written, without the folder. */
  readonly outputs: FileHashes;
}

interface Remembered<Recap> extends RunEnd<Recap> {
  readonly times: string;
  readonly contents: string;
}

/** One run's part in it. */
export class RunMemory<Recap> {
  readonly #reading: Reading;
  readonly #out: string;
  readonly #shelf: ResultCache;
  readonly #contents = new ContentFingerprint();
  #times = "";
  #isLasting = true;

  /**
   * @param cache folder
   * @param deciding what decides the output besides how files are read
   */
  constructor(cache: string, reading: Reading, out: string, deciding: unknown) {
    this.#reading = reading;
    this.#out = resolve(out);
    const { settings, limits } = reading;
    this.#shelf = openResultCache(cache, "run", settings, JSON.stringify([limits, deciding]));
  }

  /**
   * What the last run said at its end; null where anything has changed, or nothing is remembered. To be called before the
   * files are read.
   * @throws the signal's reason
   */
  async recall(signal?: AbortSignal): Promise<RunEnd<Recap> | null> {
    const { files, limits } = this.#reading;
    this.#times = fingerprintTimes(files);
    const entry = this.#shelf.read(this.#out);
    if (entry === null) return null;
    const left: Remembered<Recap> = JSON.parse(entry.toString());
    if (left.times !== this.#times || !(await isAsLeft(this.#out, left.outputs))) return null;
    return (await fingerprintContent(files, limits.maxBytes, signal)) === left.contents ? left : null;
  }

  /** To be told of every file, in their order. */
  add(file: InputFile): void {
    this.#contents.add(file);
    if (PASSING.has(file.error_code)) this.#isLasting = false;
  }

  /** To be called when all is written. */
  keep(end: RunEnd<Recap>): void {
    if (!this.#isLasting) return;
    const remembered: Remembered<Recap> = { ...end, times: this.#times, contents: this.#contents.digest() };
    this.#shelf.write(this.#out, Buffer.from(JSON.stringify(remembered)));
  }
}
