/** The documents' relative links: each leads to a file, and of the package's documents to one that the package has. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { REPOSITORY_DOCUMENTS, ROOT, textOf, USER_DOCUMENTS } from "./documents.js";

interface Link {
  /** Path from the root of the repository. */
  readonly path: string;
  readonly anchor: string | null;
}

/** Links and pictures; those to other hosts are left out. */
function linksOf(document: string): Link[] {
  const prose = textOf(document).replace(/^ *```.*?^ *```/gms, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? "")
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [file = "", anchor = null] = target.split("#");
      return { path: file === "" ? document : posix.join(posix.dirname(document), file), anchor };
    });
}

/** The anchors that GitHub and npm give to headings. */
function anchorsOf(document: string): string[] {
  return [...textOf(document).matchAll(/^#+ (.+)$/gm)].map((heading) =>
    (heading[1] ?? "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

const packed = (): string[] => {
  const text = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  const [{ files }] = JSON.parse(text) as [{ readonly files: readonly { readonly path: string }[] }];
  return files.map(({ path }) => path);
};

describe("relative links", () => {
  it.each([...USER_DOCUMENTS, ...REPOSITORY_DOCUMENTS])("of %s lead to files and headings that exist", (document) => {
    for (const { path, anchor } of linksOf(document)) {
      expect(existsSync(posix.join(ROOT, path)), `${document} links to ${path}`).toBe(true);
      if (anchor !== null) expect(anchorsOf(path), `${document} links to ${path}#${anchor}`).toContain(anchor);
    }
  });

  it("of the package's documents lead to files of the package", () => {
    const files = new Set(packed());
    const targets = USER_DOCUMENTS.flatMap((document) => linksOf(document).map(({ path }) => path));
    expect(targets.length).toBeGreaterThan(USER_DOCUMENTS.length);
    expect([...new Set([...USER_DOCUMENTS, ...targets])].filter((path) => !files.has(path))).toEqual([]);
  });

  it("reach every document of the package from the README", () => {
    const reached = new Set<string>();
    const visit = (document: string): void => {
      if (reached.has(document) || !document.endsWith(".md")) return;
      reached.add(document);
      for (const { path } of linksOf(document)) visit(path);
    };
    visit("README.md");
    expect(USER_DOCUMENTS.filter((document) => !reached.has(document))).toEqual([]);
  });
});
