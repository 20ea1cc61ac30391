/**
 * The commands that write what was decided in a review. In: what was reviewed, and the files of decisions. Out: a command that writes the
 * corrected dataset, and one that writes the page to sign, as a person can paste them into a shell. Files that are not there are not named.
 */
import { access } from "node:fs/promises";

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
  const audit = ["ragtally", "audit", path(out), ...dispositions, "--html", "audit.html"];
  const ingest =
    inputs === null
      ? []
      : [["ragtally", "ingest", ...inputs.map(path), "--out", path(out), ...reading.map(word), ...corrections]];
  return [...ingest, audit].map((words) => words.join(" "));
}

async function ifThere(option: string, file: string): Promise<string[]> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  return isThere ? [option, path(file)] : [];
}

const word = (text: string): string => (/^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
/** Not taken for an option. */
const path = (text: string): string => word(text.startsWith("-") ? `./${text}` : text);
