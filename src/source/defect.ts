/**
 * Defects of the program itself that show while a file is read. In: what was thrown. Out: the code and message for the
 * file's row, asking the user to report it. The file may be fine, and the other files are read as usual.
 */

/** Error code in `files.csv`: the file could not be read, but not through a fault of the file. */
export const INTERNAL = "INTERNAL";

/** Failures that may not occur again, on a machine less busy or with more memory. */
const TRANSIENT: ReadonlySet<string | null> = new Set(["TIMEOUT", "OUT_OF_MEMORY", "CRASHED", INTERNAL]);

export const isTransient = (errorCode: string | null): boolean => TRANSIENT.has(errorCode);

/** Characters kept of an error's own message, because it may quote the document. */
const MAX_MESSAGE_LENGTH = 200;

/** Our own code failed on what a library returned. */
export class Defect extends Error {
  override readonly name = "Defect";
  constructor(override readonly cause: unknown) {
    super(describe(cause));
  }
}

/** Message for the user: "… please report it (TypeError: x is undefined, at parse.js:12)". */
export function defectMessage(error: unknown): string {
  return `a defect of ragtally, not of the file, kept it from being read; please report it (${describe(error)})`;
}

/** Whether memory ran out: that depends on the file and is not a defect. */
export function isAllocation(error: unknown): boolean {
  return error instanceof RangeError && /alloc|array buffer|invalid array length/i.test(error.message);
}

function describe(error: unknown): string {
  if (error instanceof Defect) return error.message;
  if (!(error instanceof Error)) return String(error).slice(0, MAX_MESSAGE_LENGTH);
  const message = `${error.name}: ${error.message.split("\n")[0]?.slice(0, MAX_MESSAGE_LENGTH) ?? ""}`;
  const place = placeOf(error.stack ?? "");
  return place === null ? message : `${message}, at ${place}`;
}

/** File and line of the first stack frame, without the machine's folders. */
function placeOf(stack: string): string | null {
  return /([\w.-]+\.[cm]?[jt]s:\d+):\d+/.exec(stack)?.[1] ?? null;
}
