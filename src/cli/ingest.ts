/** `ragtally ingest`: inputs to an output folder, and a summary on standard output. */
import { dirname, resolve } from "node:path";
import { Command, Option } from "commander";
import { DEFAULT_READ_LIMITS, FORMATS, type Format, ingest, tracked, writeDataset } from "../index.js";
import { type CacheFlag, cacheFolderOf, cacheOptions } from "./cache-folder.js";
import { EXIT, type ExitCode } from "./exit.js";
import {
  chooseProfile,
  failOnOption,
  interruptSignal,
  jobsOption,
  type LimitFlags,
  limitOptions,
  limitsOf,
  parseFormats,
  profileOption,
} from "./options.js";
import { createProgress, LOGS, type Log } from "./progress.js";
import { renderFailures, renderSummary } from "./summary.js";
import { addResult, type FailOn, newTally, reaches } from "./tally.js";
import type { Terminal } from "./terminal.js";

interface IngestFlags extends LimitFlags {
  readonly out: string;
  readonly format: readonly Format[];
  readonly failOn: FailOn;
  readonly quiet?: true;
  readonly rawCsv?: true;
  readonly profile?: string;
  readonly jobs?: number;
  readonly cache?: CacheFlag;
  readonly log?: Log;
}

export function ingestCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const command = new Command("ingest")
    .description("read reports and write the audited dataset")
    .argument("<input...>", "files, folders (with all they hold; hidden files are left out) and globs")
    .requiredOption("--out <folder>", "folder to write; a former output in it is replaced")
    .option("--format <list>", "files to write: csv, json or both", parseFormats, [...FORMATS])
    .addOption(failOnOption())
    .option("--quiet", "no progress and no summary")
    .option("--raw-csv", "leave CSV cells that a spreadsheet would run as a formula as they are")
    .addOption(profileOption())
    .addOption(jobsOption())
    .addOption(
      new Option("--log <kind>", "instead of a progress bar, an object a line on standard error").choices(LOGS),
    )
    .action(async (inputs: readonly string[], flags: IngestFlags) => end(await run(inputs, flags, terminal)));
  for (const option of [...limitOptions(), ...cacheOptions()]) command.addOption(option);
  return command;
}

async function run(inputs: readonly string[], flags: IngestFlags, terminal: Terminal): Promise<ExitCode> {
  const { out, format: formats, failOn, quiet = false, rawCsv = false } = flags;
  const profile = await chooseProfile(flags.profile);
  const limits = limitsOf(flags);
  const reading = {
    profile,
    limits,
    ...cacheFolderOf(flags.cache),
    ...(flags.jobs !== undefined && { jobs: flags.jobs }),
  };
  const tally = newTally();
  const progress = createProgress(terminal, quiet, flags.log);
  const signal = interruptSignal();
  const results = tracked(ingest(inputs, { ...reading, skip: [out], signal, onFound: progress.start }), {
    rules: profile.rules,
    // Where the output has room, what waits to be written has room too.
    folder: dirname(resolve(out)),
    onRead: progress.step,
    signal,
  });
  try {
    await writeDataset(results, out, {
      formats,
      rawCsv,
      signal,
      runOptions: { inputs, profile: profile.name, fail_on: failOn, limits: { ...DEFAULT_READ_LIMITS, ...limits } },
      onResult: (result) => addResult(tally, result),
    });
  } finally {
    progress.stop();
  }
  const noneRead = tally.outcomes.failed === tally.fileCount;
  if (!quiet) terminal.print(renderSummary(tally, out, formats, terminal));
  else if (noneRead) terminal.tell(renderFailures(tally, terminal.messageColours, terminal.width).join("\n"));
  if (noneRead) {
    terminal.tell(`ragtally: no input could be read; ${out} says why for each file`);
    return EXIT.noInput;
  }
  return reaches(tally.findings, failOn) ? EXIT.findings : EXIT.done;
}
