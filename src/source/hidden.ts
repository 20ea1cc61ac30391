/**
 * Files that people do not see and did not mean to give: hidden ones, and those that systems and programs leave in folders. In: a
 * file's or folder's name. Out: whether it is one. They are counted and not read.
 */

const SYSTEM_NAMES: ReadonlySet<string> = new Set([
  "thumbs.db",
  "ehthumbs.db",
  "desktop.ini",
  "__macosx",
  "$recycle.bin",
]);
/** What Office programs write beside a document that is open. */
const LOCK_FILE = /^(?:~\$|\.~lock\.)/;

export function isHiddenName(name: string): boolean {
  return name.startsWith(".") || LOCK_FILE.test(name) || SYSTEM_NAMES.has(name.toLowerCase());
}
