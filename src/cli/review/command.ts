/** `ragtally review`: a web page on this computer where a person goes through what is doubtful, corrects it and decides about findings. */
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Command, InvalidArgumentError } from "commander";
import {
  REVIEW_STYLE,
  ReviewSession,
  type ReviewSource,
  renderReviewPage,
  settingOf,
  sourcesOfDataset,
  VERSION,
} from "../../internal.js";
import { isDataset } from "../audit/inputs.js";
import { type CacheFlag, cacheFolderOf, cacheOptions } from "../cache-folder.js";
import { EXIT, type ExitCode, UsageError } from "../exit.js";
import {
  chooseProfile,
  interruptSignal,
  jobsOption,
  type LimitFlags,
  limitOptions,
  limitsOf,
  type OcrFlags,
  ocrOptions,
  profileOption,
  recognitionOf,
} from "../options.js";
import { createProgress } from "../progress.js";
import type { Terminal } from "../terminal.js";
import { today } from "../today.js";
import { reviewApp } from "./app.js";

interface ReviewFlags extends OcrFlags, LimitFlags {
  readonly corrections: string;
  readonly dispositions: string;
  readonly by: string;
  readonly port: number;
  readonly sources?: string[];
  readonly profile?: string;
  readonly jobs?: number;
  readonly cache?: CacheFlag;
}

/** What the browser runs, bundled when the program is built: a file that is sent, no module that is imported. */
const SCRIPT_FILE = "../../review/browser.js";
/** The computer itself, and no other. */
const HOST = "127.0.0.1";

export function reviewCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const command = new Command("review")
    .description("go through what is doubtful, correct it and decide about findings, in a browser on this computer")
    .argument("<input...>", "files, folders and globs, or one folder that `ragtally ingest` wrote")
    .option("--corrections <file>", "CSV that corrections are added to", "corrections.csv")
    .option("--dispositions <file>", "CSV that decisions about findings are added to", "dispositions.csv")
    .option("--by <name>", "who reviews; the page asks for it otherwise", "")
    .option("--sources <path...>", "where the reports of a dataset are, if they have moved")
    .option("--port <n>", "port of the page (default: any free one)", parsePort, 0)
    .addOption(profileOption())
    .addOption(jobsOption())
    .action(async (inputs: readonly string[], flags: ReviewFlags) => end(await run(inputs, flags, terminal)));
  for (const option of [...ocrOptions(), ...limitOptions(), ...cacheOptions()]) command.addOption(option);
  return command;
}

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port >= 1024 && port <= 65_535)) throw new InvalidArgumentError("Give a port from 1024 to 65535.");
  return port;
}

async function run(inputs: readonly string[], flags: ReviewFlags, terminal: Terminal): Promise<ExitCode> {
  const { corrections, dispositions, by, port } = flags;
  const profile = await chooseProfile(flags.profile);
  const progress = createProgress(terminal, false, undefined);
  const signal = interruptSignal();
  const reading = {
    profile,
    limits: limitsOf(flags),
    recognition: recognitionOf(flags),
    ...cacheFolderOf(flags.cache),
    ...(flags.jobs !== undefined && { jobs: flags.jobs }),
    skip: [corrections, dispositions],
    signal,
  };
  const source = await sourceOf(inputs, flags, reading);
  const isDatasetGiven = source.dataset !== null;
  const session = await ReviewSession.open({
    source: {
      ...source,
      reading: {
        ...reading,
        onFound: progress.start,
        onPictures: progress.pictures,
        onRecognised: progress.recognised,
      },
    },
    corrections,
    dispositions,
    setting: settingOf(VERSION, isDatasetGiven ? null : profile),
    today,
  }).finally(progress.stop);
  const token = randomBytes(16).toString("hex");
  const files = {
    html: renderReviewPage(by),
    script: await readFile(new URL(SCRIPT_FILE, import.meta.url), "utf8"),
    style: REVIEW_STYLE,
  };
  const hosts: string[] = [];
  const app = reviewApp({ session, token, hosts, files, commands: commandsOf(inputs, source, flags) });
  const server = createAdaptorServer({ fetch: app.fetch });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, HOST, resolve);
    }).catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(`port ${port} cannot be used (${error.code}); choose another one with --port`);
    });
    const { port: used } = server.address() as AddressInfo;
    hosts.push(`${HOST}:${used}`, `localhost:${used}`);
    terminal.print(`http://${HOST}:${used}/${token}/`);
    terminal.tell(
      `Open this address in a browser. Decisions are written to ${corrections} and ${dispositions} at once; Ctrl-C ends the review.`,
    );
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener("abort", () => resolve());
    });
    return EXIT.done;
  } finally {
    server.close();
    if ("closeAllConnections" in server) server.closeAllConnections();
    session.close();
  }
}

/** @throws UsageError if datasets are mixed with reports */
async function sourceOf(
  inputs: readonly string[],
  { sources }: ReviewFlags,
  reading: ReviewSource["reading"],
): Promise<ReviewSource> {
  const [first] = inputs;
  const datasets = await Promise.all(inputs.map(isDataset));
  if (first === undefined || !datasets.includes(true)) return { dataset: null, inputs, reading };
  if (inputs.length > 1) throw new UsageError("give either one dataset folder or reports, not both");
  const found = sources ?? (await sourcesOfDataset(first))?.inputs ?? null;
  return { dataset: first, inputs: found, reading };
}

const word = (path: string): string => (/^[\w./:@%+=-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);

/** What writes the corrected dataset, and the page to sign. */
function commandsOf(inputs: readonly string[], source: ReviewSource, flags: ReviewFlags): string[] {
  const reports = (source.inputs ?? inputs).map(word).join(" ");
  const out = word(source.dataset ?? "output");
  const dispositions = `--dispositions ${word(flags.dispositions)}`;
  return [
    `ragtally ingest ${reports} --out ${out} --corrections ${word(flags.corrections)}`,
    `ragtally audit ${out} ${dispositions} --html audit.html`,
  ];
}
