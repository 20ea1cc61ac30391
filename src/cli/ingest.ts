/** `ragtally ingest`: reads inputs, writes the dataset to a folder, and prints a summary. */
import { Command, Option } from "commander";
import {
  CorrectionLedger,
  type DatasetRun,
  DEFAULT_FORMATS,
  DEFAULT_READ_LIMITS,
  FORMATS,
  type Format,
  ingestDataset,
  loadCorrections,
  type SettledCorrections,
} from "../internal.js";
import { type CacheFlag, cacheFolderOf, cacheOptions } from "./cache-folder.js";
import { unappliedSentence } from "./corrections.js";
import { EXIT, type ExitCode } from "./exit.js";
import {
  chooseProfile,
  failOnOption,
  interruptSignal,
  jobsOption,
  type LimitFlags,
  limitOptions,
  limitsOf,
  type OcrFlags,
  ocrOptions,
  parseFormats,
  parseLicence,
  profileOption,
  recognitionOf,
} from "./options.js";
import { createProgress, LOGS, type Log } from "./progress.js";
import { renderFailures, renderSummary } from "./summary.js";
import { addResult, type FailOn, newTally, reaches, type Tally } from "./tally.js";
import type { Terminal } from "./terminal.js";

interface IngestFlags extends LimitFlags, OcrFlags {
  readonly out: string;
  readonly format: readonly Format[];
  readonly failOn: FailOn;
  readonly quiet?: true;
  readonly rawCsv?: true;
  readonly profile?: string;
  readonly jobs?: number;
  readonly cache?: CacheFlag;
  readonly log?: Log;
  readonly corrections?: string;
  readonly latest?: true;
  readonly title?: string;
  readonly author?: string;
  readonly licence?: string;
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
    .requiredOption("--out <folder>", "folder to write; an earlier output in it is replaced")
    .addOption(
      new Option("--format <list>", `formats to write, of ${FORMATS.join(", ")}`)
        .argParser(parseFormats)
        .default([...DEFAULT_FORMATS], DEFAULT_FORMATS.join(",")),
    )
    .addOption(failOnOption())
    .option("--quiet", "no progress and no summary")
    .option("--raw-csv", "leave CSV cells that a spreadsheet would run as a formula as they are")
    .option("--title <text>", "what the dataset is called in its description")
    .option("--author <name>", "who compiled it: a person or an organisation")
    .addOption(new Option("--licence <licence>", "licence of the dataset, such as CC-BY-4.0").argParser(parseLicence))
    .addOption(profileOption())
    .addOption(jobsOption())
    .option("--corrections <file>", "CSV of corrections to apply (see `ragtally correct`)")
    .option("--latest", "write only the latest of several versions of a report")
    .addOption(
      new Option("--log <kind>", "instead of a progress bar, one object per line on standard error").choices(LOGS),
    )
    .action(async (inputs: readonly string[], flags: IngestFlags) => end(await run(inputs, flags, terminal)));
  for (const option of [...ocrOptions(), ...limitOptions(), ...cacheOptions()]) command.addOption(option);
  return command;
}

const aboutOf = ({ title, author, licence }: IngestFlags) => ({
  title: title ?? null,
  author: author ?? null,
  licence: licence ?? null,
});

async function run(inputs: readonly string[], flags: IngestFlags, terminal: Terminal): Promise<ExitCode> {
  const { out, format: formats, failOn, quiet = false, rawCsv = false, latest = false } = flags;
  const profile = await chooseProfile(flags.profile);
  const limits = limitsOf(flags);
  const corrections = flags.corrections === undefined ? null : await loadCorrections(flags.corrections);
  const ledger = corrections === null ? null : new CorrectionLedger(corrections);
  const reading = {
    profile,
    limits,
    recognition: recognitionOf(flags),
    ...(corrections !== null && { corrections }),
    ...cacheFolderOf(flags.cache),
    ...(flags.jobs !== undefined && { jobs: flags.jobs }),
  };
  const newest = newTally();
  const progress = createProgress(terminal, quiet, flags.log);
  let run: DatasetRun<Recap>;
  try {
    run = await ingestDataset<Recap>(inputs, out, {
      ...reading,
      formats,
      rawCsv,
      latest,
      about: aboutOf(flags),
      skip: flags.corrections === undefined ? [] : [flags.corrections],
      signal: interruptSignal(),
      onFound: progress.start,
      onPictures: progress.pictures,
      onRecognised: progress.recognised,
      onRead(read) {
        progress.step(read);
        ledger?.add(read.corrections ?? []);
      },
      runOptions: {
        inputs,
        profile: profile.name,
        fail_on: failOn,
        limits: { ...DEFAULT_READ_LIMITS, ...limits },
        ocr: flags.ocr,
        ocr_language: flags.ocrLanguage,
        corrections: flags.corrections ?? null,
        latest,
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
  const noneRead = tally.outcomes.failed === tally.fileCount;
  if (!quiet)
    terminal.print(
      renderSummary(
        tally,
        { out, formats, latest, corrections: settled, hiddenCount: run.hiddenCount, isUnchanged: run.isUnchanged },
        terminal,
      ),
    );
  else if (noneRead) terminal.tell(renderFailures(tally, terminal.messageColours, terminal.width).join("\n"));
  const unapplied = settled === null ? null : unappliedSentence(settled);
  if (quiet && unapplied !== null) terminal.tell(`ragtally: ${unapplied}`);
  if (noneRead) {
    terminal.tell(`ragtally: no input could be read; ${out} says why for each file`);
    return EXIT.noInput;
  }
  return reaches(tally.findings, failOn) ? EXIT.findings : EXIT.done;
}
