import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";

/** Every import, export … from and dynamic import of a module, type imports included; group 1 is set for those. */
const SPECIFIER =
  /(?:^|[;}\n])\s*(?:import|export)\b(\s+type\b)?[^;"'`]*?\bfrom\s*["']([^"']+)["']|\bimport\s*\(?\s*["']([^"']+)["']/g;

interface Import {
  /** Path in src, such as "parse/context.ts". */
  readonly from: string;
  /** Path in src with its extension as compiled, or the package's name. */
  readonly to: string;
  readonly local: boolean;
  /** Whether it is gone when compiled. */
  readonly typeOnly: boolean;
}

const FILES = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"));

const IMPORTS: readonly Import[] = FILES.flatMap((from) => {
  const text = readFileSync(join("src", from), "utf8");
  return [...text.matchAll(SPECIFIER)].map((match) => {
    const specifier = match[2] ?? match[3] ?? "";
    const local = specifier.startsWith(".");
    return {
      from,
      to: local ? posix.join(dirname(from), specifier) : specifier,
      local,
      typeOnly: match[1] !== undefined,
    };
  });
});

const folderOf = (path: string): string => (path.includes("/") ? path.slice(0, path.indexOf("/")) : path);
const said = ({ from, to }: Import): string => `${from} imports ${to}`;

/** What each stage may import besides itself; a folder that is not listed fails the first test. */
const FOUNDATIONS = ["model", "language", "geometry", "schema"];
/** The files that name the stages in order: one for text and the run, one for each guarded piece of work on a PDF. */
const PIPELINE = /^pipeline\//;
const STAGES = ["source", "layout", "table", "parse", "normalise", "audit", "track", "export", "draw", "audit-page"];

describe("the import graph", () => {
  it("is read: it finds the pipeline's imports of its stages", () => {
    const targets = IMPORTS.filter(({ from }) => PIPELINE.test(from)).map(({ to }) => to);
    expect(targets).toEqual(
      expect.arrayContaining(["parse/parse-reports.js", "layout/text-blocks.js", "source/text.js"]),
    );
  });

  it("has no folder but the foundations, the stages and the faces", () => {
    const known = new Set([...FOUNDATIONS, ...STAGES, "pipeline", "cli", "index.ts"]);
    const unknown = FILES.map(folderOf).filter((folder) => !known.has(folder));
    expect([...new Set(unknown)]).toEqual([]);
  });

  it("lets a stage import the foundations and itself, and no other stage", () => {
    const wrong = IMPORTS.filter(({ from, to, local }) => {
      const stage = folderOf(from);
      return local && STAGES.includes(stage) && ![stage, ...FOUNDATIONS].includes(folderOf(to));
    });
    expect(wrong.map(said)).toEqual([]);
  });

  it("lets the foundations import each other only", () => {
    const wrong = IMPORTS.filter(
      ({ from, to, local }) => local && FOUNDATIONS.includes(folderOf(from)) && !FOUNDATIONS.includes(folderOf(to)),
    );
    expect(wrong.map(said)).toEqual([]);
  });

  it("lets the command line import the public API and itself alone", () => {
    const wrong = IMPORTS.filter(
      ({ from, to, local }) => local && folderOf(from) === "cli" && folderOf(to) !== "cli" && to !== "index.js",
    );
    expect(wrong.map(said)).toEqual([]);
  });

  it("lets the public API only pass on what others define", () => {
    const text = readFileSync("src/index.ts", "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
    const statements = text.split(";").filter((statement) => statement.trim() !== "");
    expect(statements.filter((statement) => !/^\s*export\s[^=]*\bfrom\s*"\.\/[^"]+"$/.test(statement))).toEqual([]);
  });

  it("composes stages in the pipeline alone", () => {
    const composers = new Set(
      IMPORTS.filter(
        ({ from, to, local }) =>
          local && STAGES.includes(folderOf(to)) && folderOf(to) !== folderOf(from) && from !== "index.ts",
      ).map(({ from }) => from),
    );
    expect([...composers].filter((file) => !PIPELINE.test(file))).toEqual([]);
    expect([...composers]).toContain("pipeline/worker/read-text.ts");
  });

  it("does input and output in source, export and the faces alone", () => {
    const io = /^(?:node:)?(?:fs|fs\/promises|child_process|http|https|net|worker_threads)$/;
    const wrong = IMPORTS.filter(
      ({ from, to }) => io.test(to) && !["source", "export", "cli"].includes(folderOf(from)),
    );
    expect(wrong.map(said)).toEqual([]);
  });

  it("imports natural by its parts, never by its root", () => {
    const natural = IMPORTS.filter(({ to }) => to === "natural" || to.startsWith("natural/"));
    expect(natural.length).toBeGreaterThan(0);
    expect(natural.filter(({ to }) => !to.startsWith("natural/lib/natural/")).map(said)).toEqual([]);
  });

  it("has no circle of modules that wait for each other", () => {
    const targets = new Map(FILES.map((file) => [file, new Set<string>()]));
    for (const { from, to, local, typeOnly } of IMPORTS)
      if (local && !typeOnly) targets.get(from)?.add(to.replace(/\.js$/, ".ts"));
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(" > "));
      if (done.has(file) || path.includes(file)) return;
      for (const next of targets.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of FILES) visit(file, []);
    expect(circles).toEqual([]);
  });
});

describe("the built library", () => {
  it("prints nothing, reads no settings and ends by itself when a program reads reports with it", () => {
    const folder = mkdtempSync(join(tmpdir(), "ragtally-quiet-"));
    try {
      // A settings file in the working folder that a chatty dependency would read, and announce.
      writeFileSync(join(folder, ".env"), "RAGTALLY_LEAK=1\n");
      writeFileSync(
        join(folder, "program.mjs"),
        `import { ingest } from ${JSON.stringify(pathToFileURL(join(process.cwd(), "dist/index.js")).href)};
         let reports = 0;
         for await (const result of ingest([${JSON.stringify(join(process.cwd(), "corpus"))}])) reports += result.reports.length;
         process.exitCode = reports > 0 && process.env.RAGTALLY_LEAK === undefined ? 0 : 9;`,
      );
      const { status, stdout, stderr } = spawnSync(process.execPath, ["program.mjs"], {
        cwd: folder,
        encoding: "utf8",
      });
      expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("is what its package names as its entry", () => {
    const main = "import('./dist/index.js').then((api) => console.log(typeof api.ingest, typeof api.readBytes))";
    expect(execFileSync(process.execPath, ["-e", main], { encoding: "utf8" }).trim()).toBe("function function");
  });
});
