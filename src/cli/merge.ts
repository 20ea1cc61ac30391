/** `ragtally merge`: writes one dataset from several, with tracks and findings over all their reports. */
import { Command } from "commander";
import { type Format, mergeDatasets, readFormerRun, tracked, writeDataset } from "../internal.js";
import { type AboutFlags, aboutOf, aboutOptions } from "./about.js";
import { EXIT, type ExitCode } from "./exit.js";
import { addOptions, formatOption, outOption } from "./options.js";
import { count, printable, renderTable } from "./render.js";
import { formerText } from "./summary.js";
import type { Terminal } from "./terminal.js";

interface MergeFlags extends AboutFlags {
  readonly out: string;
  readonly format: readonly Format[];
  readonly replace?: boolean;
}

export function mergeCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const command = new Command("merge")
    .description("write one dataset from several, such as one for each year")
    .argument("<dataset...>", "folders that `ragtally ingest` wrote")
    .addOption(outOption())
    .addOption(formatOption())
    .option("--replace", "where datasets have a file with different content, take the last dataset's")
    .action(async (folders: readonly string[], { out, format: formats, replace = false, ...about }: MergeFlags) => {
      const former = await readFormerRun(out);
      const { results, ...merged } = await mergeDatasets(folders, { replace });
      const runOptions = { merged: folders, replace };
      const counts = await writeDataset(tracked(inTurn(results)), out, { formats, about: aboutOf(about), runOptions });
      const figures = [
        [
          "Merged",
          `${count(counts.files, "file")}, ${count(counts.reports, "report")}, ${count(counts.deliverables, "row")}`,
        ],
        ["In several datasets", `${count(merged.kept_once.length, "file")}, kept once`],
        ["Same content as another file", count(merged.repeated.length, "file")],
        ["Replaced", merged.replaced.length === 0 ? "none" : merged.replaced.map(printable).join(", ")],
        ...(former === null ? [] : [["In its place before", formerText(former)]]),
        ["Written to", printable(out)],
      ];
      terminal.print(renderTable(figures, { width: terminal.width }).join("\n"));
      end(EXIT.done);
    });
  return addOptions(command, aboutOptions());
}

async function* inTurn<Element>(elements: readonly Element[]): AsyncGenerator<Element> {
  yield* elements;
}
