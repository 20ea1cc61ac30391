/** Labels that white space alone separates from their values. */
import { expect, it } from "vitest";
import type { Block } from "../../../src/model/block.js";
import { labelsAlone, spacedLabels } from "../../../src/parse/layouts/spaced-labels.js";
import type { ColumnRole } from "../../../src/schema/profile.js";

const ROLES = new Map<string, ColumnRole>([
  ["status", "status"],
  ["owner", "organisation"],
  ["progress", "update"],
]);
const blocks = (lines: readonly string[]): Block[] =>
  lines.map((text) => ({
    kind: "line",
    text,
    indent: 0,
    gapBefore: false,
    pageStart: false,
    place: { page: null, bbox: null, lineFirst: 1, lineLast: 1 },
  }));
const spaced = (...lines: string[]) => [...spacedLabels(blocks(lines), ROLES)].sort();

const CARD = ["Status   Complete", "Owner   Parks"];

it("are labels that come again, one below another", () => {
  expect(spaced("Open a hub", ...CARD, "Hire a nurse", ...CARD)).toEqual(["owner", "status"]);
});

it("are none where they are printed once, or where one of them alone is", () => {
  expect(spaced("Open a hub", ...CARD)).toEqual([]);
  expect(spaced("Status   Complete", "Open a hub", "Status   Late")).toEqual([]);
});

it("are none where a line holds headings, one beside another", () => {
  expect(spaced("Status   Owner", "Owner   Status", "Status   Owner", "Owner   Status")).toEqual([]);
});

it("are labels of updates alone on their lines, where several cards have them", () => {
  const alone = (...lines: string[]) => [...labelsAlone(blocks(lines), ROLES)];
  expect(alone("Progress", "The hub is open.", "Progress", "An advert is out.")).toEqual(["progress"]);
  expect(alone("Progress", "The hub is open.")).toEqual([]);
  expect(alone("Owner", "Parks", "Owner", "Parks")).toEqual([]);
});
