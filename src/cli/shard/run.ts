/** `ragtally shard run`: reads the files of shards. */
import { Command, InvalidArgumentError } from "commander";
import { checkShards, runShard } from "../../internal.js";
import { EXIT, type ExitCode } from "../exit.js";
import { addOptions, interruptSignal, type MachineFlags, machineOf, machineOptions } from "../options.js";
import { createProgress } from "../progress.js";
import { count } from "../render.js";
import type { Terminal } from "../terminal.js";

interface RunFlags extends MachineFlags {
  readonly quiet?: boolean;
}

export function runCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const command = new Command("run")
    .description("read the files of one or more shards; a shard that is done is left as it is")
    .argument("<store>", "folder that `ragtally shard plan` wrote")
    .argument("<shard...>", "numbers of shards, from 0, such as 4 or 0-9", parseShards)
    .option("--quiet", "no progress, and nothing on standard output")
    .action(async (store: string, shards: readonly number[], { quiet = false, ...machine }: RunFlags) => {
      const signal = interruptSignal();
      await checkShards(store, shards);
      for (const shard of shards) {
        const progress = createProgress(terminal, quiet, undefined);
        try {
          const done = await runShard(store, shard, {
            ...machineOf(machine),
            signal,
            onFound: progress.start,
            onPictures: progress.pictures,
            onRecognised: progress.recognised,
            onRead: progress.step,
          });
          progress.stop();
          const what = `${count(done.documents, "document")}, ${count(done.reports, "report")}, ${count(done.rows, "row")}`;
          if (!quiet)
            terminal.print(`shard ${shard}: ${done.wasDone ? "was done already: " : ""}${what}, ${done.failed} failed`);
        } finally {
          progress.stop();
        }
      }
      end(EXIT.done);
    });
  return addOptions(command, machineOptions());
}

/** "4" and "0-9", one argument at a time. @param earlier those of the arguments before */
function parseShards(text: string, earlier: readonly number[] = []): number[] {
  const match = /^(\d{1,7})(?:-(\d{1,7}))?$/.exec(text);
  const [from, to] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
  if (match === null || to < from)
    throw new InvalidArgumentError(`"${text}" is not a number or range such as 4 or 0-9.`);
  return [...earlier, ...Array.from({ length: to - from + 1 }, (_, at) => from + at)];
}
