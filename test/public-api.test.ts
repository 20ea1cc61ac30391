import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import * as api from "../src/index.js";

const BUILT = pathToFileURL(join(process.cwd(), "dist/index.js")).href;

describe("the public API", () => {
  it("has the names that a program needs, and no others", () => {
    expect(Object.keys(api).sort()).toEqual([
      "BUILTIN_PROFILE",
      "CorrectionsError",
      "DatasetError",
      "DispositionLedger",
      "DispositionsError",
      "InputError",
      "OutputError",
      "PdfError",
      "ProfileError",
      "VERSION",
      "ingest",
      "ingestDataset",
      "loadCorrections",
      "loadDispositions",
      "loadProfile",
      "readBytes",
      "readDataset",
      "readTables",
      "tracked",
      "writeDataset",
    ]);
  });

  it("is all that the package's exports let a program import", () => {
    const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as { exports: Record<string, unknown> };
    const modules = Object.entries(exports).filter(([path]) => path !== "./package.json");
    expect(modules).toEqual([[".", { types: "./dist/index.d.ts", default: "./dist/index.js" }]]);
  });

  it("is extended for the command line and the documentation by names that they use, and no others", () => {
    const users = [
      ...readdirSync("src/cli", { recursive: true, encoding: "utf8" }).map((path) => join("src/cli", path)),
      "docs/write.mjs",
    ].filter((path) => /\.(?:ts|mjs)$/.test(path));
    const used = new Set(users.flatMap((path) => namesIn(readFileSync(path, "utf8"), "import", /\/internal\.js$/)));
    const offered = namesIn(readFileSync("src/internal.ts", "utf8"), "export", /^\.\//);
    expect(offered.length).toBeGreaterThan(0);
    expect(offered.filter((name) => !used.has(name))).toEqual([]);
  });
});

/** The names in braces of a text's import or export statements from the modules that `from` matches. */
function namesIn(text: string, statement: "import" | "export", from: RegExp): string[] {
  const pattern = new RegExp(String.raw`\b${statement}\s+(?:type\s+)?\{([^}]*)\}\s*from\s*"([^"]+)"`, "g");
  return [...text.matchAll(pattern)].flatMap(([, names = "", module = ""]) => {
    if (!from.test(module)) return [];
    const each = names.split(",").map((name) => name.trim().replace(/^type\s+/, ""));
    return each.filter((name) => name !== "").map((name) => name.split(" as ")[statement === "import" ? 0 : 1] ?? name);
  });
}

describe("the built library", () => {
  it("prints nothing, reads no settings and ends by itself when a program reads reports with it", () => {
    const folder = mkdtempSync(join(tmpdir(), "ragtally-quiet-"));
    try {
      // A settings file in the working folder that a chatty dependency would read, and announce.
      writeFileSync(join(folder, ".env"), "RAGTALLY_LEAK=1\n");
      writeFileSync(
        join(folder, "program.mjs"),
        `import { ingest } from ${JSON.stringify(BUILT)};
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

  it("is what the package's name leads to", async () => {
    const built = (await import(BUILT)) as typeof api;
    const { resolve } = await import("node:module").then(({ createRequire }) => createRequire(import.meta.url));
    expect(pathToFileURL(resolve("ragtally")).href).toBe(BUILT);
    expect(Object.keys(built).sort()).toEqual(Object.keys(api).sort());
    expect(() => resolve("ragtally/dist/internal.js")).toThrow("not defined by");
  });
});
