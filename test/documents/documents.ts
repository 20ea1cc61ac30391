/** The documents of the package and what the tests ask of them: their text, their code blocks and their tables. */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const COMMAND = join(ROOT, "dist/cli/main.js");

/** Paths of all documents that a user of the package has, with / separators. */
export const USER_DOCUMENTS: readonly string[] = [
  "README.md",
  "CHANGELOG.md",
  ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .map((path) => posix.join("docs", path.replaceAll("\\", "/")))
    .filter((path) => path.endsWith(".md"))
    .sort(),
];

/** Those that only a copy of the repository has. */
export const REPOSITORY_DOCUMENTS: readonly string[] = ["CONTRIBUTING.md", "ARCHITECTURE.md", "corpus/README.md"];

export const textOf = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/** The content of the first code block of that language that contains a text. */
export function codeBlock(path: string, language: string, contained: string): string {
  const blocks = [...textOf(path).matchAll(/^( *)```(\w*)\n(.*?)^ *```/gms)];
  const found = blocks.find((block) => block[2] === language && block[3]?.includes(contained));
  if (found === undefined) throw new Error(`${path} has no ${language} block with ${contained}`);
  return found[3] ?? "";
}

/** The code in the first cell of each row of a text's tables, their headings left out: "`--out <folder>`" is "--out <folder>". */
export function firstCells(text: string): string[] {
  return [...text.matchAll(/^\| `([^`]+)` \|(?!.*\n\| ---)/gm)].map((row) => row[1] ?? "");
}

/** The text under a heading of the second level, up to the next one. */
export function section(path: string, heading: string): string {
  const [, after] = textOf(path).split(`\n## ${heading}\n`);
  if (after === undefined) throw new Error(`${path} has no section ${heading}`);
  return after.split(/\n## /)[0] ?? "";
}
