/** `ragtally shard`: reads many files on many machines that share a folder. */
import { Command } from "commander";
import type { ExitCode } from "../exit.js";
import type { Terminal } from "../terminal.js";
import { mergeCommand } from "./merge.js";
import { planCommand } from "./plan.js";
import { runCommand } from "./run.js";
import { statusCommand } from "./status.js";
import { submitCommand } from "./submit.js";

export function shardCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const command = new Command("shard").description("read many files on many machines that share a folder");
  for (const make of [planCommand, runCommand, submitCommand, statusCommand, mergeCommand])
    command.addCommand(make(terminal, end));
  return command;
}
