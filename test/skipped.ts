/** Whether tests are skipped. In: a condition, what is not tested and why. Out: the condition, with one printed line where it holds. */
export function isSkipped(condition: boolean, what: string, why: string): boolean {
  if (condition) console.warn(`Not run: ${what}, for ${why}.`);
  return condition;
}

/** For tests of what the file system denies: root is denied nothing. */
export const isSkippedForRoot = (what: string): boolean =>
  isSkipped(process.getuid?.() === 0, what, "root may read and write everything");
