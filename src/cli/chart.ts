/** `ragtally chart`: draws the statuses of a dataset's plans and themes by period, as SVG and PNG. */
import { Command } from "commander";
import {
  CHART_FORMATS,
  type ChartFormat,
  chartContents,
  historyOf,
  readDataset,
  SUMMARY_FILE,
  writeCharts,
} from "../internal.js";
import { choosePlans, type PlanFlags, planOptions } from "./choose-plans.js";
import { EXIT, type ExitCode } from "./exit.js";
import { addOptions, formatOption, outOption } from "./options.js";
import { count, moreLine, printable, renderTable } from "./render.js";
import type { Terminal } from "./terminal.js";

interface ChartFlags extends PlanFlags {
  readonly out: string;
  readonly format: readonly ChartFormat[];
}

/** Charts that are listed; the summary in the folder has all. */
const LISTED = 12;

export function chartCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const command = new Command("chart")
    .description("draw the statuses of each plan and theme by period, readable without colour")
    .argument("<folder>", "a folder that `ragtally ingest` wrote")
    .addOption(outOption("earlier charts in it are replaced"))
    .addOption(formatOption(CHART_FORMATS, CHART_FORMATS))
    .action(async (folder: string, { out, format, ...flags }: ChartFlags) => {
      const dataset = await readDataset(folder);
      const chosen = choosePlans(historyOf(dataset), folder, flags);
      const written = await writeCharts(chartContents(dataset, chosen, flags.theme === undefined), out, format);
      const rows = written.slice(0, LISTED).map(({ files, title }) => [files.join(", "), printable(title)]);
      const lines = [
        ...renderTable(rows, { width: terminal.width }),
        ...moreLine(written.length - rows.length, "chart", `${printable(out)}/${SUMMARY_FILE}`),
        `${count(written.length, "chart")} written to ${printable(out)}; ${SUMMARY_FILE} says what each one shows`,
      ];
      terminal.print(lines.join("\n"));
      end(EXIT.done);
    });
  return addOptions(command, planOptions());
}
