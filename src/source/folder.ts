/**
 * A folder to the paths of everything in it that is to be read, at any depth. Each real folder is read once, so that
 * links in a circle end; hidden entries (a dot first) are left out; a folder that may not be listed is itself listed.
 */
import type { Stats } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";

interface Folder {
  readonly path: string;
  readonly real: string;
}

/** What the path leads to, links followed; null where that cannot be told. */
export async function statOrNull(path: string): Promise<Stats | null> {
  return stat(path).catch(() => null);
}

/** Lists files, links that lead nowhere, pipes and devices alike. What has its real path in `skipped` is left out. */
export async function listFolder(path: string, skipped: ReadonlySet<string>): Promise<string[]> {
  const found: string[] = [];
  const visited = new Set<string>();
  // Linked folders wait until all others are read, so that a folder goes by its own name rather than a link's.
  const direct: Folder[] = [{ path, real: await realpath(path).catch(() => path) }];
  const linked: Folder[] = [];
  for (;;) {
    const folder = direct.pop() ?? linked.shift();
    if (folder === undefined) return found;
    if (visited.has(folder.real) || skipped.has(folder.real)) continue;
    visited.add(folder.real);
    const entries = await readdir(folder.path, { withFileTypes: true }).catch(() => null);
    if (entries === null) {
      found.push(folder.path);
      continue;
    }
    // Sorted, so that which of two links a folder is reached by does not depend on the file system.
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith(".")) continue;
      const entryPath = join(folder.path, entry.name);
      if (entry.isDirectory()) direct.push({ path: entryPath, real: join(folder.real, entry.name) });
      else if (entry.isSymbolicLink() && (await statOrNull(entryPath))?.isDirectory()) {
        linked.push({ path: entryPath, real: await realpath(entryPath).catch(() => entryPath) });
      } else if (!skipped.has(join(folder.real, entry.name))) found.push(entryPath);
    }
  }
}
