/** Files, one at a time, to a folder that is replaced as a whole, or left as it was where anything fails. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { outputError } from "./output-error.js";
import { type FolderKind, stageFolder } from "./output-folder.js";

/** @param files names without folders, and contents @throws OutputError, and whatever `files` throws */
export async function writeFolder(
  out: string,
  kind: FolderKind,
  files: AsyncIterable<readonly [name: string, content: string | Uint8Array]>,
): Promise<void> {
  const folder = await stageFolder(out, kind);
  try {
    for await (const [name, content] of files) await writeFile(join(folder.path, name), content, { flag: "wx" });
    await folder.commit();
  } catch (error) {
    await folder.discard();
    throw outputError(error, out);
  }
}
