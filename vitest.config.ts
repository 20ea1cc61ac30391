/** Settings of the tests, and how much of the parser and of the tables' reading they must run. */
import { defineConfig } from "vitest/config";

/** Folders whose tests only call functions: they change nothing of their process, so that files can share one, and its modules. */
const CALLS_ONLY = [
  "audit",
  "draw",
  "geometry",
  "language",
  "layout",
  "model",
  "normalise",
  "parse",
  "profile",
  "schema",
  "table",
  "track",
].map((folder) => `test/${folder}/**/*.test.ts`);

/** Percent. What runs in processes of its own is not counted. */
const FLOORS = { lines: 90, branches: 85 };

export default defineConfig({
  test: {
    // Half of the time goes to processes that the tests start: a worker for each core keeps two cores busy.
    maxWorkers: "100%",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What a browser or a process is waited for takes longer where both cores are busy.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      { extends: true, test: { name: "functions", include: CALLS_ONLY, isolate: false } },
      { extends: true, test: { name: "processes", include: ["test/**/*.test.ts"], exclude: CALLS_ONLY } },
    ],
    coverage: {
      provider: "v8",
      include: ["src/parse/**", "src/table/**"],
      reporter: ["text-summary", "html"],
      thresholds: { "src/parse/**": FLOORS, "src/table/**": FLOORS },
    },
  },
});
