/** `ragtally shard merge`: writes the dataset of all shards, and prints a summary. */
import { Command } from "commander";
import { CorrectionLedger, mergeShards, readFormerRun, shardStates } from "../../internal.js";
import { EXIT, type ExitCode } from "../exit.js";
import { failOnOption, interruptSignal } from "../options.js";
import { renderSummary } from "../summary.js";
import { addResult, type FailOn, newTally, reaches } from "../tally.js";
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
    .requiredOption("--out <folder>", "folder to write; an earlier output in it is replaced")
    .addOption(failOnOption())
    .option("--quiet", "no summary")
    .action(async (store: string, { out, failOn, quiet = false }: MergeFlags) => {
      const former = await readFormerRun(out);
      const { plan } = await shardStates(store);
      const { corrections } = plan.reading;
      const ledger = corrections.length === 0 ? null : new CorrectionLedger(corrections);
      const tally = newTally();
      await mergeShards(store, out, {
        signal: interruptSignal(),
        onRead: (read) => ledger?.add(read.corrections ?? []),
        onResult: (result) => addResult(tally, result),
        runOptions: { inputs: plan.inputs, store, profile: plan.reading.profile.name, latest: plan.writing.latest },
        runOutcome: () => (ledger === null ? {} : { corrections: ledger.settled() }),
      });
      const { formats, latest } = plan.writing;
      const scope = { out, formats, latest, corrections: ledger?.settled() ?? null, former, addition: null };
      if (!quiet)
        terminal.print(
          renderSummary(tally, { ...scope, hiddenCount: plan.hidden_files, isUnchanged: false }, terminal),
        );
      end(reaches(tally.findings, failOn) ? EXIT.findings : EXIT.done);
    });
}
