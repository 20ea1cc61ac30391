/**
 * Whether a file may be replaced. In: its path, and what files of its kind have at their start or end. Out: nothing where there is no file,
 * an empty one or one of that kind; an `OutputError` for anything else, so that no file of a person and no device is lost.
 */
import { open, stat } from "node:fs/promises";
import { OutputError } from "./output-error.js";

export interface FileKind {
  /** In latin1. */
  readonly mark: string;
  readonly isAtEnd?: boolean;
  /** What is said of a file of another kind: "was not written by …". */
  readonly otherwise: string;
  /** A name that such a file may have. */
  readonly example: string;
}

/** @throws OutputError */
export async function refuseOtherFile(out: string, kind: FileKind): Promise<void> {
  const stats = await stat(out).catch(() => null);
  if (stats === null) return;
  if (stats.isDirectory()) throw new OutputError(`${out} is a folder; name a file to write, such as ${kind.example}`);
  if (!stats.isFile()) throw new OutputError(`${out} is no plain file; choose another name`);
  if (stats.size === 0) return;
  const found = await markOf(out, kind, stats.size).catch(() => {
    throw new OutputError(`${out} is there and cannot be read; choose another name`);
  });
  if (found !== kind.mark) throw new OutputError(`${out} is there and ${kind.otherwise}; choose another name`);
}

async function markOf(out: string, { mark, isAtEnd = false }: FileKind, size: number): Promise<string> {
  const length = Math.min(mark.length, size);
  const handle = await open(out);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, isAtEnd ? size - length : 0);
    return buffer.toString("latin1", 0, bytesRead);
  } finally {
    await handle.close();
  }
}
