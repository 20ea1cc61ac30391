/** Why output cannot be written. In: an error of the file system and what was to be written. Out: an error with a message for the user. */

/** An output that cannot be written or must not be replaced. */
export class OutputError extends Error {
  override readonly name = "OutputError";
}

/** No room: on the disk, within the user's share of it, or within the largest size of a file. */
const NO_ROOM: readonly unknown[] = ["ENOSPC", "EDQUOT", "EFBIG"];

/** An error of the file system with a message for the user; any other error as it is. */
export function outputError(error: unknown, out: string): unknown {
  if (!(error instanceof Error) || !("code" in error && "syscall" in error)) return error;
  const remedy = NO_ROOM.includes(error.code) ? "there is no room left; make room" : "choose another folder";
  return new OutputError(`${out} cannot be written (${String(error.code)}); ${remedy}`);
}
