/** Lists with labels on lines of their own, where nothing sets the entries apart. */
import { expect, it } from "vitest";
import { blocksOfText } from "../../../src/layout/text-blocks.js";
import { recordLists } from "../../../src/parse/layouts/record-lists.js";
import { BUILTIN_PROFILE } from "../../../src/schema/builtin-profile.js";

const tableOf = (...lines: string[]) =>
  recordLists
    .tables(blocksOfText(lines.join("\n"), BUILTIN_PROFILE), BUILTIN_PROFILE)
    .flatMap(({ blocks }) =>
      blocks.map((block) => (block.kind === "row" ? block.cells.map(({ text }) => text) : block.text)),
    );

it("begins an entry at its row label, and keeps the page's own lines out of its values", () => {
  const found = tableOf(
    ...["Harbour Climate Tracker", "H1.1 Mend the sea wall", "Progress", "Completed", "Lead", "Engineering"],
    ...["What has been done?", "Stone was laid", "H1.2 Plant the dunes", "Progress", "Planning", "Lead"],
    ...["Page 1", "Parks", "What has been done?", "Seed was bought"],
  );
  expect(found).toEqual([
    ["", "Progress", "Lead", "What has been done?", ""],
    ["H1.1 Mend the sea wall", "Completed", "Engineering", "Stone was laid", ""],
    ["H1.2 Plant the dunes", "Planning", "Parks", "Seed was bought", ""],
    "Page 1",
  ]);
});

it("takes one line for a title that has neither a label nor space above it", () => {
  const found = tableOf(
    ...["Mend the sea wall", "Progress", "Completed", "Lead", "Engineering", "What has been done?", "Stone was laid"],
    ...["Plant the dunes", "Progress", "Planning", "Lead", "Parks", "What has been done?", "Seed was bought"],
  );
  expect(found.slice(1).map((row) => row[0])).toEqual(["Mend the sea wall", "Plant the dunes"]);
});

it("takes a status below its label for no label, though such a word may head a column", () => {
  const found = tableOf(
    ...["Mend the sea wall", "Rating", "Complete", "Lead", "Engineering"],
    ...["Plant the dunes", "Rating", "On track", "Lead", "Parks"],
  );
  expect(found.slice(1).map((row) => row.slice(0, 3))).toEqual([
    ["Mend the sea wall", "Complete", "Engineering"],
    ["Plant the dunes", "On track", "Parks"],
  ]);
});

it("keeps the last entry's labels that the entry before it has not, but others have", () => {
  const entry = (title: string, lead: string, progress?: string) => [
    ...[title, "Lead", lead, ...(progress === undefined ? [] : ["Progress", progress])],
  ];
  const found = tableOf(
    ...[...entry("H1.1 Mend the wall", "Works", "Completed"), ...entry("H1.2 Plant the dunes", "Parks", "Planning")],
    ...[...entry("H1.3 Oil the lock", "Parks"), ...entry("H1.4 Paint the crane", "Port", "Delayed")],
  );
  expect(found.slice(1).map((row) => row.slice(0, 3))).toEqual([
    ["H1.1 Mend the wall", "Works", "Completed"],
    ["H1.2 Plant the dunes", "Parks", "Planning"],
    ["H1.3 Oil the lock", "Parks", ""],
    ["H1.4 Paint the crane", "Port", "Delayed"],
  ]);
});
