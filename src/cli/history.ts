/** `ragtally history`: prints each deliverable's status by period from a dataset, and what changed, as text, JSON or CSV. */
import { Command, InvalidArgumentError, Option } from "commander";
import { historyOf, type PlanHistory, readDataset } from "../internal.js";
import { EXIT, type ExitCode, UsageError } from "./exit.js";
import { historyCsv } from "./history-csv.js";
import { planName, renderHistory } from "./history-strips.js";
import type { Terminal } from "./terminal.js";

interface HistoryFlags {
  readonly plan?: string;
  readonly theme?: number;
  readonly json?: true;
  readonly csv?: true;
}

/** Plans that an error message lists. */
const LISTED = 10;

export function historyCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command("history")
    .description("print each deliverable's status through the reports of its plan, and what changed")
    .argument("<folder>", "a folder that `ragtally ingest` wrote")
    .option("--plan <text>", "only plans whose name and years contain the text, in upper or lower case")
    .option("--theme <number>", "only this theme", parseTheme)
    .option("--json", "JSON")
    .addOption(new Option("--csv", "CSV: a row for each deliverable, a column for each period").conflicts("json"))
    .action(async (folder: string, flags: HistoryFlags) => {
      const chosen = choose(historyOf(await readDataset(folder)), folder, flags);
      if (flags.csv) terminal.write(historyCsv(chosen));
      else if (flags.json) terminal.print(JSON.stringify({ plans: chosen }, null, 2));
      else terminal.print(chosen.map((plan) => renderHistory(plan, terminal)).join("\n\n"));
      end(EXIT.done);
    });
}

function choose(plans: readonly PlanHistory[], folder: string, { plan = "", theme }: HistoryFlags): PlanHistory[] {
  if (plans.length === 0) {
    throw new UsageError(
      `${folder} contains no tracks: they need two reports of one plan and theme, each with its period or month`,
    );
  }
  const chosen = plans.filter(
    (one) =>
      planName(one).toLowerCase().includes(plan.trim().toLowerCase()) &&
      (theme === undefined || one.theme_number === theme),
  );
  if (chosen.length > 0) return chosen;
  const names = plans.slice(0, LISTED).map((one) => `  ${planName(one)}`);
  const rest = plans.length > LISTED ? [`  … and ${plans.length - LISTED} more`] : [];
  throw new UsageError(["there is no plan with that name or theme; there are:", ...names, ...rest].join("\n"));
}

function parseTheme(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError(`"${text}" is not a theme number.`);
  return Number(text);
}
