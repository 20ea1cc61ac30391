/**
 * `ragtally correct`: adds a line to a file of corrections for a value that is wrong in a dataset, puts another in its place, takes it out,
 * or lists what is there. Other lines stay as they are.
 */
import { Command, Option } from "commander";
import {
  addCorrection,
  CORRECTED_FIELDS,
  type CorrectedField,
  type Correction,
  loadCorrections,
  readDataset,
  removeCorrection,
} from "../internal.js";
import { reportNamed, targetOf } from "./correction-target.js";
import { EXIT, type ExitCode, UsageError } from "./exit.js";
import { printable, renderTable } from "./render.js";
import type { Terminal } from "./terminal.js";
import { today } from "./today.js";

interface CorrectFlags {
  readonly report?: string;
  readonly deliverable?: string;
  readonly field?: CorrectedField;
  readonly value?: string;
  readonly by?: string;
  readonly why?: string;
  readonly file: string;
  readonly list?: boolean;
  readonly replace?: boolean;
  readonly remove?: boolean;
}

export function correctCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command("correct")
    .description("add a correction to a file of corrections, for `ragtally ingest --corrections`")
    .argument("[folder]", "a folder that `ragtally ingest` wrote; only --list needs none")
    .argument("[report]", "file of the report, such as q3.pdf, or its report_id")
    .argument("[row]", "row's number as printed, or its deliverable_id; omit it for a field of the report")
    .option("--report <id>", "the report, as the second argument")
    .option("--deliverable <number>", "the row, as the third argument; of a date the update, such as 8/2")
    .addOption(new Option("--field <name>", "field that is wrong").choices(CORRECTED_FIELDS))
    .option("--value <text>", 'the correct value; separate codes of organisations by ";", use "" for an empty value')
    .option("--by <name>", "who makes the correction")
    .option("--why <text>", "reason for the correction")
    .option("--file <file>", "file to add to; created if it does not exist", "corrections.csv")
    .option("--replace", "put the value in the place of an earlier correction of the same field")
    .option("--remove", "take the correction of the field out of the file")
    .option("--list", "print the corrections in the file")
    .action(
      async (folder: string | undefined, report: string | undefined, row: string | undefined, flags: CorrectFlags) => {
        const asked = {
          ...flags,
          ...(report !== undefined && { report }),
          ...(row !== undefined && { deliverable: row }),
        };
        if (flags.list) terminal.print(await listed(flags.file, terminal));
        else await correct(need(folder, "the folder of the dataset"), asked, terminal);
        end(EXIT.done);
      },
    );
}

async function correct(folder: string, flags: CorrectFlags, terminal: Terminal): Promise<void> {
  const { file, field, deliverable = "", replace = false } = flags;
  if (flags.report === undefined) throw new UsageError("which report? Give its file, such as q3.pdf, or its report_id");
  if (field === undefined)
    throw new UsageError(`--field is missing: which one is wrong? ${CORRECTED_FIELDS.join(", ")}`);
  if (flags.remove) {
    const report = await reportInFile(file, folder, flags.report);
    const { removed } = await removeCorrection(file, { report, deliverable, field });
    for (const one of removed) terminal.print(takenOut(file, one));
    return;
  }
  const dataset = await readDataset(folder);
  const target = { ...targetOf(dataset, await madeIn(file), flags.report, deliverable, field), field };
  const [value, by, why] = [need(flags.value, "--value"), need(flags.by, "--by"), need(flags.why, "--why")];
  const { added, removed } = await addCorrection(file, { ...target, value, by, why }, dataset, today(), { replace });
  if (added.length === 0) for (const one of removed) terminal.print(takenOut(file, one));
  for (const one of added) {
    const [before, after] = [one.printed, one.value].map((text) => (text === "" ? "nothing" : `"${text}"`));
    terminal.print(printable(`${file}, line ${one.line}: ${placeOf(one)}: ${field} is ${after}, printed as ${before}`));
  }
  terminal.tell(`Read the reports again with --corrections ${file} to apply it.`);
}

/** A report_id in the file may be that of a report that is no longer in the dataset: then its corrections are to go. */
async function reportInFile(file: string, folder: string, name: string): Promise<string> {
  const made = (await loadCorrections(file)).map(({ report }) => report);
  return made.includes(name) ? name : reportNamed(await readDataset(folder), name, made).report_id;
}

const placeOf = ({ report, deliverable }: Pick<Correction, "report" | "deliverable">): string =>
  deliverable === "" ? report : `${report}, row ${deliverable}`;

const takenOut = (file: string, one: Correction): string =>
  printable(`${file}: line ${one.line} was taken out (${placeOf(one)}: ${one.field} "${one.value}")`);

/** None where the file is missing, or has mistakes, which are said when it is changed. */
const madeIn = (file: string): Promise<readonly Correction[]> => loadCorrections(file).catch(() => []);

function need(text: string | undefined, name: string): string {
  if (text === undefined) throw new UsageError(`${name} is missing; see \`ragtally correct --help\``);
  return text;
}

async function listed(file: string, { width }: Terminal): Promise<string> {
  const corrections = await loadCorrections(file);
  if (corrections.length === 0) return `${file} has no corrections.`;
  const rows = corrections.map(({ line, report, deliverable, field, value, printed, by, date, why }) => [
    `line ${line}`,
    printable(placeOf({ report, deliverable })),
    printable(`${field}: "${printed}" is "${value}" (${by}, ${date}: ${why})`),
  ]);
  return renderTable(rows, { width }).join("\n");
}
