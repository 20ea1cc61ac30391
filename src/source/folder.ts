/**
 * Lists the files of a folder at any depth. In: its path. Out: the paths of everything in it that is to be read. Each real
 * folder is read once, so that circular links end; hidden and system entries are counted and left out; a folder that may not be
 * listed is itself in the list.
 */
import type { Dirent, Stats } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { FileSystemAdapter } from "tinyglobby";
import { lossyPath, onDisk, pathOfBytes } from "./file-path.js";
import { isHiddenName } from "./hidden.js";

interface Folder {
  readonly path: string;
  readonly real: string;
}

/** A folder's entries: files to list, folders in it, and folders that links lead to. */
interface Entries {
  readonly files: readonly string[];
  readonly folders: readonly Folder[];
  readonly linkedFolders: readonly Folder[];
  /** Number of entries that are left out. */
  readonly hidden: number;
}

/** What the path leads to, links followed; null if that cannot be determined. */
export async function statOrNull(path: string): Promise<Stats | null> {
  return stat(onDisk(path)).catch(() => null);
}

/** What decoding puts in the place of bytes that are not UTF-8. */
const REPLACEMENT = "\ufffd";

/** A folder's entries, with names of which no byte is lost. @throws what the file system says */
export async function readFolder(path: string): Promise<Dirent[]> {
  const onPath = onDisk(path);
  const entries = await readdir(onPath, { withFileTypes: true });
  if (!entries.some(({ name }) => name.includes(REPLACEMENT))) return entries;
  const exact = await readdir(Buffer.from(onPath), { withFileTypes: true, encoding: "buffer" });
  return exact.map((entry) => Object.assign(entry, { name: pathOfBytes(entry.name) }));
}

/** Lets globs list folders in the same way. Of the forms of `readdir`, only the one with kinds of entries is called. */
export const GLOB_FOLDERS: FileSystemAdapter = {
  readdir: ((path: string, _options: unknown, done: (error: unknown, entries: readonly Dirent[]) => void) => {
    readFolder(path).then(
      (entries) => done(null, entries),
      (error: unknown) => done(error, []),
    );
  }) as NonNullable<FileSystemAdapter["readdir"]>,
};

/** Paths that a program shows as `path` which replaces bytes that are not UTF-8: so they come from the command line. */
export async function pathsShownAs(path: string): Promise<string[]> {
  if (!path.includes(REPLACEMENT)) return (await statOrNull(path)) === null ? [] : [path];
  const found: string[] = [];
  for (const folder of await pathsShownAs(dirname(path)))
    for (const { name } of await readFolder(folder).catch(() => []))
      if (lossyPath(name) === basename(path)) found.push(join(folder, name));
  return found.sort();
}

/** What is in a folder, at any depth. */
export interface FolderContent {
  readonly paths: readonly string[];
  /** Number of hidden and system files and folders, which are left out; of such a folder nothing in it is counted. */
  readonly hiddenCount: number;
}

/** Lists files, and also broken links, pipes and devices. What has its real path in `skipped` is left out. */
export async function listFolder(path: string, skipped: ReadonlySet<string>): Promise<FolderContent> {
  const found: string[] = [];
  let hiddenCount = 0;
  const visited = new Set<string>();
  // Linked folders are read after all others, so that a folder is listed under its own name rather than a link's.
  const direct: Folder[] = [{ path, real: await realPath(path) }];
  const linked: Folder[] = [];
  for (;;) {
    const folder = direct.pop() ?? linked.shift();
    if (folder === undefined) return { paths: found, hiddenCount };
    if (visited.has(folder.real) || skipped.has(folder.real)) continue;
    visited.add(folder.real);
    const { files, folders, linkedFolders, hidden } = await readEntries(folder, skipped);
    hiddenCount += hidden;
    found.push(...files);
    direct.push(...folders);
    linked.push(...linkedFolders);
  }
}

async function readEntries(folder: Folder, skipped: ReadonlySet<string>): Promise<Entries> {
  const entries = await readFolder(folder.path).catch(() => null);
  if (entries === null) return { files: [folder.path], folders: [], linkedFolders: [], hidden: 0 };
  const files: string[] = [];
  const folders: Folder[] = [];
  const linkedFolders: Folder[] = [];
  // Sorted, so that the choice between two links to one folder does not depend on the file system.
  const shown = entries.filter(({ name }) => !isHiddenName(name));
  for (const entry of shown.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder.path, entry.name);
    const real = join(folder.real, entry.name);
    if (entry.isDirectory()) folders.push({ path, real });
    else if (entry.isSymbolicLink() && (await statOrNull(path))?.isDirectory())
      linkedFolders.push({ path, real: await realPath(path) });
    else if (!skipped.has(real)) files.push(path);
  }
  return { files, folders, linkedFolders, hidden: entries.length - shown.length };
}

/** The path without links; the path as it is where that cannot be determined. */
export async function realPath(path: string): Promise<string> {
  return realpath(onDisk(path), { encoding: "buffer" }).then(pathOfBytes, () => path);
}
