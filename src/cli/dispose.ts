/** `ragtally dispose`: adds a line to a file of dispositions on a finding of a dataset. Never changes other lines. */
import { Command, InvalidArgumentError } from "commander";
import { addDisposition, DISPOSITIONS, type DispositionKind, readDataset, removeDisposition } from "../internal.js";
import { EXIT, type ExitCode, UsageError } from "./exit.js";
import { didYouMean } from "./near-names.js";
import { printable } from "./render.js";
import type { Terminal } from "./terminal.js";
import { today } from "./today.js";

interface DisposeFlags {
  readonly note: string;
  readonly by?: string;
  readonly file: string;
  readonly remove?: boolean;
}

export function disposeCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command("dispose")
    .description("record what you decide about a finding, for `ragtally audit --dispositions`")
    .argument("<folder>", "a folder that `ragtally ingest` wrote")
    .argument("<finding>", "finding_id of the finding (see `ragtally audit --csv`)")
    .argument("[disposition]", `one of ${DISPOSITIONS.join(", ")}`, parseKind)
    .option("--note <text>", "why, or what is asked", "")
    .option("--by <name>", "who decides")
    .option("--file <file>", "file to add to; created if it does not exist", "dispositions.csv")
    .option("--remove", "take the last disposition of the finding out of the file")
    .action(async (folder: string, finding: string, kind: DispositionKind | undefined, flags: DisposeFlags) => {
      terminal.print(printable(await dispose(folder, finding, kind, flags)));
      end(EXIT.done);
    });
}

async function dispose(
  folder: string,
  id: string,
  kind: DispositionKind | undefined,
  { note, by, file, remove = false }: DisposeFlags,
): Promise<string> {
  if (remove) {
    const { disposition, line } = await removeDisposition(file, id);
    return `${file}: line ${line} (${disposition}) was taken out`;
  }
  if (kind === undefined) throw new UsageError(`say what you decide: ${DISPOSITIONS.join(", ")}`);
  if (by === undefined) throw new UsageError("--by is missing: who decides?");
  const { reports } = await readDataset(folder);
  const findings = reports.flatMap((report) => report.findings);
  const found = findings.find(({ finding_id }) => finding_id === id);
  if (found === undefined) {
    const known = findings.map(({ finding_id }) => finding_id);
    throw new UsageError(`the dataset has no finding "${id}"${didYouMean(id, known)}`);
  }
  const request = { finding_id: id, disposition: kind, note, by };
  const { line } = await addDisposition(file, request, found, today());
  return `${file}, line ${line}: ${kind}: ${found.message}`;
}

function parseKind(text: string): DispositionKind {
  const kind = DISPOSITIONS.find((known) => known === text);
  if (kind === undefined) throw new InvalidArgumentError(`Give one of ${DISPOSITIONS.join(", ")}.`);
  return kind;
}
