/** `ragtally shard plan`: cuts files into shards. */
import { Command, InvalidArgumentError, Option } from "commander";
import { DEFAULT_SHARD, type Format, loadCorrections, planShards } from "../../internal.js";
import { type AboutFlags, aboutOf, aboutOptions } from "../about.js";
import { EXIT, type ExitCode } from "../exit.js";
import {
  chooseProfile,
  formatOption,
  type LimitFlags,
  limitOptions,
  limitsOf,
  type OcrFlags,
  ocrOptions,
  profileOption,
  recognitionOf,
} from "../options.js";
import { count, printable } from "../render.js";
import type { Terminal } from "../terminal.js";

interface PlanFlags extends LimitFlags, AboutFlags, OcrFlags {
  readonly out: string;
  readonly format: readonly Format[];
  readonly rawCsv?: true;
  readonly latest?: true;
  readonly profile?: string;
  readonly corrections?: string;
  readonly shardFiles: number;
  readonly shardSize: number;
}

const MIB = 1024 * 1024;

export function planCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const command = new Command("plan")
    .description("cut files into shards, in a folder that all machines can reach under the same path")
    .argument("<input...>", "files, folders and globs, as for `ragtally ingest`")
    .requiredOption("--out <store>", "folder for the plan and the results of the shards")
    .addOption(formatOption())
    .addOption(profileOption())
    .option("--raw-csv", "leave CSV cells that a spreadsheet would run as a formula as they are")
    .option("--corrections <file>", "CSV of corrections to apply (see `ragtally correct`)")
    .option("--latest", "write only the latest of several versions of a report")
    .addOption(numberOption("--shard-files <n>", "most files of a shard", DEFAULT_SHARD.mostFiles))
    .addOption(numberOption("--shard-size <MiB>", "a shard ends before it has more", DEFAULT_SHARD.mostBytes / MIB))
    .action(async (inputs: readonly string[], flags: PlanFlags) => {
      const { out, format: formats, rawCsv = false, latest = false, shardFiles, shardSize } = flags;
      const { shards } = await planShards(inputs, out, {
        profile: await chooseProfile(flags.profile),
        limits: limitsOf(flags),
        recognition: recognitionOf(flags),
        corrections: flags.corrections === undefined ? [] : await loadCorrections(flags.corrections),
        ...(flags.corrections !== undefined && { correctionsFile: flags.corrections, skip: [flags.corrections] }),
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
  for (const option of [...ocrOptions(), ...aboutOptions(), ...limitOptions()]) command.addOption(option);
  return command;
}

function numberOption(flags: string, what: string, standard: number): Option {
  return new Option(flags, what).default(standard).argParser((text) => {
    if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError("Give a whole number from 1 on.");
    return Number(text);
  });
}
