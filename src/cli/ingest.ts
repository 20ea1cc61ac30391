/** `ragtally ingest`: reads inputs, writes the dataset to a folder, and prints a summary. */
import { resolve } from "node:path";
import { Command, Option } from "commander";
import {
  CorrectionLedger,
  correctionsOfDataset,
  type DatasetRun,
  DEFAULT_READ_LIMITS,
  type Format,
  type FormerRun,
  ingestDataset,
  inputsOfDataset,
  readFormerRun,
  type SettledCorrections,
} from "../internal.js";
import { type AboutFlags, aboutOf, aboutOptions } from "./about.js";
import { endDatasetRun, recordedOptions } from "./dataset-run.js";
import { type ExitCode, UsageError } from "./exit.js";
import {
  addOptions,
  correctionsOption,
  failOnOption,
  formatOption,
  interruptSignal,
  latestOption,
  type MachineFlags,
  machineOf,
  machineOptions,
  outOption,
  type ReadingFlags,
  rawCsvOption,
  readingOf,
  readingOptions,
} from "./options.js";
import { createProgress, LOGS, type Log } from "./progress.js";
import { addResult, type FailOn, newTally, type Tally } from "./tally.js";
import type { Terminal } from "./terminal.js";

interface IngestFlags extends ReadingFlags, MachineFlags, AboutFlags {
  readonly out: string;
  readonly format: readonly Format[];
  readonly failOn: FailOn;
  readonly quiet?: true;
  readonly rawCsv?: true;
  readonly log?: Log;
  readonly corrections?: string;
  readonly latest?: true;
  readonly add?: true;
  readonly replace?: true;
}

/** What the summary needs; remembered for a run in which nothing has changed. */
interface Recap {
  readonly tally: Tally;
  readonly settled: SettledCorrections | null;
}

export function ingestCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const command = new Command("ingest")
    .description("read reports and write the audited dataset")
    .argument("<input...>", "files, folders (with everything in them except hidden files) and globs")
    .addOption(outOption())
    .addOption(formatOption())
    .addOption(failOnOption())
    .option("--quiet", "no progress and no summary")
    .addOption(rawCsvOption())
    .addOption(correctionsOption())
    .addOption(latestOption().conflicts("add"))
    .option("--add", "keep what the dataset in the folder has, and take new documents in")
    .option("--replace", "with --add, let a document take the place of one of the same name with different content")
    .addOption(
      new Option("--log <kind>", "instead of a progress bar, one object per line on standard error").choices(LOGS),
    )
    .action(async (inputs: readonly string[], flags: IngestFlags) => end(await run(inputs, flags, terminal)));
  return addOptions(command, [...readingOptions(), ...machineOptions(), ...aboutOptions()]);
}

async function run(inputs: readonly string[], flags: IngestFlags, terminal: Terminal): Promise<ExitCode> {
  const { out, format: formats, failOn, quiet = false, rawCsv = false } = flags;
  const { latest = false, add = false, replace = false } = flags;
  const former = await formerRun(flags);
  const reading = { ...(await readingOf(flags)), ...machineOf(flags) };
  const { profile, limits, recognition, corrections } = reading;
  const ledger = corrections === undefined ? null : new CorrectionLedger(corrections);
  const newest = newTally();
  const progress = createProgress(terminal, quiet, flags.log);
  let run: DatasetRun<Recap>;
  try {
    run = await ingestDataset<Recap>(inputs, out, {
      ...reading,
      formats,
      rawCsv,
      latest,
      add,
      replace,
      about: aboutOf(flags),
      signal: interruptSignal(),
      onFound: progress.start,
      onPictures: progress.pictures,
      onRecognised: progress.recognised,
      onRead(read) {
        progress.step(read);
        ledger?.add(read.corrections ?? []);
      },
      runOptions: {
        ...recordedOptions({
          inputs: await recordedInputs(inputs, out, add),
          ...{ profile, limits: { ...DEFAULT_READ_LIMITS, ...limits }, recognition },
          ...{ corrections: await recordedCorrections(flags), latest, failOn },
        }),
        ...{ add, replace },
      },
      runOutcome: () => (ledger === null ? {} : { corrections: ledger.settled() }),
      onResult: (result) => addResult(newest, result),
      recap: () => ({ tally: newest, settled: ledger?.settled() ?? null }),
    });
    if (run.isUnchanged) progress.skip(run.recap.tally.outcomes);
  } finally {
    progress.stop();
  }
  const { tally, settled } = run.recap;
  const scope = { out, formats, latest, corrections: settled, former, ...run };
  return endDatasetRun(tally, scope, { quiet, failOn }, terminal);
}

/** The inputs that lead to every document of the dataset: with those of earlier runs where it is added to. None where these are not known. */
async function recordedInputs(inputs: readonly string[], out: string, add: boolean): Promise<readonly string[]> {
  if (!add) return inputs;
  const former = await inputsOfDataset(out);
  return former === null ? [] : [...new Set([...former, ...inputs.map((input) => resolve(input))])];
}

/** The corrections of the dataset: those of earlier runs where it is added to without others. */
async function recordedCorrections({ corrections, add, out }: IngestFlags): Promise<string | null> {
  if (corrections !== undefined || add === undefined) return corrections ?? null;
  const former = await correctionsOfDataset(out);
  return former?.path ?? former?.name ?? null;
}

/** The run that wrote what is in the folder. A dataset of the latest versions lacks reports, which added ones must be compared with. @throws UsageError */
async function formerRun({ out, add, replace }: IngestFlags): Promise<FormerRun | null> {
  if (replace && !add) throw new UsageError("--replace is for --add; without it the whole dataset is replaced anyway");
  const former = await readFormerRun(out);
  if (!add) return former;
  if (former === null) throw new UsageError(`${out} holds no dataset to add to; leave out --add for the first run`);
  if (former.options.latest)
    throw new UsageError(
      `${out} was written with --latest and lacks earlier versions; read all documents again without --add`,
    );
  return former;
}
