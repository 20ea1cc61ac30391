/** `ragtally merge`: writes one dataset from several, with tracks and findings over all their reports. */
import { Command, Option } from "commander";
import { DEFAULT_FORMATS, FORMATS, type Format, mergeDatasets, tracked, writeDataset } from "../internal.js";
import { EXIT, type ExitCode } from "./exit.js";
import { parseFormats } from "./options.js";
import { count, printable, renderTable } from "./render.js";
import type { Terminal } from "./terminal.js";

interface MergeFlags {
  readonly out: string;
  readonly format: readonly Format[];
  readonly replace?: boolean;
}

export function mergeCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command("merge")
    .description("write one dataset from several, such as one for each year")
    .argument("<dataset...>", "folders that `ragtally ingest` wrote")
    .requiredOption("--out <folder>", "folder to write; an earlier output in it is replaced")
    .addOption(
      new Option("--format <list>", `formats to write, of ${FORMATS.join(", ")}`)
        .argParser(parseFormats)
        .default([...DEFAULT_FORMATS], DEFAULT_FORMATS.join(",")),
    )
    .option("--replace", "where datasets have a file with different content, take the last dataset's")
    .action(async (folders: readonly string[], { out, format: formats, replace = false }: MergeFlags) => {
      const { results, ...merged } = await mergeDatasets(folders, { replace });
      const runOptions = { merged: folders, replace };
      const counts = await writeDataset(tracked(inTurn(results)), out, { formats, runOptions });
      const figures = [
        [
          "Merged",
          `${count(counts.files, "file")}, ${count(counts.reports, "report")}, ${count(counts.deliverables, "row")}`,
        ],
        ["In several datasets", `${count(merged.kept_once.length, "file")}, kept once`],
        ["Same content as another file", count(merged.repeated.length, "file")],
        ["Replaced", merged.replaced.length === 0 ? "none" : merged.replaced.map(printable).join(", ")],
        ["Written to", printable(out)],
      ];
      terminal.print(renderTable(figures, { width: terminal.width }).join("\n"));
      end(EXIT.done);
    });
}

async function* inTurn<Element>(elements: readonly Element[]): AsyncGenerator<Element> {
  yield* elements;
}
