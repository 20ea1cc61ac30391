/**
 * A list of complex functions that may only shrink. In: the functions of `src` in the working folder with a cognitive complexity
 * above 15, as Biome counts it, and the list of those that are known. Out: exit code 1 and a line for each function that is new, rose
 * or fell.
 *
 * Usage: node test/lint/complexity.mjs [--list FILE] [--renew]
 * --renew writes the list again, as after a rename or a function made simpler; it refuses a list that has grown.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const BIOME = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
const CONFIG = fileURLToPath(new URL("complexity.biome.json", import.meta.url));
const LIST = fileURLToPath(new URL("complexity.json", import.meta.url));
const RULE = "lint/complexity/noExcessiveCognitiveComplexity";
const RENEW = "run `node test/lint/complexity.mjs --renew`";

const { values } = parseArgs({ options: { list: { type: "string", default: LIST }, renew: { type: "boolean" } } });
const known = new Map(Object.entries(JSON.parse(readFileSync(values.list, "utf8"))));
const found = complexFunctions();

if (values.renew) renew();
else check();

/** Complexity by "path: name"; a function without a name of its own bears that of the declaration around it. */
function complexFunctions() {
  const args = ["lint", `--config-path=${CONFIG}`, "--max-diagnostics=none", "--reporter=json", "src"];
  const { diagnostics } = JSON.parse(
    execFileSync(process.execPath, [BIOME, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
  );
  const complex = diagnostics
    .filter(({ category }) => category === RULE)
    .map(({ location, message }) => ({
      name: `${location.path}: ${nameAt(location)}`,
      value: Number(/\d+/.exec(message)[0]),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : b.value - a.value));
  const byName = new Map();
  for (const { name, value } of complex) {
    let nth = 1;
    while (byName.has(nth === 1 ? name : `${name} (${nth})`)) nth += 1;
    byName.set(nth === 1 ? name : `${name} (${nth})`, value);
  }
  return byName;
}

function nameAt({ path, start, end }) {
  const lines = readFileSync(path, "utf8").split("\n");
  const text = (lines[start.line - 1] ?? "").slice(
    start.column - 1,
    start.line === end.line ? end.column - 1 : undefined,
  );
  if (/^#?[\w$]+$/.test(text)) return text;
  const declaration = /^(?:export )?(?:default )?(?:async )?(?:function\*?|const|class) ([\w$]+)/;
  for (let line = start.line - 1; line >= 0; line -= 1) {
    const name = declaration.exec(lines[line] ?? "")?.[1];
    if (name !== undefined) return `in ${name}`;
  }
  return "at the top";
}

function check() {
  const faults = [];
  for (const [name, value] of found) {
    const before = known.get(name);
    if (before === undefined) faults.push(`${name} has complexity ${value}, above 15: make it simpler`);
    else if (value > before) faults.push(`${name} rose from ${before} to ${value}: make it simpler`);
    else if (value < before) faults.push(`${name} fell from ${before} to ${value}: ${RENEW}`);
  }
  for (const name of known.keys()) if (!found.has(name)) faults.push(`${name} is no longer above 15: ${RENEW}`);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  else console.log(`functions with a cognitive complexity above 15: ${known.size}, all of them listed`);
}

/** The list may not grow: neither in length nor, in order of size, in any value. */
function renew() {
  const sizes = (functions) => [...functions.values()].sort((a, b) => b - a);
  const before = sizes(known);
  const at = sizes(found).findIndex((value, index) => value > (before[index] ?? 0));
  if (at >= 0) {
    console.error("the list would grow; make these simpler first:");
    check();
    return;
  }
  writeFileSync(values.list, `${JSON.stringify(Object.fromEntries(found), null, 2)}\n`);
  console.log(`functions in the list: ${found.size}, before: ${known.size}`);
}
