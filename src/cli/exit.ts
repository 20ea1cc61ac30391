/**
 * How the program ends. In: an error. Out: its exit code, and a message that says what went wrong, where, and what to do.
 */
import { CommanderError } from "commander";
import {
  CorrectionsError,
  DatasetError,
  DispositionsError,
  InputError,
  MergeError,
  OutputError,
  PdfError,
  ProfileError,
  ShardError,
} from "../internal.js";
import { printableLines } from "./render.js";

export const EXIT = {
  done: 0,
  /** There are findings at the level of `--fail-on`. */
  findings: 1,
  /** A mistake in the command: an option, an input that does not exist, a profile, an output folder. */
  usage: 2,
  /** No input could be read. */
  noInput: 3,
  /** A defect of the program itself. */
  bug: 70,
  /** Stopped by Ctrl-C. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A mistake in the command that only the command's own code can detect. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The user stopped the run. */
export class InterruptedError extends Error {
  override readonly name = "InterruptedError";
}

/** Codes of a `PdfError` for a mistake in the request, not for a file that cannot be read. */
const REQUEST_ERRORS: readonly string[] = ["NO_PAGE", "TOO_MANY_PIXELS", "NO_CANVAS"];

export interface Ending {
  readonly code: ExitCode;
  /** Null if the message was printed already. */
  readonly message: string | null;
}

/** The message may name files, and a name may have what would control the terminal. */
export function endingOf(error: unknown): Ending {
  const { code, message } = givenEnding(error);
  return { code, message: message === null ? null : printableLines(message) };
}

function givenEnding(error: unknown): Ending {
  if (error instanceof CommanderError) return { code: error.exitCode === 0 ? EXIT.done : EXIT.usage, message: null };
  if (error instanceof InterruptedError) {
    return { code: EXIT.interrupted, message: "stopped; earlier output is unchanged" };
  }
  if (error instanceof InputError && error.code === "NO_FILES") {
    return { code: EXIT.noInput, message: `no input could be read: ${error.message}` };
  }
  if (error instanceof InputError) return { code: EXIT.usage, message: `${error.message}; check the path` };
  if (error instanceof PdfError && !REQUEST_ERRORS.includes(error.code)) {
    return { code: EXIT.noInput, message: `no input could be read: ${error.message} (${error.code})` };
  }
  const expected = [
    CorrectionsError,
    DispositionsError,
    OutputError,
    PdfError,
    ProfileError,
    DatasetError,
    MergeError,
    ShardError,
    UsageError,
  ].some((kind) => error instanceof kind);
  if (error instanceof Error && expected) return { code: EXIT.usage, message: error.message };
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: EXIT.bug, message: `a defect in ragtally itself; please report it with this text\n${details}` };
}
