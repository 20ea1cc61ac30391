// Writes a page for each rule of the audit, their list, and a page on the reasons of the dataset, beside this file. Run by `npm run docs`, after a build.
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { RULES, reasonsDocument, ruleDocument, ruleIndex } from "../dist/internal.js";

const folder = new URL("./rules/", import.meta.url);
for (const name of readdirSync(folder)) if (name.endsWith(".md")) rmSync(new URL(name, folder));
for (const rule of RULES) writeFileSync(new URL(`${rule.id}.md`, folder), ruleDocument(rule));
writeFileSync(new URL("README.md", folder), ruleIndex(RULES));
writeFileSync(new URL("reasons.md", import.meta.url), reasonsDocument());
