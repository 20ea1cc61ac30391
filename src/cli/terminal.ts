/**
 * The output of a command: results go to standard output, progress and messages to standard error. Colours are used only
 * if the stream is a terminal and `NO_COLOR` is not set. It is not an error if the reader closes standard output early.
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
  /** For text on standard output. */
  readonly colours: Colours;
  /** For text on standard error. */
  readonly messageColours: Colours;
  /** Width for text, in columns. */
  readonly width: number;
  /** Whether standard output is a terminal, where a person reads it. */
  readonly isTerminal: boolean;
  /** Whether standard error is a terminal, on which progress can be drawn. */
  readonly interactive: boolean;
  /** Whether anyone still reads standard output. */
  readonly isOpen: () => boolean;
}

/** Width if standard output is not a terminal, and the maximum if it is. */
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

/** A terminal of unknown width reports 0 columns. */
function widthOf({ isTTY, columns }: WriteStream): number {
  return isTTY && columns > 0 ? Math.min(columns, MAX_WIDTH) : MAX_WIDTH;
}

export function wantsColour(stream: { readonly isTTY?: boolean }, env: Readonly<NodeJS.ProcessEnv>): boolean {
  const noColour = env.NO_COLOR;
  return stream.isTTY === true && (noColour === undefined || noColour === "") && env.TERM !== "dumb";
}
