import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { BUILTIN_PROFILE, readBytes } from "../../src/index.js";
import { printedCases } from "../prints/cases.mjs";
import { patternCosts } from "./pattern-counter.js";

const corpus = fileURLToPath(new URL("../../corpus/", import.meta.url));
const samples = readdirSync(corpus)
  .filter((name) => /^(?!README).*\.(?:txt|md|html)$/.test(name))
  .map((name) => readFileSync(`${corpus}${name}`));
/** Cases of the first variants, each printed in all ways. */
const FEW = 42;
const prints = printedCases(1)
  .slice(0, FEW)
  .map(({ text }) => Buffer.from(text));

const readAll = (texts: readonly Buffer[]): void => {
  for (const text of texts) readBytes(text, "a.txt", BUILTIN_PROFILE);
};

const scannedPerCharacter = (texts: readonly Buffer[]): number => {
  readAll(texts);
  return patternCosts(() => readAll(texts)).scanned / texts.reduce((sum, { length }) => sum + length, 0);
};

/** What was reached, and a little more: who exceeds it looks at the same text too often, or scans it for what a letter tells. */
const LIMITS = { samples: 43, prints: 49 };

describe("the cost of patterns", () => {
  it("counts the characters that patterns look at, and the patterns that are compiled", () => {
    const letter = ["c"].join("");
    const costs = patternCosts(() => {
      /b/.test("aabaa");
      /^b/.test("aabaa");
      new RegExp(letter).test("aa");
    });
    expect(costs).toEqual({ scanned: 3 + 1 + 2, compiled: 1 });
  });

  it("patterns look at a character of a sample report a limited number of times", () => {
    expect(scannedPerCharacter(samples)).toBeLessThan(LIMITS.samples);
  });

  it("patterns look at a character of a small printed table a limited number of times", () => {
    expect(scannedPerCharacter(prints)).toBeLessThan(LIMITS.prints);
  });

  it("no pattern is compiled for a report whose like was read before", () => {
    readAll(samples);
    expect(patternCosts(() => readAll(samples)).compiled).toBe(0);
  });
});
