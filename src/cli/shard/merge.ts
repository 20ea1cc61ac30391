/** `ragtally shard merge`: writes the dataset of all shards, and prints a summary. */
import { Command } from "commander";
import { CorrectionLedger, mergeShards, readFormerRun, shardStates } from "../../internal.js";
import { endDatasetRun, recordedOptions } from "../dataset-run.js";
import type { ExitCode } from "../exit.js";
import { failOnOption, interruptSignal, outOption } from "../options.js";
import { addResult, type FailOn, newTally } from "../tally.js";
import type { Terminal } from "../terminal.js";

interface MergeFlags {
  readonly out: string;
  readonly failOn: FailOn;
  readonly quiet?: boolean;
}

export function mergeCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command("merge")
    .description("write the dataset of shards that are all done")
    .argument("<store>", "folder that `ragtally shard plan` wrote")
    .addOption(outOption())
    .addOption(failOnOption())
    .option("--quiet", "no summary")
    .action(async (store: string, { out, failOn, quiet = false }: MergeFlags) => {
      const former = await readFormerRun(out);
      const { plan } = await shardStates(store);
      const { reading, writing } = plan;
      const { formats, latest } = writing;
      const ledger = reading.corrections.length === 0 ? null : new CorrectionLedger(reading.corrections);
      const tally = newTally();
      await mergeShards(store, out, {
        signal: interruptSignal(),
        onRead: (read) => ledger?.add(read.corrections ?? []),
        onResult: (result) => addResult(tally, result),
        runOptions: {
          ...recordedOptions({
            ...{
              inputs: plan.inputs,
              profile: reading.profile,
              limits: reading.limits,
              recognition: reading.recognition,
            },
            ...{ corrections: reading.corrections_file, latest, failOn },
          }),
          store,
        },
        runOutcome: () => (ledger === null ? {} : { corrections: ledger.settled() }),
      });
      const corrections = ledger?.settled() ?? null;
      const scope = { out, formats, latest, corrections, former, addition: null, isUnchanged: false };
      end(endDatasetRun(tally, { ...scope, hiddenCount: plan.hidden_files }, { quiet, failOn }, terminal));
    });
}
