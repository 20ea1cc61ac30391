/** `ragtally shard plan`: cuts files into shards. */
import { Command, Option } from "commander";
import { DEFAULT_SHARD, type Format, planShards } from "../../internal.js";
import { type AboutFlags, aboutOf, aboutOptions } from "../about.js";
import { EXIT, type ExitCode } from "../exit.js";
import { MIB, wholeNumber } from "../option-values.js";
import {
  addOptions,
  correctionsOption,
  formatOption,
  latestOption,
  type ReadingFlags,
  rawCsvOption,
  readingOf,
  readingOptions,
} from "../options.js";
import { count, printable } from "../render.js";
import type { Terminal } from "../terminal.js";

interface PlanFlags extends ReadingFlags, AboutFlags {
  readonly out: string;
  readonly format: readonly Format[];
  readonly rawCsv?: true;
  readonly latest?: true;
  readonly corrections?: string;
  readonly shardFiles: number;
  readonly shardSize: number;
}

export function planCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const command = new Command("plan")
    .description("cut files into shards, in a folder that all machines can reach under the same path")
    .argument("<input...>", "files, folders and globs, as for `ragtally ingest`")
    .requiredOption("--out <store>", "folder for the plan and the results of the shards")
    .addOption(formatOption())
    .addOption(rawCsvOption())
    .addOption(correctionsOption())
    .addOption(latestOption())
    .addOption(numberOption("--shard-files <n>", "most files of a shard", DEFAULT_SHARD.mostFiles))
    .addOption(numberOption("--shard-size <MiB>", "a shard ends before it has more", DEFAULT_SHARD.mostBytes / MIB))
    .action(async (inputs: readonly string[], flags: PlanFlags) => {
      const { out, format: formats, rawCsv = false, latest = false, shardFiles, shardSize } = flags;
      const { shards } = await planShards(inputs, out, {
        ...(await readingOf(flags)),
        ...(flags.corrections !== undefined && { correctionsFile: flags.corrections }),
        ...{ formats, rawCsv, latest, about: aboutOf(flags), mostFiles: shardFiles, mostBytes: shardSize * MIB },
      });
      const files = shards.reduce((sum, shard) => sum + shard.files, 0);
      terminal.print(
        [
          `${count(files, "file")} in ${count(shards.length, "shard")}, 0 to ${shards.length - 1}`,
          `Run each on any machine:  ragtally shard run ${printable(out)} 0`,
          `Then write the dataset:   ragtally shard merge ${printable(out)} --out output`,
        ].join("\n"),
      );
      end(EXIT.done);
    });
  return addOptions(command, [...readingOptions(), ...aboutOptions()]);
}

function numberOption(flags: string, what: string, standard: number): Option {
  return new Option(flags, what).default(standard).argParser(wholeNumber(1, 9_999_999));
}
