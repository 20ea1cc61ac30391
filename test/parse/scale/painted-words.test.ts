/** Words that a report paints in another colour than the built-in scale has for them. */
import { describe, expect, it } from "vitest";
import { reportOf } from "../read-text.js";

const badge = (title: string, status: string, colour: string) =>
  `<details><summary><h3>${title}</h3> <span style="background:${colour}">${status}</span></summary><p><strong>Lead:</strong> Parks</p><p>May 2024: Some of it is there.</p></details>`;

const page = (...entries: string[]) =>
  reportOf(
    "<!DOCTYPE html>",
    "<html><body><h1>Woodland Strategy 2022 to 2026</h1>",
    "<p>Progress to May 2024: 1 finished, 1 on schedule, 2 behind schedule.</p>",
    ...entries,
    "</body></html>",
  );

describe("a word that is always painted in another colour", () => {
  const agreeing = [badge("Plant oaks", "Finished", "#2f6fc1"), badge("Fell larches", "On schedule", "#3fa34d")];
  const late = [
    badge("Mend the wall", "Behind schedule", "#ffbf00"),
    badge("Dig a pond", "Behind schedule", "#ffbf00"),
  ];

  it("means its paint where the paint agrees with other words, in the rows and in the counts", () => {
    const report = page(...agreeing, ...late);
    expect(report?.deliverables.map(({ rag }) => rag)).toEqual(["blue", "green", "amber", "amber"]);
    expect(report?.stated_counts.find(({ label }) => /behind/i.test(label))?.rag).toBe("amber");
  });

  it("keeps its meaning, with its paint beside it, where it is painted so once", () => {
    const report = page(...agreeing, ...late.slice(1));
    expect(report?.deliverables.map(({ rag, rag_colour }) => [rag, rag_colour]).at(-1)).toEqual(["red", "amber"]);
  });

  it("keeps its meaning where it is painted in several colours", () => {
    const report = page(...agreeing, ...late, badge("Count newts", "Behind schedule", "#d7263d"));
    expect(report?.deliverables.map(({ rag }) => rag).slice(2)).toEqual(["red", "red", "red"]);
  });

  it("keeps its meaning where paint agrees with no other words", () => {
    const report = page(...late);
    expect(report?.deliverables.map(({ rag }) => rag)).toEqual(["red", "red"]);
  });
});
