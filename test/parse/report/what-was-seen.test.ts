import { describe, expect, it } from "vitest";
import { BUILTIN_PROFILE, readBytes } from "../../../src/index.js";

const messageOf = (...lines: string[]): string | null => {
  const { file, reports } = readBytes(Buffer.from(lines.join("\n")), "a.txt", BUILTIN_PROFILE);
  expect(reports).toEqual([]);
  return file.message;
};

describe("the message of a file without a report", () => {
  it("says where counts of statuses were seen", () => {
    expect(
      messageOf(
        "Inspection actions: where we are",
        "",
        "- Red 'late' = 2",
        "- Amber 'on the way' = 44",
        "- Green 'done' = 26",
      ),
    ).toMatch(/no report was found in it; counts of statuses were seen on line \d, but not what they count$/);
  });

  it("says where a table's statuses were seen", () => {
    expect(
      messageOf(
        "Sites",
        "",
        "| Site | RAG |",
        "|---|---|",
        "| Hale | Green |",
        "| Osney | Amber |",
        "| Melford | Red |",
      ),
    ).toMatch(/statuses were seen in a table on line 5, but no list of things to be done with them$/);
  });

  it("says no more of prose", () => {
    expect(messageOf("The green was mown and the red kites came back.", "", "Nobody was late.")).toBe(
      "the file is text, but no report was found in it",
    );
  });
});
