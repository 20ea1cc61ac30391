/**
 * The import graph of src. In: the text of each module. Out: which module or package each one refers to, type imports and modules
 * that run in a worker or a process of their own included, and the cycles of the graph.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";

export interface Import {
  /** Path in src, such as "parse/context.ts". */
  readonly from: string;
  /** Path in src, or the package's name. */
  readonly to: string;
  readonly local: boolean;
}

/** In the order of the alternatives: import or export … from; import for effect, dynamic import or import type; a worker's module. */
const REFERENCE = new RegExp(
  [
    /(?:^|[;}\n])\s*(?:import|export)\b[^;"'`]*?\bfrom\s*["']([^"']+)["']/,
    /\bimport\s*\(?\s*["']([^"']+)["']/,
    /\bnew\s+URL\s*\(\s*["'](\.[^"']+\.js)["']\s*,\s*import\.meta\.url/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "g",
);

/** What a module's text refers to, in the order in which it does. */
export function referencesIn(text: string): string[] {
  return [...text.matchAll(REFERENCE)].flatMap(([, from, direct, worker]) => from ?? direct ?? worker ?? []);
}

export const FILES: readonly string[] = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"));

export const IMPORTS: readonly Import[] = FILES.flatMap((from) =>
  referencesIn(readFileSync(join("src", from), "utf8")).map((specifier) => {
    const local = specifier.startsWith(".");
    const to = local ? posix.join(dirname(from), specifier).replace(/\.js$/, ".ts") : specifier;
    return { from, to, local };
  }),
);

/** The first folder of a path in src; the file itself where it is in none. */
export const folderOf = (path: string): string => (path.includes("/") ? path.slice(0, path.indexOf("/")) : path);

/** Each cycle as "a.ts > b.ts > a.ts"; of cycles that share modules, at least one. */
export function cyclesOf(imports: readonly Import[]): string[] {
  const targets = new Map<string, Set<string>>();
  for (const { from, to, local } of imports) if (local) targets.set(from, (targets.get(from) ?? new Set()).add(to));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(" > "));
    if (done.has(file) || path.includes(file)) return;
    for (const next of targets.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of targets.keys()) visit(file, []);
  return cycles;
}
