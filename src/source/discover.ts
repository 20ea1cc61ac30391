/**
 * Inputs as a user gives them (files, folders, globs) to the list of files to read, each with its name in the dataset.
 * Refuses, as an `InputError`, an input that does not exist and inputs that hold no file at all.
 */
import { lstat, realpath } from "node:fs/promises";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { listFolder, statOrNull } from "./folder.js";

/** A mistake in what was asked to be read: `NOT_FOUND` is an input that is not there, `NO_FILES` inputs without files. */
export class InputError extends Error {
  override readonly name = "InputError";
  constructor(
    readonly code: "NOT_FOUND" | "NO_FILES",
    message: string,
  ) {
    super(message);
  }
}

/** A file to read. `sourceFile` is relative to its input root, with `/` separators, and unique in the list. */
export interface FoundFile {
  readonly path: string;
  readonly sourceFile: string;
}

/** The files of one input; their names are relative to `root`. */
interface Found {
  readonly root: string;
  readonly paths: readonly string[];
}

/** The first part of a path that a glob's special characters stand in ends the glob's static base. */
const DYNAMIC_PART = /[*?[\]{}()\\]|^!/;

/**
 * Lists every file of the inputs, in plain code-unit order of `sourceFile`. A path that several inputs lead to is
 * listed once, under the first. Hidden entries of folders are left out, and so is what is in `skip`, unless it is an input itself.
 * @throws InputError
 */
export async function findFiles(inputs: readonly string[], skip: readonly string[] = []): Promise<FoundFile[]> {
  const skipped = new Set(await Promise.all(skip.map((path) => realpath(path).catch(() => resolve(path)))));
  const byRoot = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const input of inputs) {
    const { root, paths } = await findInput(input, skipped);
    const known = byRoot.get(root) ?? [];
    byRoot.set(root, known);
    for (const path of paths) {
      if (seen.has(path)) continue;
      seen.add(path);
      known.push(path);
    }
  }
  if (seen.size === 0) throw new InputError("NO_FILES", `no file to read in ${inputs.join(", ")}`);
  return nameFiles(byRoot).sort((a, b) => (a.sourceFile < b.sourceFile ? -1 : 1));
}

async function findInput(input: string, skipped: ReadonlySet<string>): Promise<Found> {
  const path = resolve(input);
  const exists = (await lstat(path).catch(() => null)) !== null;
  if (!exists && isDynamicPattern(input)) return findGlob(input, skipped);
  if (!exists) throw new InputError("NOT_FOUND", `${input} does not exist`);
  if ((await statOrNull(path))?.isDirectory()) return { root: path, paths: await listFolder(path, skipped) };
  return { root: dirname(path), paths: [path] };
}

/** Links to folders are not followed by `**`; a folder that the glob itself matches is read whole. */
async function findGlob(input: string, skipped: ReadonlySet<string>): Promise<Found> {
  const parts = input.split("/");
  const staticCount = parts.findIndex((part) => DYNAMIC_PART.test(part));
  const base = parts.slice(0, staticCount).join("/");
  const root = resolve(base === "" && input.startsWith("/") ? "/" : base);
  if (await statOrNull(root)) {
    const pattern = parts.slice(staticCount).join("/");
    const settings = { cwd: root, onlyFiles: false, expandDirectories: false, followSymbolicLinks: false };
    const matches = (await glob(pattern, settings)).sort();
    const realRoot = await realpath(root);
    const paths: string[] = [];
    for (const match of matches) {
      if (isWithin(resolve(realRoot, match), skipped)) continue;
      const path = resolve(root, match);
      if ((await statOrNull(path))?.isDirectory()) {
        if (path !== root) paths.push(...(await listFolder(path, skipped)));
      } else paths.push(path);
    }
    if (matches.length > 0) return { root, paths };
  }
  throw new InputError("NOT_FOUND", `${input} matches no file`);
}

function isWithin(path: string, folders: ReadonlySet<string>): boolean {
  return [...folders].some((folder) => path === folder || path.startsWith(folder + sep));
}

/** Names are relative to the root; where two roots would give one name, every name begins with its root's label. */
function nameFiles(byRoot: ReadonlyMap<string, readonly string[]>): FoundFile[] {
  const files: { root: string; path: string; name: string }[] = [];
  for (const [root, paths] of byRoot) {
    for (const path of paths) {
      const name = relative(root, path).split(sep).join("/");
      files.push({ root, path, name: name === "" ? basename(path) : name });
    }
  }
  const clash = new Set(files.map((file) => file.name)).size < files.length;
  const labels = labelRoots([...byRoot.keys()]);
  return files.map(({ root, path, name }) => ({ path, sourceFile: clash ? `${labels.get(root)}/${name}` : name }));
}

/** A root's label is its base name, numbered from the second on where several roots share it. */
function labelRoots(roots: readonly string[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const taken = new Set<string>();
  for (const root of roots) {
    const base = basename(root) === "" ? "root" : basename(root);
    let label = base;
    for (let number = 2; taken.has(label); number++) label = `${base}-${number}`;
    taken.add(label);
    labels.set(root, label);
  }
  return labels;
}
