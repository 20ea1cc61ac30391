/** `ragtally audit`: the findings of reports, or of a dataset that was written before, grouped by report. */
import { access } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import {
  DATASET_FILE,
  type Finding,
  type InputFile,
  ingest,
  type Profile,
  type Report,
  RUN_FILE,
  readDataset,
  tracked,
} from "../index.js";
import { EXIT, type ExitCode, UsageError } from "./exit.js";
import { chooseProfile, failOnOption, profileOption } from "./options.js";
import { count, printable, renderTable } from "./render.js";
import { renderFailures } from "./summary.js";
import { addResult, type FailOn, newTally, reaches, type Tally } from "./tally.js";
import type { Terminal } from "./terminal.js";

interface AuditFlags {
  readonly failOn: FailOn;
  readonly profile?: string;
}

export function auditCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command("audit")
    .description("print findings, grouped by report; writes nothing")
    .argument("<input...>", "files, folders and globs, or folders that `ragtally ingest` wrote")
    .addOption(failOnOption())
    .addOption(profileOption())
    .action(async (inputs: readonly string[], flags: AuditFlags) => end(await run(inputs, flags, terminal)));
}

async function run(inputs: readonly string[], flags: AuditFlags, terminal: Terminal): Promise<ExitCode> {
  const profile = await chooseProfile(flags.profile);
  const tally = newTally();
  let foundCount = 0;
  for await (const result of resultsOf(inputs, profile, flags.profile !== undefined)) {
    addResult(tally, result);
    for (const report of result.reports) {
      if (report.findings.length === 0) continue;
      foundCount++;
      terminal.print(renderReport(report, terminal));
    }
    // Nobody reads on, and no exit code hangs on what is left.
    if (!terminal.isOpen() && flags.failOn === "never") return EXIT.done;
  }
  const failures = renderFailures(tally, terminal.colours, terminal.width);
  if (failures.length > 0) terminal.print(`${failures.join("\n")}\n`);
  terminal.print(renderTotals(tally, foundCount));
  if (tally.outcomes.failed === tally.fileCount) {
    terminal.tell("ragtally: no input could be read");
    return EXIT.noInput;
  }
  return reaches(tally.findings, flags.failOn) ? EXIT.findings : EXIT.done;
}

interface AuditResult {
  readonly file: InputFile;
  readonly reports: readonly Report[];
}

/** Files to read come last, after the datasets, as one input: their names are unique only together. */
async function* resultsOf(
  inputs: readonly string[],
  profile: Profile,
  profileGiven: boolean,
): AsyncGenerator<AuditResult> {
  const readable: string[] = [];
  for (const input of inputs) {
    if (!(await isDataset(input))) {
      readable.push(input);
      continue;
    }
    if (profileGiven) throw new UsageError(`${input} was audited when it was written; --profile is for reports`);
    const { reports, files } = await readDataset(input);
    const byFile = new Map<string, Report[]>(files.map((file) => [file.source_file, []]));
    for (const report of reports) byFile.get(report.source_file)?.push(report);
    for (const file of files) yield { file, reports: byFile.get(file.source_file) ?? [] };
  }
  if (readable.length > 0) yield* tracked(ingest(readable, { profile }), { rules: profile.rules });
}

/** A folder written without `dataset.json` is one too: read as reports, its CSV files would pass for files without any. */
async function isDataset(input: string): Promise<boolean> {
  if (await exists(join(input, DATASET_FILE))) return true;
  return (await exists(join(input, RUN_FILE))) && (await exists(join(input, "files.csv")));
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function renderReport(report: Report, { colours, width }: Terminal): string {
  const paint = { error: colours.red, warning: colours.yellow, info: colours.dim };
  const rows = report.findings.map((finding) => [
    paint[finding.severity](finding.severity),
    finding.rule,
    placeOf(finding),
    printable(finding.message),
  ]);
  const head = `${colours.bold(printable(report.report_id))}  ${colours.dim(printable(report.source_file))}`;
  return `${[head, ...renderTable(rows, { width, indent: 2 })].join("\n")}\n`;
}

function placeOf({ page, line_first }: Finding): string {
  if (line_first !== null) return `line ${line_first}`;
  return page === null ? "" : `page ${page}`;
}

function renderTotals({ findings, reportCount }: Tally, foundCount: number): string {
  const { error, warning, info } = findings;
  if (reportCount === 0) return "No reports.";
  if (foundCount === 0) return `No findings in ${count(reportCount, "report")}.`;
  const parts = [count(error, "error"), count(warning, "warning"), `${info} info`].join(", ");
  return `${parts} in ${foundCount} of ${count(reportCount, "report")}.`;
}
