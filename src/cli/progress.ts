/**
 * The progress of a run, on standard error: on a terminal a bar with the rate, the time left and the outcomes; with
 * `--log json` one JSON object per line; otherwise a line every half minute.
 */
import { availableParallelism } from "node:os";
import { SingleBar } from "cli-progress";
import type { InputFile, ReadFile } from "../internal.js";
import type { Terminal } from "./terminal.js";

export const LOGS = ["json"] as const;
export type Log = (typeof LOGS)[number];

export interface Progress {
  start(fileCount: number): void;
  /** Pages of a file are pictures and are being recognised. */
  pictures(file: string, pageCount: number): void;
  recognised(): void;
  step(read: ReadFile): void;
  /** No file was read, because none has changed. @param outcomes of the previous run */
  skip(outcomes: Readonly<Record<string, number>>): void;
  stop(): void;
}

const SILENT: Progress = {
  start: () => undefined,
  pictures: () => undefined,
  recognised: () => undefined,
  step: () => undefined,
  skip: () => undefined,
  stop: () => undefined,
};

export function createProgress(terminal: Terminal, quiet: boolean, log: Log | undefined): Progress {
  if (log === "json") return jsonLog(terminal);
  if (quiet) return SILENT;
  return terminal.interactive ? createBar() : createNotes(terminal);
}

/** Usual time to recognise a page, in seconds; several pages are recognised at once where there are several cores. */
const SECONDS_PER_PAGE = 5;

function estimate(pages: number): number {
  return Math.ceil((pages * SECONDS_PER_PAGE) / Math.max(1, Math.min(pages, availableParallelism())));
}

/** Time between two lines on a long run, where no bar can be shown. */
const LINE_EVERY_MS = 30_000;

/**
 * Where no bar can be shown: a line every half minute, one when pages have to be recognised, and again whenever their number has
 * doubled.
 */
export function createNotes(terminal: Terminal): Progress {
  let [pages, told] = [0, 0];
  let [read, total] = [0, 0];
  let timer: NodeJS.Timeout | undefined;
  return {
    ...SILENT,
    start(fileCount) {
      const began = performance.now();
      total = fileCount;
      timer = setInterval(() => {
        const rate = (read * 1000) / (performance.now() - began);
        const left = read === 0 ? "" : `, about ${Math.ceil((total - read) / rate)} s left`;
        terminal.tell(`ragtally: ${read} of ${total} files read${left}`);
      }, LINE_EVERY_MS).unref();
    },
    step({ file }) {
      read += 1;
      if (file.container !== null) total += 1;
    },
    stop: () => clearInterval(timer),
    pictures(file, pageCount) {
      pages += pageCount;
      if (pages < told * 2) return;
      told = pages;
      const what = pages === 1 ? "1 page is a picture and is" : `${pages} pages are pictures and are`;
      terminal.tell(`ragtally: ${what} recognised, in about ${estimate(pages)} s (${file}; see --ocr)`);
    },
  };
}

function createBar(): Progress {
  const outcomes = new Map<InputFile["outcome"], number>();
  const bar = new SingleBar({
    stream: process.stderr,
    format: "reading {bar} {value} of {total} files, {rate} a second, {eta_formatted} left {pages}{outcomes}",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    // The caller handles Ctrl-C, so that the output folder is cleaned up first.
    gracefulExit: false,
  });
  const began = performance.now();
  let fileCount = 0;
  let [pictures, recognised] = [0, 0];
  const showPages = (): void =>
    bar.update({
      pages: `${recognised} of ${pictures} pages recognised, about ${estimate(pictures - recognised)} s left `,
    });
  return {
    start: (total) => bar.start(total, 0, { rate: "0", outcomes: "", pages: "" }),
    pictures(_, pageCount) {
      pictures += pageCount;
      showPages();
    },
    recognised() {
      recognised += 1;
      showPages();
    },
    step({ file }) {
      fileCount += 1;
      // Files in other files are not known before these are read.
      if (file.container !== null) bar.setTotal(bar.getTotal() + 1);
      outcomes.set(file.outcome, (outcomes.get(file.outcome) ?? 0) + 1);
      const rate = (fileCount * 1000) / Math.max(1, performance.now() - began);
      const others = [...outcomes]
        .filter(([outcome]) => outcome !== "parsed")
        .map(([outcome, count]) => `${count} ${outcome}`);
      bar.increment(1, {
        rate: rate.toFixed(rate < 10 ? 1 : 0),
        outcomes: others.length === 0 ? "" : `(${others.sort().join(", ")})`,
      });
    },
    skip: () => undefined,
    stop: () => bar.stop(),
  };
}

/** Events `start`, `pictures`, `recognised`, `file` or `unchanged`, and `end`, each with the seconds since the start. */
function jsonLog(terminal: Terminal): Progress {
  const began = performance.now();
  let outcomes: Record<string, number> = {};
  let [pictures, recognised] = [0, 0];
  const say = (event: string, facts: object): void => {
    const seconds = Math.round(performance.now() - began) / 1000;
    terminal.tell(JSON.stringify({ event, seconds, ...facts }));
  };
  return {
    start: (files) => say("start", { files }),
    pictures(source_file, pages) {
      pictures += pages;
      say("pictures", { source_file, pages, estimate_seconds: estimate(pages) });
    },
    recognised() {
      recognised += 1;
      say("recognised", { pages: recognised, of: pictures });
    },
    step({ file }) {
      const { source_file, outcome, error_code, message, report_count } = file;
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      say("file", { source_file, outcome, error_code, message, report_count });
    },
    skip(known) {
      outcomes = Object.fromEntries(Object.entries(known).filter(([, count]) => count > 0));
      say("unchanged", {});
    },
    stop: () => say("end", { outcomes }),
  };
}
