/**
 * Files to results by worker threads, in the files' order. In: the files and the worker's entry, which calls
 * `serveFiles`. Out: one result a file, however many workers there are. Holds a few batches at once, never all results.
 */
import { Worker } from "node:worker_threads";
import type { FoundFile } from "./discover.js";
import { inOrder } from "./sequence.js";

/** Fewer files than this are read sooner by one thread than a second one starts. */
const FEWEST_FILES = 33;
/** Files a message: a message costs about as much as a tenth of a report's parse. */
const BATCH_FILES = 4;
/** Batches that a worker has at once: one to read, and one waiting so that it never idles. */
const BATCHES_PER_WORKER = 2;

/** Room for what a few reports leave behind, in megabytes: with less, a worker spends a tenth of its time clearing up. */
const YOUNG_MB = 64;

export interface PoolWork {
  /** Module that a worker runs. */
  readonly entry: URL;
  /** What every worker is given besides its files; it must be cloneable. */
  readonly settings: unknown;
  readonly workerCount: number;
}

/** A worker's answer to a batch: the results, or the file that it failed on. */
export type Answer<Result> =
  | { readonly results: readonly Result[] }
  | { readonly sourceFile: string; readonly error: unknown };

export interface WorkerStart<Settings> {
  readonly settings: Settings;
  /** One integer: the worker's place in the batch that it reads, to be told from outside when it dies. */
  readonly place: Int32Array;
}

/** Worker threads worth starting: none where few files or one job leave nothing to share. */
export function workersFor(fileCount: number, jobs: number): number {
  if (!Number.isInteger(jobs) || jobs < 1) throw new RangeError(`jobs must be a whole number from 1 on, not ${jobs}`);
  return jobs === 1 || fileCount < FEWEST_FILES ? 0 : Math.min(jobs, Math.ceil(fileCount / BATCH_FILES));
}

/**
 * Reads the files with worker threads, which end with the generator however it ends.
 * @throws Error with the file's name where a worker throws or dies; the results before it are given first
 */
export async function* inParallel<Result>(files: readonly FoundFile[], work: PoolWork): AsyncGenerator<Result> {
  const workers = Array.from({ length: work.workerCount }, () => new PoolWorker<Result>(work));
  const atOnce = workers.length * BATCHES_PER_WORKER;
  const run = (batch: readonly FoundFile[]): Promise<readonly Result[]> =>
    workers.reduce((idlest, worker) => (worker.load < idlest.load ? worker : idlest)).read(batch);
  try {
    for await (const results of inOrder(batchesOf(files), run, { atOnce, begun: atOnce * 2 })) yield* results;
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}

function* batchesOf(files: readonly FoundFile[]): Generator<readonly FoundFile[]> {
  for (let from = 0; from < files.length; from += BATCH_FILES) yield files.slice(from, from + BATCH_FILES);
}

interface Task<Result> {
  readonly batch: readonly FoundFile[];
  readonly resolve: (results: readonly Result[]) => void;
  readonly reject: (error: Error) => void;
}

class PoolWorker<Result> {
  readonly #worker: Worker;
  readonly #place = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  /** In the order in which the worker answers them. */
  readonly #tasks: Task<Result>[] = [];
  #death: Error | null = null;

  constructor({ entry, settings }: PoolWork) {
    const start: WorkerStart<unknown> = { settings, place: this.#place };
    this.#worker = new Worker(entry, { workerData: start, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    this.#worker.on("message", (answer: Answer<Result>) => this.#answer(answer));
    this.#worker.on("error", (error) => this.#die(error));
    this.#worker.on("exit", (code) => this.#die(new Error(`its thread ended with code ${code}`)));
  }

  get load(): number {
    return this.#tasks.length;
  }

  read(batch: readonly FoundFile[]): Promise<readonly Result[]> {
    return new Promise((resolve, reject) => {
      const task = { batch, resolve, reject };
      if (this.#death !== null) reject(failure(batch[0]?.sourceFile, this.#death));
      else {
        this.#tasks.push(task);
        this.#worker.postMessage(batch);
      }
    });
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #answer(answer: Answer<Result>): void {
    const task = this.#tasks.shift();
    if ("results" in answer) task?.resolve(answer.results);
    else task?.reject(failure(answer.sourceFile, answer.error));
  }

  /** A dead worker answers nothing any more: its first batch failed at the file it was at, the rest before they began. */
  #die(error: unknown): void {
    this.#death ??= error instanceof Error ? error : new Error(String(error));
    const place = Atomics.load(this.#place, 0);
    for (const [at, { batch, reject }] of this.#tasks.splice(0).entries())
      reject(failure(batch[at === 0 ? place : 0]?.sourceFile, this.#death));
  }
}

const failure = (sourceFile: string | undefined, cause: unknown): Error =>
  new Error(`${sourceFile} could not be read: ${cause instanceof Error ? cause.message : cause}`, { cause });
