/**
 * The commands that write what was decided in a review. In: what was reviewed, and the files of decisions. Out: a command that writes the
 * corrected dataset, and one that writes the page to sign, as a person can paste them into a shell. Files that are not there are not named.
 */
import { access } from "node:fs/promises";
import { shellPath, shellWord } from "../render.js";

export interface DecidedRun {
  /** Null where they cannot be read again: no command writes a dataset then. */
  readonly inputs: readonly string[] | null;
  /** Folder of the dataset. */
  readonly out: string;
  /** Options with which the reports are read. */
  readonly reading: readonly string[];
  readonly corrections: string;
  readonly dispositions: string;
}

export async function signOffCommands({ inputs, out, reading, ...files }: DecidedRun): Promise<string[]> {
  const corrections = await ifThere("--corrections", files.corrections);
  const dispositions = await ifThere("--dispositions", files.dispositions);
  const audit = ["ragtally", "audit", shellPath(out), ...dispositions, "--html", "audit.html"];
  const ingest =
    inputs === null
      ? []
      : [
          [
            "ragtally",
            "ingest",
            ...inputs.map(shellPath),
            "--out",
            shellPath(out),
            ...reading.map(shellWord),
            ...corrections,
          ],
        ];
  return [...ingest, audit].map((words) => words.join(" "));
}

async function ifThere(option: string, file: string): Promise<string[]> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  return isThere ? [option, shellPath(file)] : [];
}
