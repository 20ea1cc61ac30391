/** A hash of the built program. Cached results count only if the same program made them. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

let cached: Promise<string> | null = null;

/** Covers the name and content of all modules, the version of Node, and the package versions that the manifest pins. */
export function programHash(): Promise<string> {
  cached ??= computeHash();
  return cached;
}

async function computeHash(): Promise<string> {
  const names = (await readdir(ROOT, { recursive: true })).filter((name) => name.endsWith(".js")).sort();
  const hash = createHash("sha256").update(process.version);
  hash.update(await readFile(join(ROOT, "../package.json")));
  for (const name of names) hash.update(`\0${name}\0`).update(await readFile(join(ROOT, name)));
  return hash.digest("hex");
}
