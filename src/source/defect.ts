/**
 * A defect of the program itself, met while a file was read. In: what was thrown. Out: the code and the sentence of the
 * file's row, which asks to report it: the file may be sound, and the other files are read as usual.
 */

/** Of `files.csv`: what kept the file from being read is no fault of the file. */
export const INTERNAL = "INTERNAL";

/** Characters of an error's own message: it may quote what it met. */
const LONGEST = 200;

/** Own code failed on what a library gave it. */
export class Defect extends Error {
  override readonly name = "Defect";
  constructor(override readonly cause: unknown) {
    super(describe(cause));
  }
}

/** What to tell of it: "… (TypeError: x is undefined at parse.js:12); please report it". */
export function defectMessage(error: unknown): string {
  return `a defect of ragtally, not of the file, kept it from being read; please report it (${describe(error)})`;
}

/** Whether memory ran out: what a file asks for, and no defect. */
export function isAllocation(error: unknown): boolean {
  return error instanceof RangeError && /alloc|array buffer|invalid array length/i.test(error.message);
}

function describe(error: unknown): string {
  if (error instanceof Defect) return error.message;
  if (!(error instanceof Error)) return String(error).slice(0, LONGEST);
  const message = `${error.name}: ${error.message.split("\n")[0]?.slice(0, LONGEST) ?? ""}`;
  const place = placeOf(error.stack ?? "");
  return place === null ? message : `${message}, at ${place}`;
}

/** File and line of the first frame, without the folders of the machine. */
function placeOf(stack: string): string | null {
  return /([\w.-]+\.[cm]?[jt]s:\d+):\d+/.exec(stack)?.[1] ?? null;
}
