/** Settings of the tests, and how much of the parser and of the tables' reading they must run. */
import { defineConfig } from "vitest/config";

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
    coverage: {
      provider: "v8",
      include: ["src/parse/**", "src/table/**"],
      reporter: ["text-summary", "html"],
      thresholds: { "src/parse/**": FLOORS, "src/table/**": FLOORS },
    },
  },
});
