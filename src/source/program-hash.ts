/** A hash of the built program. Cached results count only if the same program made them. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const cached = new Map<string, Promise<string>>();

/**
 * Covers the name and content of all modules, the version of Node, and the package versions that the manifest pins.
 * @param parts folders and modules, if the result depends on these alone and on packages that are known otherwise
 */
export function programHash(parts: readonly string[] = []): Promise<string> {
  const key = parts.join("\0");
  const known = cached.get(key) ?? computeHash(parts);
  cached.set(key, known);
  return known;
}

async function computeHash(parts: readonly string[]): Promise<string> {
  const all = (await readdir(ROOT, { recursive: true })).map((name) => name.replaceAll("\\", "/"));
  const isPart = (name: string): boolean => parts.length === 0 || parts.some((part) => name.startsWith(part));
  const names = all.filter((name) => name.endsWith(".js") && isPart(name)).sort();
  const hash = createHash("sha256").update(process.version);
  if (parts.length === 0) hash.update(await readFile(join(ROOT, "../package.json")));
  for (const name of names) hash.update(`\0${name}\0`).update(await readFile(join(ROOT, name)));
  return hash.digest("hex");
}
