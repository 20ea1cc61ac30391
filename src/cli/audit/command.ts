/** `ragtally audit`: prints the findings of reports, or of datasets written earlier, in the chosen format. */
import { basename, relative } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import {
  type AuditPageOptions,
  openAuditPage,
  outlineOf,
  type Profile,
  settingOf,
  signOffOf,
  VERSION,
} from "../../internal.js";
import { EXIT, type ExitCode } from "../exit.js";
import {
  chooseProfile,
  failOnOption,
  interruptSignal,
  jobsOption,
  type OcrFlags,
  ocrOptions,
  profileOption,
  recognitionOf,
} from "../options.js";
import { addResult, type FailOn, newTally, reaches, type Tally } from "../tally.js";
import type { Terminal } from "../terminal.js";
import { githubWriter } from "./github.js";
import { inputsOf } from "./inputs.js";
import { junitWriter } from "./junit.js";
import { csvWriter, jsonWriter } from "./machine.js";
import { runLine } from "./run-line.js";
import { textWriter } from "./text.js";
import type { AuditWriter } from "./writer.js";

interface AuditFlags extends OcrFlags {
  readonly failOn: FailOn;
  readonly profile?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly rawCsv?: boolean;
  readonly format?: "github" | "junit";
  readonly html?: string;
  readonly pictures: number;
  readonly jobs?: number;
}

/** Default limit of pictures in a page: about 12 MB. */
const DEFAULT_PICTURES = 300;

export function auditCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const command = new Command("audit")
    .description("print findings, grouped by report; writes no file except the page of --html")
    .argument("<input...>", "files, folders and globs, or folders that `ragtally ingest` wrote")
    .addOption(new Option("--json", "print JSON: stated counts, findings, sign-offs").conflicts(["csv", "format"]))
    .addOption(new Option("--csv", "print the findings as CSV").conflicts("format"))
    .addOption(new Option("--format <name>", "print for a build server").choices(["github", "junit"]))
    .option("--html <file>", "write one self-contained page; an earlier one is replaced")
    .option("--pictures <n>", "most pictures in the page", parseCount, DEFAULT_PICTURES)
    .option("--raw-csv", "leave CSV cells that a spreadsheet would run as a formula as they are")
    .addOption(failOnOption())
    .addOption(profileOption())
    .addOption(jobsOption())
    .action(async (inputs: readonly string[], flags: AuditFlags) => end(await run(inputs, flags, terminal)));
  for (const option of ocrOptions()) command.addOption(option);
  return command;
}

function parseCount(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError(`"${text}" is not a number of pictures.`);
  return Number(text);
}

async function run(inputs: readonly string[], flags: AuditFlags, terminal: Terminal): Promise<ExitCode> {
  const profile = await chooseProfile(flags.profile);
  const tally = newTally();
  const writer = writerOf(flags, terminal);
  const { jobs } = flags;
  const recognition = recognitionOf(flags);
  const profileGiven = flags.profile !== undefined;
  const reading = { profile, profileGiven, recognition, ...(jobs !== undefined && { jobs }) };
  const audit = await inputsOf(inputs, reading);
  const setting = settingOf(VERSION, audit.profile);
  // An incomplete page is removed.
  const signal = flags.html === undefined ? null : interruptSignal();
  const page =
    flags.html === undefined ? null : await openAuditPage(flags.html, pageOptions(flags, inputs, audit.profile));
  let isStarted = false;
  let corrections = 0;
  const start = (): void => {
    if (!isStarted) writer.start();
    isStarted = true;
  };
  try {
    for await (const { result, path, profile: used, run: inWhich } of audit.results) {
      signal?.throwIfAborted();
      // Not before something was read, so that a mistake in the inputs prints no partial output.
      start();
      addResult(tally, { ...result, reports: result.reports.map(outlineOf) });
      const { file, reports, compared = [] } = result;
      const own = used === audit.profile ? setting : settingOf(VERSION, used);
      const signed = reports.map((report, at) => ({ report, signOff: signOffOf(report, file, own, compared[at]) }));
      for (const { signOff } of signed) corrections += signOff.corrections.length;
      writer.file({ file, reports: signed, path: path === null ? file.source_file : relative(process.cwd(), path) });
      await page?.add(result, { path, setting: own, run: inWhich });
      // Standard output is closed, and neither the exit code nor a page depends on the rest.
      if (!terminal.isOpen() && flags.failOn === "never" && page === null) return EXIT.done;
    }
    await page?.close();
  } catch (error) {
    await page?.discard();
    throw error;
  }
  start();
  writer.end(tally, runLine(tally, setting, corrections));
  return ending(tally, flags, terminal);
}

function ending(tally: Tally, { html, failOn }: AuditFlags, terminal: Terminal): ExitCode {
  if (html !== undefined) terminal.tell(`Written to ${html}`);
  if (tally.outcomes.failed === tally.fileCount) {
    terminal.tell("ragtally: no input could be read");
    return EXIT.noInput;
  }
  return reaches(tally.findings, failOn) ? EXIT.findings : EXIT.done;
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
