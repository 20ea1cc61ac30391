/** A progress bar on standard error where that is a terminal; nothing at all where it is not. */
import { SingleBar } from "cli-progress";
import type { Terminal } from "./terminal.js";

export interface Progress {
  start(fileCount: number): void;
  step(): void;
  stop(): void;
}

const SILENT: Progress = { start: () => undefined, step: () => undefined, stop: () => undefined };

export function createProgress(terminal: Terminal, quiet: boolean): Progress {
  if (quiet || !terminal.interactive) return SILENT;
  const bar = new SingleBar({
    stream: process.stderr,
    format: "reading {bar} {value} of {total} files, {duration_formatted}",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    // The caller handles Ctrl-C, so that the output folder is put right first.
    gracefulExit: false,
  });
  return {
    start: (fileCount) => bar.start(fileCount, 0),
    step: () => bar.increment(),
    stop: () => bar.stop(),
  };
}
