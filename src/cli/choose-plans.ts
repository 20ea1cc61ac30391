/** The options by which a command takes some of a dataset's plans and themes, and the histories that they choose. */
import { Option } from "commander";
import { historyName, type PlanHistory } from "../internal.js";
import { UsageError } from "./exit.js";
import { wholeNumber } from "./option-values.js";
import { printable } from "./render.js";

export interface PlanFlags {
  readonly plan?: string;
  readonly theme?: number;
}

/** Plans that an error message lists. */
const LISTED = 10;

export function planOptions(): Option[] {
  return [
    new Option("--plan <text>", "only plans whose name and years contain the text, in upper or lower case"),
    new Option("--theme <number>", "only this theme").argParser(wholeNumber(0, 999_999)),
  ];
}

/** @throws UsageError where there is none */
export function choosePlans(
  plans: readonly PlanHistory[],
  folder: string,
  { plan = "", theme }: PlanFlags,
): PlanHistory[] {
  if (plans.length === 0) {
    throw new UsageError(
      `${folder} contains no tracks: they need two reports of one plan and theme, each with its period or month`,
    );
  }
  const chosen = plans.filter(
    (one) =>
      printable(historyName(one)).toLowerCase().includes(plan.trim().toLowerCase()) &&
      (theme === undefined || one.theme_number === theme),
  );
  if (chosen.length > 0) return chosen;
  const names = plans.slice(0, LISTED).map((one) => `  ${printable(historyName(one))}`);
  const rest = plans.length > LISTED ? [`  … and ${plans.length - LISTED} more`] : [];
  throw new UsageError(["there is no plan with that name or theme; there are:", ...names, ...rest].join("\n"));
}
