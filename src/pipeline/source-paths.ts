/**
 * Where the documents of a dataset or of a run are. In: inputs as a user gives them, or a folder that a run wrote. Out: the path of each
 * file by its name in the dataset. Whether its content is still the same is not known here.
 */
import { dirname, resolve } from "node:path";
import { readRunInputs } from "../export/read-run.js";
import type { InputFile } from "../schema/dataset.js";
import { findFiles, InputError } from "../source/discover.js";
import { statOrNull } from "../source/folder.js";

export class SourcePaths {
  readonly #paths: Map<string, string>;

  constructor(files: readonly { readonly sourceFile: string; readonly path: string }[]) {
    this.#paths = new Map(files.map(({ sourceFile, path }) => [sourceFile, path]));
  }

  /** Of a file in another, its container must have been asked for before. Null if it is not known. */
  of({ source_file, container }: Pick<InputFile, "source_file" | "container">): string | null {
    const known = this.#paths.get(source_file) ?? null;
    const outer = container === null ? undefined : this.#paths.get(container);
    if (known !== null || container === null || outer === undefined) return known;
    const path = outer + source_file.slice(container.length);
    this.#paths.set(source_file, path);
    return path;
  }
}

/** The inputs that exist, as they were given. */
export interface FoundSources {
  readonly inputs: readonly string[];
  readonly paths: SourcePaths;
}

/**
 * The inputs of the run that wrote a dataset, looked for from the current folder and from the dataset's own place.
 * @returns null where they are not found
 */
export async function sourcesOfDataset(folder: string): Promise<FoundSources | null> {
  const run = await readRunInputs(folder);
  if (run === null) return null;
  for (const base of basesOf(folder)) {
    const inputs = run.inputs.map((input) => resolve(base, input));
    const found = await findSources(inputs, [folder]);
    if (found !== null) return found;
  }
  return null;
}

/** Folders from which the paths that a run recorded are looked for. */
const basesOf = (folder: string): string[] => [process.cwd(), dirname(resolve(folder)), resolve(folder)];

export interface RecordedFile {
  /** As the run recorded it. */
  readonly name: string;
  /** Absolute; null where it is not found. */
  readonly path: string | null;
}

/** The corrections that the run which wrote a dataset applied, looked for as its inputs are; null where it applied none, or does not say. */
export async function correctionsOfDataset(folder: string): Promise<RecordedFile | null> {
  const name = (await readRunInputs(folder))?.corrections ?? null;
  if (name === null) return null;
  for (const base of basesOf(folder)) {
    const path = resolve(base, name);
    if ((await statOrNull(path)) !== null) return { name, path };
  }
  return { name, path: null };
}

/** Absolute inputs of the run that wrote a dataset; null where it does not say. Those that are not found are taken from the current folder. */
export async function inputsOfDataset(folder: string): Promise<string[] | null> {
  const run = await readRunInputs(folder);
  if (run === null) return null;
  return ((await sourcesOfDataset(folder))?.inputs ?? run.inputs).map((input) => resolve(input));
}

/** @param skip folders that are not read @returns null where an input does not exist */
async function findSources(inputs: readonly string[], skip: readonly string[]): Promise<FoundSources | null> {
  try {
    return { inputs, paths: new SourcePaths((await findFiles(inputs, skip)).files) };
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
