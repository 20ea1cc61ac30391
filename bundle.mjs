/**
 * Makes the built program start quickly: loading its hundreds of modules takes longer than reading a small report. In: dist/ as the
 * compiler wrote it. Out: dist/bundle/ with the same code in few files, and, in place of each module that a process or thread starts
 * with, one that leads there. The library (dist/index.js) and its types stay as they are. Run by `npm run build`.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const DIST = fileURLToPath(new URL("dist", import.meta.url));
const COMMAND = "cli/main.js";
/** How the program names a module that a process or thread of its own starts with. */
const STARTED = /\bnew URL\("(\.[^"]+\.js)", import\.meta\.url\)/g;

const pathIn = (name) => join(DIST, name);
const modules = readdirSync(DIST, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".js"));

/** Modules that start something, as paths in dist. */
function entryModules() {
  const found = new Set([COMMAND]);
  for (const name of modules)
    for (const [, path] of readFileSync(pathIn(name), "utf8").matchAll(STARTED))
      found.add(posix.join(dirname(name), path));
  return [...found].sort();
}

/** Path in dist. */
const placeOf = (path) => posix.relative(DIST.replaceAll("\\", "/"), path.replaceAll("\\", "/"));
/** A module that loads its neighbour before a package, for its effect: in a bundle all packages are loaded first. */
const NEEDS_ORDER = /^import "\.\/[^"]+";$/m;

const asBefore = {
  name: "as-before",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ path, resolveDir }) => {
      const found = join(resolveDir, path);
      return NEEDS_ORDER.test(readFileSync(found, "utf8")) ? { path: `../${placeOf(found)}`, external: true } : null;
    });
    // A module finds its neighbours where it was before it was bundled.
    onLoad({ filter: /\.js$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      if (!text.includes("import.meta.url")) return null;
      return { contents: text.replaceAll("import.meta.url", `new URL("../${placeOf(path)}", import.meta.url).href`) };
    });
  },
};

const nameOf = (entry) => entry.replace(/\.js$/, "").replaceAll("/", "-");
const entries = entryModules();
await build({
  entryPoints: Object.fromEntries(entries.map((entry) => [nameOf(entry), pathIn(entry)])),
  outdir: pathIn("bundle"),
  chunkNames: "[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  logLevel: "warning",
  plugins: [asBefore],
});
for (const entry of entries) {
  const target = posix.join(posix.relative(dirname(entry), "."), "bundle", `${nameOf(entry)}.js`);
  const first = entry === COMMAND ? "#!/usr/bin/env node\n" : "";
  writeFileSync(pathIn(entry), `${first}export * from "${target}";\n`);
}
