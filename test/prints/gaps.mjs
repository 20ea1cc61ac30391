/**
 * The cases that are not read well yet, a list that may only shrink. In: known-gaps.txt, a line each: variant | print | themes | why.
 * Out: the list by variant and print. As a program, after a build, it takes out what is read well now:
 *   node test/prints/gaps.mjs
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { printedCases } from "./cases.mjs";
import { faultsOf, holds } from "./faults.mjs";

const LIST = new URL("known-gaps.txt", import.meta.url);

/** Each variant in so many themes: enough to show what depends on the words, few enough for a test. */
export const THEMES_TESTED = 2;

/** The lines of the list; `themes` are the names of those that fail. */
export const knownGaps = () =>
  readFileSync(LIST, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [variant, print, themes, why] = line.split(" | ");
      return { variant, print, themes: themes.split(", "), why };
    });

async function shrink() {
  const { readBytes, BUILTIN_PROFILE } = await import("../../dist/index.js");
  const fails = new Set();
  for (const printed of printedCases(THEMES_TESTED)) {
    const { reports } = readBytes(Buffer.from(printed.text), printed.file, BUILTIN_PROFILE);
    if (!holds(printed, faultsOf(printed, reports)))
      fails.add(`${printed.variant} | ${printed.print} | ${printed.theme}`);
  }
  const kept = knownGaps().flatMap(({ variant, print, themes, why }) => {
    const left = themes.filter((theme) => fails.has(`${variant} | ${print} | ${theme}`));
    return left.length === 0 ? [] : [`${variant} | ${print} | ${left.join(", ")} | ${why}`];
  });
  writeFileSync(LIST, `${kept.join("\n")}\n`);
  console.log(`${kept.length} lines left`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await shrink();
