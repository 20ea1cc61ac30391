/**
 * The exit codes, and an error to its code and to what the user is told: what went wrong, where, and what to do.
 */
import { CommanderError } from "commander";
import { CorrectionsError, DatasetError, InputError, OutputError, PdfError, ProfileError } from "../internal.js";

export const EXIT = {
  done: 0,
  /** There are findings at the level of `--fail-on`. */
  findings: 1,
  /** The command was given wrongly: an option, an input that is not there, a profile, an output folder. */
  usage: 2,
  /** No input could be read. */
  noInput: 3,
  /** A fault of the program itself. */
  bug: 70,
  /** Stopped by Ctrl-C. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A command given wrongly in a way that only its own code can tell. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Raised where the user stopped the run. */
export class InterruptedError extends Error {
  override readonly name = "InterruptedError";
}

/** Codes of a `PdfError` that say what was asked for wrongly, not that the file cannot be read. */
const ASKED_WRONGLY: readonly string[] = ["NO_PAGE", "TOO_MANY_PIXELS", "NO_CANVAS"];

export interface Ending {
  readonly code: ExitCode;
  /** Null where all has been said. */
  readonly message: string | null;
}

export function endingOf(error: unknown): Ending {
  if (error instanceof CommanderError) return { code: error.exitCode === 0 ? EXIT.done : EXIT.usage, message: null };
  if (error instanceof InterruptedError) {
    return { code: EXIT.interrupted, message: "stopped; what was there before is as it was" };
  }
  if (error instanceof InputError && error.code === "NO_FILES") {
    return { code: EXIT.noInput, message: `no input could be read: ${error.message}` };
  }
  if (error instanceof InputError) return { code: EXIT.usage, message: `${error.message}; check the path` };
  if (error instanceof PdfError && !ASKED_WRONGLY.includes(error.code)) {
    return { code: EXIT.noInput, message: `no input could be read: ${error.message} (${error.code})` };
  }
  const expected = [CorrectionsError, OutputError, PdfError, ProfileError, DatasetError, UsageError].some(
    (kind) => error instanceof kind,
  );
  if (error instanceof Error && expected) return { code: EXIT.usage, message: error.message };
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: EXIT.bug, message: `a fault in ragtally itself; please report it with this text\n${details}` };
}
