/**
 * Finds the files to read. In: inputs as a user gives them (files, folders, globs). Out: the files, each with its name in
 * the dataset. Refuses, with an `InputError`, an input that does not exist and inputs that contain no file at all.
 */
import { lstat } from "node:fs/promises";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { onDisk, printableNames } from "./file-path.js";
import { type FolderContent, GLOB_FOLDERS, listFolder, pathsShownAs, realPath, statOrNull } from "./folder.js";

/** A mistake in the inputs: `NOT_FOUND` for one that does not exist, `NO_FILES` for inputs without any file. */
export class InputError extends Error {
  override readonly name = "InputError";
  constructor(
    readonly code: "NOT_FOUND" | "NO_FILES",
    message: string,
  ) {
    super(message);
  }
}

/**
 * A file to read. `sourceFile` is relative to its input root, with `/` separators, and unique in the list. `path` is for `onDisk`:
 * it keeps bytes that are not UTF-8, which `sourceFile` writes as "\xE9".
 */
export interface FoundFile {
  readonly path: string;
  readonly sourceFile: string;
}

export interface FoundFiles {
  /** In plain code-unit order of `sourceFile`. */
  readonly files: readonly FoundFile[];
  /** Number of hidden and system files and folders in the inputs, which are left out. */
  readonly hiddenCount: number;
}

/** The files of one input; their names are relative to `root`. */
interface Found extends FolderContent {
  readonly root: string;
}

/** Matches a path segment with a glob's special characters. The segments before the first such one are the static base. */
const DYNAMIC_PART = /[*?[\]{}()\\]|^!/;

/**
 * Lists every file of the inputs. A path that several inputs lead to is listed once, under the first. Hidden and system entries of
 * folders are left out, and so is everything in `skip`, unless it is itself an input.
 * @throws InputError
 */
export async function findFiles(inputs: readonly string[], skip: readonly string[] = []): Promise<FoundFiles> {
  const skipped = new Set(await Promise.all(skip.map((path) => realPath(resolve(path)))));
  const byRoot = new Map<string, string[]>();
  const seen = new Set<string>();
  let hiddenCount = 0;
  for (const { root, paths, hiddenCount: hidden } of await findInputs(inputs, skipped)) {
    hiddenCount += hidden;
    const known = byRoot.get(root) ?? [];
    byRoot.set(root, known);
    for (const path of paths) {
      if (seen.has(path)) continue;
      seen.add(path);
      known.push(path);
    }
  }
  if (seen.size === 0) throw new InputError("NO_FILES", `no file to read in ${inputs.join(", ")}`);
  return { files: nameFiles(byRoot).sort((a, b) => (a.sourceFile < b.sourceFile ? -1 : 1)), hiddenCount };
}

async function findInputs(inputs: readonly string[], skipped: ReadonlySet<string>): Promise<Found[]> {
  const found: Found[] = [];
  for (const input of inputs) {
    const path = resolve(input);
    const exists = (await lstat(onDisk(path)).catch(() => null)) !== null;
    const paths = exists ? [path] : await pathsShownAs(path);
    if (paths.length === 0) found.push(await findGlob(input, skipped));
    for (const path of paths) found.push(await findPath(path, skipped));
  }
  return found;
}

async function findPath(path: string, skipped: ReadonlySet<string>): Promise<Found> {
  if ((await statOrNull(path))?.isDirectory()) return { root: path, ...(await listFolder(path, skipped)) };
  return { root: dirname(path), paths: [path], hiddenCount: 0 };
}

/** `**` does not follow links to folders. A folder that the glob itself matches is listed completely. */
async function findGlob(input: string, skipped: ReadonlySet<string>): Promise<Found> {
  if (!isDynamicPattern(input)) throw new InputError("NOT_FOUND", `${input} does not exist`);
  const parts = input.split("/");
  const staticCount = parts.findIndex((part) => DYNAMIC_PART.test(part));
  const base = parts.slice(0, staticCount).join("/");
  const root = resolve(base === "" && input.startsWith("/") ? "/" : base);
  const pattern = parts.slice(staticCount).join("/");
  const settings = {
    cwd: root,
    onlyFiles: false,
    expandDirectories: false,
    followSymbolicLinks: false,
    fs: GLOB_FOLDERS,
  };
  const matches = (await statOrNull(root)) === null ? [] : (await glob(pattern, settings)).sort();
  if (matches.length === 0) throw new InputError("NOT_FOUND", `${input} matches no file`);
  const realRoot = await realPath(root);
  const paths: string[] = [];
  let hiddenCount = 0;
  for (const match of matches) {
    if (isWithin(resolve(realRoot, match), skipped)) continue;
    const path = resolve(root, match);
    const isFolder = (await statOrNull(path))?.isDirectory() ?? false;
    if (!isFolder) paths.push(path);
    else if (path !== root) {
      const content = await listFolder(path, skipped);
      paths.push(...content.paths);
      hiddenCount += content.hiddenCount;
    }
  }
  return { root, paths, hiddenCount };
}

function isWithin(path: string, folders: ReadonlySet<string>): boolean {
  return [...folders].some((folder) => path === folder || path.startsWith(folder + sep));
}

/** Names are relative to the root. If two roots would give the same name, every name starts with its root's label. */
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
  const names = printableNames(files.map(({ root, name }) => (clash ? `${labels.get(root)}/${name}` : name)));
  return files.map(({ path, name }, at) => ({ path, sourceFile: names[at] ?? name }));
}

/** A root's label is its base name; if several roots share it, the second and later ones get a number. */
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
