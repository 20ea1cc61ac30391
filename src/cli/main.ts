#!/usr/bin/env node
/** The entry point: runs the command that the arguments name, and sets the exit code. */
import { Command } from "commander";
import { VERSION } from "../internal.js";
import { auditCommand } from "./audit/command.js";
import { cacheCommand } from "./cache.js";
import { chartCommand } from "./chart.js";
import { compareCommand } from "./compare.js";
import { completionCommand } from "./completion.js";
import { correctCommand } from "./correct.js";
import { disposeCommand } from "./dispose.js";
import { examplesOf } from "./examples.js";
import { EXIT, type ExitCode, endingOf } from "./exit.js";
import { explainCommand } from "./explain.js";
import { historyCommand } from "./history.js";
import { ingestCommand } from "./ingest.js";
import { mergeCommand } from "./merge.js";
import { profileCommand } from "./profile.js";
import { reviewCommand } from "./review/command.js";
import { schemaCommand } from "./schema.js";
import { shardCommand } from "./shard/command.js";
import { showCommand } from "./show.js";
import { tablesCommand } from "./tables.js";
import { openTerminal } from "./terminal.js";
import { workerCommand } from "./worker.js";

const EXIT_HELP = `
Exit codes:
  ${EXIT.done}  done
  ${EXIT.findings}  there are findings at the level of --fail-on
  ${EXIT.usage}  a mistake in the command, an input or a profile
  ${EXIT.noInput}  no input could be read`;

const terminal = openTerminal();
const end = (code: ExitCode) => {
  process.exitCode = code;
};
const program = new Command("ragtally")
  .description("Reads red-amber-green progress reports of public plans into an audited dataset.")
  .version(VERSION)
  .addHelpText("after", EXIT_HELP);
const COMMANDS = [
  ingestCommand,
  auditCommand,
  historyCommand,
  chartCommand,
  compareCommand,
  mergeCommand,
  shardCommand,
  workerCommand,
  reviewCommand,
  correctCommand,
  disposeCommand,
  tablesCommand,
  showCommand,
  explainCommand,
  schemaCommand,
  profileCommand,
  cacheCommand,
];
for (const makeCommand of COMMANDS) {
  program.addCommand(makeCommand(terminal, end));
}
program.addCommand(completionCommand(terminal, end, program));
for (const command of program.commands) command.addHelpText("after", examplesOf(command.name()));
explainErrors(program, "ragtally");

/** @param name of the command with those that it belongs to */
function explainErrors(command: Command, name: string): void {
  command.exitOverride().showHelpAfterError(`See \`${name} --help\`.`);
  for (const part of command.commands) explainErrors(part, `${name} ${part.name()}`);
}

try {
  await program.parseAsync();
} catch (error) {
  const { code, message } = endingOf(error);
  if (message !== null) terminal.tell(`${terminal.messageColours.red("ragtally:")} ${message}`);
  process.exitCode = code;
}
