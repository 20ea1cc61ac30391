/** The files that describe a dataset, written beside it when its own files are complete. */
import { createHash } from "node:crypto";
import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FileHashes } from "../file-hashes.js";
import { CITATION_FILE, citation } from "./citation.js";
import { dataPackage, PACKAGE_FILE } from "./data-package.js";
import { type Described, datasetReadme, README_FILE } from "./readme.js";

export const DESCRIPTION_FILES: readonly string[] = [PACKAGE_FILE, README_FILE, CITATION_FILE];

/** @param outputs the dataset's own files, in the folder @returns the hashes of the files that were written */
export async function writeDescriptions(
  folder: string,
  described: Described,
  outputs: FileHashes,
): Promise<FileHashes> {
  const files = await Promise.all(
    Object.entries(outputs).map(async ([name, hash]) => ({ name, hash, bytes: (await stat(join(folder, name))).size })),
  );
  const texts = {
    [PACKAGE_FILE]: dataPackage(described, files),
    [README_FILE]: datasetReadme(described),
    [CITATION_FILE]: citation(described.about),
  };
  const hashes: Record<string, string> = {};
  for (const [name, text] of Object.entries(texts)) {
    await writeFile(join(folder, name), text, { flag: "wx" });
    hashes[name] = createHash("sha256").update(text).digest("hex");
  }
  return hashes;
}
