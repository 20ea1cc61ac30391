import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { RULES, reasonsDocument, ruleDocument, ruleIndex } from "../../src/internal.js";

const read = (name: string): string => readFileSync(`docs/rules/${name}`, "utf8");

it("has an up-to-date page for each rule and no other (`npm run docs` writes them)", () => {
  const names = [...RULES.map(({ id }) => `${id}.md`), "README.md"];
  expect(readdirSync("docs/rules").sort()).toEqual(names.sort());
  for (const rule of RULES) expect(read(`${rule.id}.md`)).toBe(ruleDocument(rule));
  expect(read("README.md")).toBe(ruleIndex(RULES));
});

it("has an up-to-date page on the reasons in the dataset", () => {
  expect(readFileSync("docs/reasons.md", "utf8")).toBe(reasonsDocument());
});
