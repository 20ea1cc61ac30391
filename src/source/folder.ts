/**
 * Lists the files of a folder at any depth. In: its path. Out: the paths of everything in it that is to be read. Each real
 * folder is read once, so that circular links end; hidden entries (with a leading dot) are left out; a folder that may not be
 * listed is itself in the list.
 */
import type { Dirent, Stats } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";

interface Folder {
  readonly path: string;
  readonly real: string;
}

/** A folder's entries: files to list, folders in it, and folders that links lead to. */
interface Entries {
  readonly files: readonly string[];
  readonly folders: readonly Folder[];
  readonly linkedFolders: readonly Folder[];
}

/** What the path leads to, links followed; null if that cannot be determined. */
export async function statOrNull(path: string): Promise<Stats | null> {
  return stat(path).catch(() => null);
}

/** Lists files, and also broken links, pipes and devices. What has its real path in `skipped` is left out. */
export async function listFolder(path: string, skipped: ReadonlySet<string>): Promise<string[]> {
  const found: string[] = [];
  const visited = new Set<string>();
  // Linked folders are read after all others, so that a folder is listed under its own name rather than a link's.
  const direct: Folder[] = [{ path, real: await realPath(path) }];
  const linked: Folder[] = [];
  for (;;) {
    const folder = direct.pop() ?? linked.shift();
    if (folder === undefined) return found;
    if (visited.has(folder.real) || skipped.has(folder.real)) continue;
    visited.add(folder.real);
    const { files, folders, linkedFolders } = await readEntries(folder, skipped);
    found.push(...files);
    direct.push(...folders);
    linked.push(...linkedFolders);
  }
}

async function readEntries(folder: Folder, skipped: ReadonlySet<string>): Promise<Entries> {
  const entries = await readdir(folder.path, { withFileTypes: true }).catch(() => null);
  if (entries === null) return { files: [folder.path], folders: [], linkedFolders: [] };
  const files: string[] = [];
  const folders: Folder[] = [];
  const linkedFolders: Folder[] = [];
  // Sorted, so that the choice between two links to one folder does not depend on the file system.
  for (const entry of entries.filter(isShown).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder.path, entry.name);
    const real = join(folder.real, entry.name);
    if (entry.isDirectory()) folders.push({ path, real });
    else if (entry.isSymbolicLink() && (await statOrNull(path))?.isDirectory())
      linkedFolders.push({ path, real: await realPath(path) });
    else if (!skipped.has(real)) files.push(path);
  }
  return { files, folders, linkedFolders };
}

const isShown = ({ name }: Dirent): boolean => !name.startsWith(".");

const realPath = (path: string): Promise<string> => realpath(path).catch(() => path);
