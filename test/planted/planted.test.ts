/**
 * Misstatements planted in small reports, in several wordings and prints: each is found. The same reports without them, with figures
 * rounded or cut off, bounds and totals that leave rows out: none is accused.
 */
import { expect, it } from "vitest";
import { BUILTIN_PROFILE, readBytes } from "../../src/index.js";
import { type PlantedCase, plantedCases } from "./cases.mjs";

/** One case in this many is read, a different one for each name: all of them take minutes. */
const STEP = 5;
const CASES = plantedCases();
const NAMES = [...new Set(CASES.map(({ name }) => name))];

const chosen = (name: string): PlantedCase[] =>
  CASES.filter((one) => one.name === name).filter((_, at) => at % STEP === NAMES.indexOf(name) % STEP);

function errorsOf({ text, file }: PlantedCase): string[] {
  const { reports } = readBytes(Buffer.from(text), file, BUILTIN_PROFILE);
  expect(reports).toHaveLength(1);
  const errors = reports.flatMap(({ findings }) => findings.filter(({ severity }) => severity === "error"));
  return errors.map(({ rule, rag }) => `${rule} ${rag}`);
}

const planted = NAMES.filter((name) => CASES.some((one) => one.name === name && one.wants.length > 0));
const sound = NAMES.filter((name) => !planted.includes(name));

it.each(planted)("finds %s", (name) => {
  const missed = chosen(name).filter((one) => {
    const errors = errorsOf(one);
    return !one.wants.some((want) => errors.includes(want));
  });
  expect(missed.map(({ theme, print, wording }) => [theme, print, wording])).toEqual([]);
});

it.each(sound)("accuses no report of %s", (name) => {
  const accused = chosen(name).filter((one) => errorsOf(one).length > 0);
  expect(accused.map(({ theme, print, wording }) => [theme, print, wording])).toEqual([]);
});
