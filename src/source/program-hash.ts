/** The program as it is built, as one hash: a result kept by another program is no result of this one. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

let known: Promise<string> | null = null;

/** Of all modules by name and content, of Node by version, and of the packages by the versions that the manifest pins. */
export function programHash(): Promise<string> {
  known ??= computed();
  return known;
}

async function computed(): Promise<string> {
  const names = (await readdir(ROOT, { recursive: true })).filter((name) => name.endsWith(".js")).sort();
  const hash = createHash("sha256").update(process.version);
  hash.update(await readFile(join(ROOT, "../package.json")));
  for (const name of names) hash.update(`\0${name}\0`).update(await readFile(join(ROOT, name)));
  return hash.digest("hex");
}
