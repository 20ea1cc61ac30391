/** `ragtally correct`: adds a line to a file of corrections for a value that is wrong in a dataset. Never changes other lines. */
import { Command, Option } from "commander";
import { addCorrection, REPORT_FIELDS, ROW_FIELDS, readDataset } from "../internal.js";
import { EXIT, type ExitCode } from "./exit.js";
import { printable } from "./render.js";
import type { Terminal } from "./terminal.js";
import { today } from "./today.js";

interface CorrectFlags {
  readonly report: string;
  readonly deliverable?: string;
  readonly field: string;
  readonly value: string;
  readonly by: string;
  readonly why: string;
  readonly file: string;
}

export function correctCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command("correct")
    .description("add a correction to a file of corrections, for `ragtally ingest --corrections`")
    .argument("<folder>", "a folder that `ragtally ingest` wrote")
    .requiredOption("--report <id>", "report_id of the report")
    .option(
      "--deliverable <number>",
      "row's number as printed, or its deliverable_id; omit it for a field of the report",
    )
    .addOption(
      new Option("--field <name>", "field that is wrong")
        .choices([...ROW_FIELDS, ...REPORT_FIELDS])
        .makeOptionMandatory(),
    )
    .requiredOption(
      "--value <text>",
      'the correct value; separate codes of organisations by ";", use "" for an empty value',
    )
    .requiredOption("--by <name>", "who makes the correction")
    .requiredOption("--why <text>", "reason for the correction")
    .option("--file <file>", "file to add to; created if it does not exist", "corrections.csv")
    .action(async (folder: string, flags: CorrectFlags) => {
      const { deliverable = "", file, ...asked } = flags;
      const added = await addCorrection(file, { ...asked, deliverable }, await readDataset(folder), today());
      const what = added.deliverable === "" ? added.report : `${added.report}, row ${added.deliverable}`;
      const [before, after] = [added.printed, added.value].map((text) => (text === "" ? "nothing" : `"${text}"`));
      terminal.print(
        printable(`${file}, line ${added.line}: ${what}: ${added.field} is ${after}, printed as ${before}`),
      );
      terminal.tell(`Read the reports again with --corrections ${file} to apply it.`);
      end(EXIT.done);
    });
}
