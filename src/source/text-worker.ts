/**
 * A worker thread's side of the pool. In: batches of files, as messages from the thread that started it. Out: one answer
 * a batch, in turn, with the results in the files' order.
 */
import { parentPort, workerData } from "node:worker_threads";
import type { FoundFile } from "./discover.js";
import type { Answer, WorkerStart } from "./text-pool.js";

/** Reads every batch that comes, one file at a time. What `read` throws ends its batch and is answered with the file. */
export function serveFiles<Settings, Result>(read: (file: FoundFile, settings: Settings) => Promise<Result>): void {
  const port = parentPort;
  if (port === null) throw new Error("this module runs as a worker thread only");
  const { settings, place }: WorkerStart<Settings> = workerData;
  const answerTo = async (batch: readonly FoundFile[]): Promise<Answer<Result>> => {
    const results: Result[] = [];
    for (const [at, file] of batch.entries()) {
      Atomics.store(place, 0, at);
      try {
        results.push(await read(file, settings));
      } catch (error) {
        return { sourceFile: file.sourceFile, error };
      }
    }
    return { results };
  };
  let last: Promise<void> = Promise.resolve();
  port.on("message", (batch: readonly FoundFile[]) => {
    last = last.then(async () => port.postMessage(await answerTo(batch)));
  });
}
