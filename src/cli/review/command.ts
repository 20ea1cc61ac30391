/** `ragtally review`: a web page on this computer where a person goes through what is doubtful, corrects it and decides about findings. */
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Command, Option } from "commander";
import { REVIEW_STYLE, ReviewSession, renderReviewPage, VERSION } from "../../internal.js";
import { EXIT, type ExitCode, UsageError } from "../exit.js";
import { wholeNumber } from "../option-values.js";
import {
  addOptions,
  chooseProfile,
  interruptSignal,
  type MachineFlags,
  machineOf,
  machineOptions,
  type ReadingFlags,
  readingOptions,
} from "../options.js";
import { createProgress } from "../progress.js";
import type { Terminal } from "../terminal.js";
import { today } from "../today.js";
import { reviewApp } from "./app.js";
import { readingArguments, reviewedInputs } from "./reading.js";
import { signOffCommands } from "./sign-off-commands.js";

interface ReviewFlags extends ReadingFlags, MachineFlags {
  readonly corrections: string;
  readonly dispositions: string;
  readonly by?: string;
  readonly port: number;
  readonly sources?: string[];
}

/** What the browser runs, bundled when the program is built: a file that is sent, no module that is imported. */
const SCRIPT_FILE = "../../review/browser.js";
/** The computer itself, and no other. */
const HOST = "127.0.0.1";

export function reviewCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const addedCorrections = new Option("--corrections <file>", "CSV that corrections are added to").default(
    "corrections.csv",
    "those of the dataset, or corrections.csv",
  );
  const port = new Option("--port <n>", "port of the page")
    .argParser(wholeNumber(1024, 65_535))
    .default(0, "any free one");
  const command = new Command("review")
    .description("go through what is doubtful, correct it and decide about findings, in a browser on this computer")
    .argument("<input...>", "files, folders and globs, or one folder that `ragtally ingest` wrote")
    .addOption(addedCorrections)
    .option("--dispositions <file>", "CSV that decisions about findings are added to", "dispositions.csv")
    .option("--by <name>", "who reviews; the page asks for it otherwise")
    .option("--sources <path...>", "where the reports of a dataset are, if they have moved")
    .addOption(port)
    .action(async (inputs: readonly string[], flags: ReviewFlags) => {
      const isGiven = (option: string): boolean => command.getOptionValueSource(option) === "cli";
      end(await run(inputs, flags, isGiven, terminal));
    });
  return addOptions(command, [...readingOptions(), ...machineOptions()]);
}

async function run(
  inputs: readonly string[],
  flags: ReviewFlags,
  isGiven: (option: string) => boolean,
  terminal: Terminal,
): Promise<ExitCode> {
  const { dispositions, by, port } = flags;
  const profile = await chooseProfile(flags.profile);
  const signal = interruptSignal();
  const reviewed = await reviewedInputs(inputs, flags, isGiven, profile.name);
  const { dataset, whyNot, corrections, recognition, limits, isLatest } = reviewed;
  if (whyNot !== null) terminal.tell(`ragtally: corrections cannot be applied. ${whyNot}`);
  const session = await ReviewSession.open({
    source: {
      ...{ dataset, inputs: reviewed.inputs, whyNot, isLatest },
      reading: {
        ...{ profile, limits, recognition, signal, skip: [corrections, dispositions] },
        ...machineOf(flags),
      },
      progress: () => createProgress(terminal, false, undefined),
    },
    ...{ corrections, dispositions, today, version: VERSION },
  });
  const commands = () =>
    signOffCommands({
      inputs: whyNot === null ? reviewed.inputs : null,
      out: dataset ?? "output",
      reading: readingArguments(reviewed, flags.profile),
      ...{ corrections, dispositions },
    });
  const token = randomBytes(16).toString("hex");
  const files = {
    html: renderReviewPage(by ?? ""),
    script: await readFile(new URL(SCRIPT_FILE, import.meta.url), "utf8"),
    style: REVIEW_STYLE,
  };
  const hosts: string[] = [];
  const app = reviewApp({ session, token, hosts, files, commands });
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
