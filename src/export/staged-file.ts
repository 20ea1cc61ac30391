/**
 * A file that is replaced completely or not at all. In: its path, and how a file that may be replaced begins. Out: a text file beside
 * it, moved into place at the end. Any other file at the path is refused with an `OutputError`.
 */
import { open, rename, rm, stat } from "node:fs/promises";
import { OutputError, outputError } from "./output-error.js";
import { besideOf } from "./replace-file.js";
import { createTextFile, type Text } from "./text-file.js";

export interface StagedFile {
  /** @throws OutputError */
  write(text: Text): Promise<void>;
  /** Moves the file into place. */
  commit(): Promise<void>;
  discard(): Promise<void>;
}

/** @throws OutputError */
export async function stageFile(out: string, start: string): Promise<StagedFile> {
  await refuseOther(out, start);
  const beside = `${besideOf(out)}.part`;
  const file = await createTextFile(beside).catch((error: unknown) => {
    throw outputError(error, out);
  });
  const discard = async (): Promise<void> => {
    await file.close().catch(() => undefined);
    await rm(beside, { force: true });
  };
  return {
    write: (text) =>
      file.write(text).catch((error: unknown) => {
        throw outputError(error, out);
      }),
    async commit() {
      try {
        await file.close();
        await rename(beside, out);
      } catch (error) {
        await discard();
        throw outputError(error, out);
      }
    },
    discard,
  };
}

async function refuseOther(out: string, start: string): Promise<void> {
  const stats = await stat(out).catch(() => null);
  if (stats === null) return;
  if (stats.isDirectory()) throw new OutputError(`${out} is a folder; name a file to write, such as audit.html`);
  if (!stats.isFile()) throw new OutputError(`${out} is no plain file; choose another name`);
  if (stats.size === 0) return;
  const handle = await open(out);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(start.length), 0, start.length, 0);
    if (buffer.toString("latin1", 0, bytesRead) === start) return;
  } finally {
    await handle.close();
  }
  throw new OutputError(`${out} is there and was not written by \`ragtally audit\`; choose another name`);
}
