/**
 * Whether an output is up to date. A run stores in the cache, by its settings and its output folder, what it read and what it wrote.
 * A later run with the same settings and folder gets that run's summary back if neither inputs nor output have changed.
 */
import { resolve } from "node:path";
import { type FileHashes, holdsExactly } from "../export/file-hashes.js";
import type { TableCounts } from "../export/write-dataset.js";
import type { InputFile } from "../schema/dataset.js";
import { isTransient } from "../source/defect.js";
import { ContentFingerprint, fingerprintContent, fingerprintTimes } from "../source/fingerprint.js";
import { openResultCache, type ResultCache } from "../source/result-cache.js";
import type { Reading } from "./worker-pool.js";

/** What a run reports when it has written its output. */
export interface RunSummary<Recap> {
  readonly counts: TableCounts;
  readonly recap: Recap;
  /** Files written, without the folder. */
  readonly outputs: FileHashes;
}

interface RememberedRun<Recap> extends RunSummary<Recap> {
  readonly times: string;
  readonly contents: string;
}

/** The check for one run: first `lastRun`, then `add` for each file, then `store`. */
export class UpToDateCheck<Recap> {
  readonly #reading: Reading;
  readonly #out: string;
  readonly #cache: ResultCache;
  readonly #contents = new ContentFingerprint();
  #times = "";
  #isRepeatable = true;

  /**
   * @param cache folder
   * @param deciding what else decides the output, besides how files are read
   */
  constructor(cache: string, reading: Reading, out: string, deciding: unknown) {
    this.#reading = reading;
    this.#out = resolve(out);
    const { settings, limits } = reading;
    this.#cache = openResultCache(cache, "run", settings, JSON.stringify([limits, deciding]));
  }

  /**
   * The summary of the last run; null if anything has changed, or if no run is known. Must be called before files are read, as it
   * notes their times.
   * @throws the signal's reason
   */
  async lastRun(signal?: AbortSignal): Promise<RunSummary<Recap> | null> {
    const { files, limits } = this.#reading;
    this.#times = fingerprintTimes(files);
    const entry = this.#cache.read(this.#out);
    if (entry === null) return null;
    const last: RememberedRun<Recap> = JSON.parse(entry.toString());
    if (last.times !== this.#times || !(await holdsExactly(this.#out, last.outputs))) return null;
    return (await fingerprintContent(files, limits.maxBytes, signal)) === last.contents ? last : null;
  }

  /** Must be called for every file, in their order. */
  add(file: InputFile): void {
    // The content of a file in another is part of that other's content.
    if (file.container === null) this.#contents.add(file);
    if (isTransient(file.error_code)) this.#isRepeatable = false;
  }

  /** Must be called when everything is written. A run with transient failures is not stored. */
  store(end: RunSummary<Recap>): void {
    if (!this.#isRepeatable) return;
    const remembered: RememberedRun<Recap> = { ...end, times: this.#times, contents: this.#contents.digest() };
    this.#cache.write(this.#out, Buffer.from(JSON.stringify(remembered)));
  }
}
