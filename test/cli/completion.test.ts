/** Completion scripts: bash completes with the one for it, and each names every command and its options. */
import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { MAIN } from "./run-command.js";

const script = (shell: string): string =>
  execFileSync(process.execPath, [MAIN, "completion", shell], { encoding: "utf8" });

it("lets bash complete commands, options and their values", () => {
  const inBash = script("bash");
  const complete = (line: string): string[] => {
    const words = line.split(" ");
    const test = `${inBash}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}; _ragtally; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return execFileSync("bash", ["-c", test], { encoding: "utf8" })
      .split("\n")
      .filter((word) => word !== "");
  };
  expect(complete("ragtally co")).toEqual(["compare", "correct", "completion"]);
  expect(complete("ragtally correct --re")).toEqual(["--report", "--replace", "--remove"]);
  expect(complete("ragtally correct --field num")).toEqual(["number"]);
  expect(complete("ragtally audit --fail-on w")).toEqual(["warning"]);
  expect(complete("ragtally completion z")).toEqual(["zsh"]);
  expect(complete("ragtally shard m")).toEqual(["merge"]);
  expect(complete("ragtally shard merge")).toEqual(["merge"]);
  expect(complete("ragtally shard plan --shard-")).toEqual(["--shard-files", "--shard-size"]);
  expect(complete("ragtally shard merge store --fail-on w")).toEqual(["warning"]);
  expect(complete("ragtally merge --ou")).toEqual(["--out"]);
});

it.each(["bash", "zsh", "fish"])("has every command and option in the script for %s", (shell) => {
  const help = execFileSync(process.execPath, [MAIN, "ingest", "--help"], { encoding: "utf8" });
  const text = script(shell);
  for (const [, option = ""] of help.matchAll(/^ {2}--([a-z-]+)/gm)) expect(text).toContain(option);
  for (const command of ["ingest", "review", "dispose", "cache", "shard merge"]) expect(text).toContain(command);
  expect(text).toContain("shard-files");
});
