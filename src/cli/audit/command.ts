/** `ragtally audit`: prints the findings of reports, or of datasets written earlier, in the chosen format. */
import { basename, relative, resolve } from "node:path";
import { Command, Option } from "commander";
import { type AuditPageOptions, outlineOf, type Profile, settingOf, signOffOf, VERSION } from "../../internal.js";
import { unappliedSentence } from "../corrections.js";
import { EXIT, type ExitCode } from "../exit.js";
import { wholeNumber } from "../option-values.js";
import {
  addOptions,
  correctionsOption,
  failOnOption,
  interruptSignal,
  type MachineFlags,
  machineOf,
  machineOptions,
  type ReadingFlags,
  rawCsvOption,
  readingOf,
  readingOptions,
} from "../options.js";
import { createProgress, type Progress } from "../progress.js";
import { addResult, type FailOn, newTally, reaches, type Tally } from "../tally.js";
import type { Terminal } from "../terminal.js";
import { githubWriter } from "./github.js";
import { type AuditReading, inputsOf } from "./inputs.js";
import { junitWriter } from "./junit.js";
import { csvWriter, jsonWriter } from "./machine.js";
import { type OutputFlags, openOutputs } from "./outputs.js";
import { type ByPersons, byPersons } from "./persons.js";
import { runLine } from "./run-line.js";
import { textWriter } from "./text.js";
import { type AuditWriter, openIn } from "./writer.js";

interface AuditFlags extends ReadingFlags, MachineFlags, OutputFlags {
  readonly failOn: FailOn;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly rawCsv?: boolean;
  readonly format?: "github" | "junit";
  readonly pictures: number;
  readonly corrections?: string;
  readonly dispositions?: string;
  readonly quiet?: boolean;
}

/** Default limit of pictures in a page: about 12 MB. */
const DEFAULT_PICTURES = 300;

export function auditCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const command = new Command("audit")
    .description("print findings, grouped by report; writes no file except those of --html and --xlsx")
    .argument("<input...>", "files, folders and globs, or folders that `ragtally ingest` wrote")
    .addOption(new Option("--json", "print JSON: stated counts, findings, sign-offs").conflicts(["csv", "format"]))
    .addOption(new Option("--csv", "print the findings as CSV").conflicts("format"))
    .addOption(new Option("--format <name>", "print for a build server").choices(["github", "junit"]))
    .option("--html <file>", "write one self-contained page; an earlier one is replaced")
    .option("--xlsx <file>", "write the findings and what was decided as a workbook; an earlier one is replaced")
    .option("--pictures <n>", "most pictures in the page", wholeNumber(0, 999_999), DEFAULT_PICTURES)
    .addOption(rawCsvOption())
    .addOption(failOnOption())
    .addOption(correctionsOption())
    .option("--dispositions <file>", "CSV of what persons decided about findings (see `ragtally dispose`)")
    .option("--quiet", "no progress")
    .action(async (inputs: readonly string[], flags: AuditFlags) => end(await run(inputs, flags, terminal)));
  return addOptions(command, [...readingOptions(), ...machineOptions()]);
}

