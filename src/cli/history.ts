/** `ragtally history`: prints each deliverable's status by period from a dataset, and what changed, as text, JSON or CSV. */
import { Command, Option } from "commander";
import { historyOf, readDataset } from "../internal.js";
import { choosePlans, type PlanFlags, planOptions } from "./choose-plans.js";
import { EXIT, type ExitCode } from "./exit.js";
import { historyCsv } from "./history-csv.js";
import { renderHistory } from "./history-strips.js";
import { addOptions } from "./options.js";
import type { Terminal } from "./terminal.js";

interface HistoryFlags extends PlanFlags {
  readonly json?: true;
  readonly csv?: true;
}

export function historyCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const command = new Command("history")
    .description("print each deliverable's status through the reports of its plan, and what changed")
    .argument("<folder>", "a folder that `ragtally ingest` wrote")
    .option("--json", "JSON")
    .addOption(new Option("--csv", "CSV: a row for each deliverable, a column for each period").conflicts("json"))
    .action(async (folder: string, flags: HistoryFlags) => {
      const chosen = choosePlans(historyOf(await readDataset(folder)), folder, flags);
      if (flags.csv) terminal.write(historyCsv(chosen));
      else if (flags.json) terminal.print(JSON.stringify({ plans: chosen }, null, 2));
      else terminal.print(chosen.map((plan) => renderHistory(plan, terminal)).join("\n\n"));
      end(EXIT.done);
    });
  return addOptions(command, planOptions());
}
