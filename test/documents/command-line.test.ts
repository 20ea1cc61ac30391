/** The commands and options in the documents, compared with the program's help. */
import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { EXIT } from "../../src/cli/exit.js";
import { COMMAND, firstCells, section, textOf, USER_DOCUMENTS } from "./documents.js";

const PAGE = "docs/command-line.md";

const help = (...args: string[]): string =>
  spawnSync(process.execPath, [COMMAND, ...args, "--help"], { encoding: "utf8" }).stdout;
const longNames = (text: string): string[] => [...text.matchAll(/--[a-z][a-z-]*/g)].map((match) => match[0]);
/** Each option's name once, without the one that every command has. */
const optionsIn = (text: string): string[] => [...new Set(longNames(text))].filter((name) => name !== "--help").sort();

/** Examples may come after the list. */
const commandsIn = (text: string): string[] =>
  [...(text.split("\nCommands:\n")[1]?.split("\n\n")[0] ?? "").matchAll(/^ {2}([a-z]+) /gm)]
    .map((match) => match[1] ?? "")
    .filter((name) => name !== "help");
const COMMANDS = commandsIn(help());
/** Options that begin a line of the help, with those of its parts; those that an explanation mentions belong to other commands. */
function optionsOf(...command: string[]): string[] {
  const text = help(...command);
  const own = [...text.matchAll(/^ {2}(--[a-z-]+)/gm)].map((match) => match[1] ?? "");
  const ofParts = commandsIn(text).flatMap((part) => optionsOf(...command, part));
  return optionsIn([...own, ...ofParts].join(" "));
}
const OPTIONS = new Map(COMMANDS.map((name) => [name, optionsOf(name)]));

/** Places in a text that name a command, with the rest of their line or code span. */
function uses(text: string): { readonly name: string; readonly rest: string }[] {
  const joined = text.replaceAll("\\\n", " ");
  return [...joined.matchAll(/(?:^ {4}|`)ragtally ([a-z]+)([^\n`]*)/gm)].map((match) => ({
    name: match[1] ?? "",
    rest: match[2] ?? "",
  }));
}

describe("the page on the command line", () => {
  it("finds the commands and their options in the help", () => {
    expect(COMMANDS).toContain("ingest");
    expect(OPTIONS.get("ingest")).toContain("--no-cache");
  });

  it("lists every command, and no other", () => {
    const listed = [...textOf(PAGE).matchAll(/^\| \[`ragtally (\w+)`\]/gm)].map((match) => match[1]);
    expect(listed.sort()).toEqual([...COMMANDS].sort());
  });

  it.each(COMMANDS)("describes every option of %s, and no other", (name) => {
    const described = firstCells(section(PAGE, `ragtally ${name}`)).flatMap((cell) => longNames(cell));
    expect(described.sort()).toEqual(OPTIONS.get(name));
  });

  it("lists the exit codes of the program", () => {
    const listed = [...section(PAGE, "Exit codes").matchAll(/^\| (\d+) \|/gm)].map((row) => Number(row[1]));
    expect(listed).toEqual(Object.values(EXIT));
  });
});

it.each(USER_DOCUMENTS)("%s uses only commands and options that exist", (path) => {
  for (const { name, rest } of uses(textOf(path))) {
    expect(COMMANDS, `${path}: ragtally ${name}`).toContain(name);
    for (const option of optionsIn(rest))
      expect(OPTIONS.get(name), `${path}: ragtally ${name}${rest}`).toContain(option);
  }
});
