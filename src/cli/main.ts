#!/usr/bin/env node
/** The entry point: runs the command that the arguments name, and sets the exit code. */
import { Command } from "commander";
import { VERSION } from "../internal.js";
import { examplesOf } from "./examples.js";
import { EXIT, type ExitCode, endingOf } from "./exit.js";
import { openTerminal, type Terminal } from "./terminal.js";

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
type MakeCommand = (terminal: Terminal, end: (code: ExitCode) => void, program: Command) => Command;

/** Each is loaded only where it is asked for: loading all takes longer than some of them run. */
const COMMANDS: Readonly<Record<string, () => Promise<MakeCommand>>> = {
  ingest: async () => (await import("./ingest.js")).ingestCommand,
  audit: async () => (await import("./audit/command.js")).auditCommand,
  history: async () => (await import("./history.js")).historyCommand,
  chart: async () => (await import("./chart.js")).chartCommand,
  compare: async () => (await import("./compare.js")).compareCommand,
  merge: async () => (await import("./merge.js")).mergeCommand,
  shard: async () => (await import("./shard/command.js")).shardCommand,
  worker: async () => (await import("./worker.js")).workerCommand,
  review: async () => (await import("./review/command.js")).reviewCommand,
  correct: async () => (await import("./correct.js")).correctCommand,
  dispose: async () => (await import("./dispose.js")).disposeCommand,
  tables: async () => (await import("./tables.js")).tablesCommand,
  show: async () => (await import("./show.js")).showCommand,
  explain: async () => (await import("./explain.js")).explainCommand,
  schema: async () => (await import("./schema.js")).schemaCommand,
  profile: async () => (await import("./profile.js")).profileCommand,
  cache: async () => (await import("./cache.js")).cacheCommand,
  completion: async () => (await import("./completion.js")).completionCommand,
};
/** This one is made from the definitions of all others. */
const NEEDS_ALL = "completion";

const [asked = ""] = process.argv.slice(2);
const isOne = Object.hasOwn(COMMANDS, asked) && asked !== NEEDS_ALL;
for (const name of isOne ? [asked] : Object.keys(COMMANDS)) {
  const makeCommand = await COMMANDS[name]?.();
  if (makeCommand !== undefined) program.addCommand(makeCommand(terminal, end, program));
}
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
