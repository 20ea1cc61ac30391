/**
 * Where a command writes: results to standard output, progress and messages to standard error. Colours only where the
 * stream is a terminal and `NO_COLOR` is not set. A reader that leaves early is no error.
 */
import type { WriteStream } from "node:tty";
import picocolors from "picocolors";

export type Colours = ReturnType<typeof picocolors.createColors>;

export interface Terminal {
  /** Writes a result and a line feed. */
  print(text: string): void;
  /** Writes a result as it is. */
  write(text: string): void;
  /** Writes a message and a line feed to standard error. */
  tell(text: string): void;
  /** For text that is printed. */
  readonly colours: Colours;
  /** For text that is told. */
  readonly messageColours: Colours;
  /** Columns to lay text out in. */
  readonly width: number;
  /** Whether standard output is a terminal, where a person reads it. */
  readonly isTerminal: boolean;
  /** Whether standard error is a terminal, where progress can be drawn. */
  readonly interactive: boolean;
  /** Whether anyone still reads standard output. */
  readonly isOpen: () => boolean;
}

/** Columns where standard output is no terminal, and the most that are used where it is. */
const MAX_WIDTH = 100;

export function openTerminal(): Terminal {
  let open = true;
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    open = false;
  });
  process.stderr.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return {
    print(text) {
      if (open) process.stdout.write(`${text}\n`);
    },
    write(text) {
      if (open) process.stdout.write(text);
    },
    tell(text) {
      process.stderr.write(`${text}\n`);
    },
    colours: picocolors.createColors(wantsColour(process.stdout, process.env)),
    messageColours: picocolors.createColors(wantsColour(process.stderr, process.env)),
    width: widthOf(process.stdout),
    isTerminal: process.stdout.isTTY === true,
    interactive: process.stderr.isTTY === true,
    isOpen: () => open,
  };
}

/** A terminal that does not know its width says 0. */
function widthOf({ isTTY, columns }: WriteStream): number {
  return isTTY && columns > 0 ? Math.min(columns, MAX_WIDTH) : MAX_WIDTH;
}

export function wantsColour(stream: { readonly isTTY?: boolean }, env: Readonly<NodeJS.ProcessEnv>): boolean {
  const noColour = env.NO_COLOR;
  return stream.isTTY === true && (noColour === undefined || noColour === "") && env.TERM !== "dumb";
}