async function run(inputs: readonly string[], flags: AuditFlags, terminal: Terminal): Promise<ExitCode> {
  const reading = await readingOf(flags);
  const persons = await byPersons(reading.corrections ?? null, flags.dispositions);
  const tally = newTally();
  /** Findings that nobody accepted or called false. */
  const open = { error: 0, warning: 0, info: 0 };
  const writer = writerOf(flags, terminal);
  const signal = interruptSignal();
  const progress = createProgress(terminal, flags.quiet ?? false, undefined);
  const audit = await inputsOf(inputs, {
    ...{ ...reading, ...auditReading(flags, persons, progress, signal) },
    skip: filesOfAudit(flags, inputs),
  });
  const setting = settingOf(VERSION, audit.profile);
  const files = await openOutputs(flags, {
    ...pageOptions(flags, inputs, audit.profile),
    dispositions: persons.given ?? [],
    signal,
  });
  let isStarted = false;
  const start = (): void => {
    if (isStarted) return;
    isStarted = true;
    progress.stop();
    writer.start();
  };
  try {
    for await (const { result, path, profile: used, run: inWhich } of audit.results) {
      signal.throwIfAborted();
      // Not before something was read, so that a mistake in the inputs prints no partial output.
      start();
      addResult(tally, { ...result, reports: result.reports.map(outlineOf) });
      const { file, reports, compared = [] } = result;
      const own = used === audit.profile ? setting : settingOf(VERSION, used);
      const signed = reports.map((report, at) => {
        const signOff = signOffOf(report, file, own, compared[at], persons.of(report));
        persons.count(signOff);
        const isOpen = openIn(signOff);
        for (const finding of report.findings) if (isOpen(finding)) open[finding.severity]++;
        return { report, signOff };
      });
      writer.file({ file, reports: signed, path: path === null ? file.source_file : relative(process.cwd(), path) });
      await files.add({ ...result, signOffs: signed.map(({ signOff }) => signOff) }, { path, run: inWhich });
      // Standard output is closed, and neither the exit code nor a file depends on the rest.
      if (!terminal.isOpen() && flags.failOn === "never" && files.isEmpty) return EXIT.done;
    }
    await files.close(persons.stale());
  } catch (error) {
    await files.discard();
    throw error;
  } finally {
    progress.stop();
  }
  start();
  const stale = persons.stale();
  writer.end(tally, runLine(tally, setting, persons, stale), stale);
  const settled = persons.settled();
  const unapplied = settled === null ? null : unappliedSentence(settled, null);
  if (unapplied !== null) terminal.tell(`ragtally: ${unapplied}`);
  return ending(tally, open, flags, terminal);
}

function auditReading(
  flags: AuditFlags,
  persons: ByPersons,
  progress: Progress,
  signal: AbortSignal,
): Omit<AuditReading, "profile"> {
  const onlyForReports = [
    ...(flags.profile === undefined ? [] : ["--profile"]),
    ...(flags.corrections === undefined ? [] : ["--corrections"]),
  ];
  return {
    onlyForReports,
    ...machineOf(flags),
    signal,
    onFound: progress.start,
    onPictures: progress.pictures,
    onRecognised: progress.recognised,
    onRead(result) {
      progress.step(result);
      persons.read(result);
    },
  };
}

/** What is no document, though it may be in the inputs. An input that is to be written as well is read, and then refused as an output. */
function filesOfAudit({ corrections, dispositions, html, xlsx }: AuditFlags, inputs: readonly string[]): string[] {
  const given = new Set(inputs.map((input) => resolve(input)));
  const files = [corrections, dispositions, html, xlsx].filter((path) => path !== undefined);
  return files.filter((path) => !given.has(resolve(path)));
}

function ending(
  tally: Tally,
  open: Tally["findings"],
  { html, xlsx, failOn }: AuditFlags,
  terminal: Terminal,
): ExitCode {
  for (const path of [html, xlsx]) if (path !== undefined) terminal.tell(`Written to ${path}`);
  if (tally.outcomes.failed === tally.fileCount) {
    terminal.tell("ragtally: no input could be read");
    return EXIT.noInput;
  }
  return reaches(open, failOn) ? EXIT.findings : EXIT.done;
}

function pageOptions(
  { failOn, pictures }: AuditFlags,
  inputs: readonly string[],
  profile: Profile | null,
): AuditPageOptions {
  const asked = [
    ["Inputs", inputs.map((input) => basename(input)).join(", ")],
    ["Fails on", failOn],
  ] as const;
  return { setting: settingOf(VERSION, profile), maxPictures: pictures, asked };
}

function writerOf({ json, csv, rawCsv = false, format, html }: AuditFlags, terminal: Terminal): AuditWriter {
  if (json === true) return jsonWriter(terminal);
  if (csv === true) return csvWriter(terminal, rawCsv);
  if (format === "github") return githubWriter(terminal);
  return format === "junit" ? junitWriter(terminal) : textWriter(terminal, html !== undefined);
}
