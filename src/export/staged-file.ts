/**
 * A file that is replaced completely or not at all. In: its path, and which files may be replaced. Out: a text file beside
 * it, moved into place at the end. Any other file at the path is refused with an `OutputError`.
 */
import { rename, rm } from "node:fs/promises";
import { outputError } from "./output-error.js";
import { type FileKind, refuseOtherFile } from "./refuse-other-file.js";
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
export async function stageFile(out: string, kind: FileKind): Promise<StagedFile> {
  await refuseOtherFile(out, kind);
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
