/** The README's claims that a machine can check: its example, its commands and options, its library snippet. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { BUILTIN_PROFILE, readBytes } from "../src/index.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(join(root, "README.md"), "utf8");
const main = join(root, "dist/cli/main.js");
const help = (...args: string[]): string =>
  spawnSync(process.execPath, [main, ...args, "--help"], { encoding: "utf8" }).stdout;

const fenced = (language: string, holds: string): string => {
  const blocks = [...readme.matchAll(/```(\w*)\n(.*?)```/gs)].filter((block) => block[1] === language);
  const found = blocks.find((block) => block[2]?.includes(holds))?.[2];
  if (found === undefined) throw new Error(`the README has no ${language} block with ${holds}`);
  return found;
};

const scrap = new TextEncoder().encode(fenced("text", "Light the river path").replaceAll("→", "\t"));
const { reports } = readBytes(scrap, "scrap.txt", BUILTIN_PROFILE);

it("gives the rows of its example as the README shows them", () => {
  const shown = [...readme.matchAll(/^\| (\d) \| (\w+) \| ([\w;]+) \| (.+?) \| (\w+) \| (\d) \| (\S*) ?\|$/gm)].map(
    (row) => row.slice(1),
  );
  const rows = reports[0]?.deliverables.map((row) => [
    row.number,
    row.number_source,
    row.organisations.join(";"),
    row.title,
    row.rag,
    String(row.update_count),
    row.latest_update ?? "",
  ]);
  expect(shown).toEqual(rows);
});

it("gives the findings of its example in the README's words", () => {
  for (const line of fenced("text", "count-mismatch").trim().split("\n")) {
    const [severity, rule, , place, ...words] = line.split(/\s+/);
    const found = reports[0]?.findings.find((finding) => finding.rule === rule && String(finding.line_first) === place);
    expect([found?.severity, found?.message]).toEqual([severity, words.join(" ")]);
  }
});

it("names every command and option, and none that does not exist", () => {
  const commands = [...help().matchAll(/^ {2}(\w+) .*(?:\[|<)/gm)]
    .map((match) => match[1] ?? "")
    .filter((name) => name !== "help");
  const exist = new Set(commands.flatMap((name) => [...help(name).matchAll(/--[a-z-]+/g)].map((match) => match[0])));
  exist.delete("--help");
  for (const name of commands) expect(readme).toContain(`ragtally ${name}`);
  for (const option of exist) expect(readme, `${option} is not in the README`).toContain(`\`${option}`);
  const described = [...readme.matchAll(/^\| `(--[a-z-]+)/gm)].map((match) => match[1]);
  for (const option of described) expect(exist).toContain(option);
});

it("runs its library snippet as it stands", () => {
  const folder = mkdtempSync(join(tmpdir(), "ragtally-readme-"));
  try {
    writeFileSync(join(folder, "scrap.txt"), scrap);
    const snippet = fenced("ts", "ingest(")
      .replace('"ragtally"', JSON.stringify(join(root, "dist/index.js")))
      .replace("reports/", folder);
    writeFileSync(join(folder, "snippet.mjs"), snippet);
    const run = spawnSync(process.execPath, [join(folder, "snippet.mjs")], { encoding: "utf8" });
    expect([run.status, run.stderr]).toEqual([0, ""]);
    expect(run.stdout).toContain("green Reopen the Melford front counter on Saturdays");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
