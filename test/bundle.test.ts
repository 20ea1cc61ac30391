import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";

const ROOT = new URL("..", import.meta.url);
/** How a module names another that a process or thread starts with. */
const STARTED = /new URL\("\.[^"]*?([\w-]+\.js)", import\.meta\.url\)/g;
const LEADS_TO_BUNDLE = /^export \* from "(?:\.\.\/)+bundle\/[\w-]+\.js";$/m;

const read = (path: string): string => readFileSync(new URL(path, ROOT), "utf8");
const started = globSync("src/**/*.ts", { cwd: ROOT }).flatMap((path) =>
  [...read(path).matchAll(STARTED)].map(([, name = ""]) => name),
);

test.each([...new Set(started), "main.js"])("processes that start with %s run the bundle", (name) => {
  const places = globSync([`dist/**/${name}`, "!dist/bundle/**"], { cwd: ROOT });
  expect(places.filter((place) => LEADS_TO_BUNDLE.test(read(place)))).toHaveLength(1);
});
