import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createNotes } from "../../src/cli/progress.js";
import type { Terminal } from "../../src/cli/terminal.js";
import { makeFile } from "../export/reports.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("says every half minute how far a run is where no bar can be shown, and nothing after its end", () => {
  const told: string[] = [];
  const notes = createNotes({ tell: (text) => told.push(text) } as Pick<Terminal, "tell"> as Terminal);
  notes.start(40);
  vi.advanceTimersByTime(29_000);
  expect(told).toEqual([]);
  for (let at = 0; at < 10; at += 1) notes.step({ file: makeFile(`f${at}`, 1) });
  vi.advanceTimersByTime(1000);
  expect(told).toEqual(["ragtally: 10 of 40 files read, about 90 s left"]);
  notes.stop();
  vi.advanceTimersByTime(90_000);
  expect(told).toHaveLength(1);
});
