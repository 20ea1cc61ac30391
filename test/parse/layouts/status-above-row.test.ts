/** A status alone on the line above a row, in tables that have lost their cells. */
import { expect, it } from "vitest";
import type { Block, RowBlock } from "../../../src/model/block.js";
import { rowGrammar } from "../../../src/parse/layouts/row-grammar.js";
import { statusAboveRow } from "../../../src/parse/layouts/status-above-row.js";
import { Organisations } from "../../../src/parse/organisation.js";
import { statusReader } from "../../../src/parse/status.js";
import { headingGrammar } from "../../../src/parse/update-heading.js";
import { BUILTIN_PROFILE } from "../../../src/schema/builtin-profile.js";

const PLACE = { page: null, bbox: null, lineFirst: 1, lineLast: 1 };
const grammar = rowGrammar({
  status: statusReader(BUILTIN_PROFILE),
  update: headingGrammar(BUILTIN_PROFILE),
  organisations: new Organisations(BUILTIN_PROFILE),
});
const KINDS = ["label", "title", "status"] as const;

const line = (text: string): Block => ({
  kind: "line",
  text,
  indent: 0,
  gapBefore: false,
  pageStart: false,
  place: PLACE,
});
const row = (...texts: string[]): RowBlock => ({
  kind: "row",
  cells: texts.map((text) => ({ text })),
  borders: "loose",
  gapBefore: false,
  pageStart: false,
  place: PLACE,
});
const OPEN = row("1", "Open a hub", "");
const RATED = row("1", "Open a hub", "Red");
const around = (above: Block | undefined, rest: readonly string[], first: RowBlock | undefined) =>
  statusAboveRow({ above, rest: rest.map(line), first }, KINDS, grammar);
const statusOf = (found: RowBlock | undefined) => found?.cells[2]?.text;

it("is that of the row that begins right below the headings", () => {
  const found = around(RATED, ["Green"], OPEN);
  expect(statusOf(found?.first)).toBe("Green");
  expect(found?.first?.isDoubtful).toBeUndefined();
});

it("is in doubt there where the row above has none either", () => {
  expect(around(OPEN, ["Green"], OPEN)?.first).toMatchObject({ isDoubtful: true });
});

it("is that of the row above where other lines are between, or the first row has one", () => {
  expect(statusOf(around(OPEN, ["rest of an update", "Green"], OPEN)?.above)).toBe("Green");
  expect(statusOf(around(OPEN, ["Green"], RATED)?.above)).toBe("Green");
});

it("is no row's where neither is without one, or the line is no status", () => {
  expect(around(RATED, ["Green"], RATED)).toBeNull();
  expect(around(OPEN, ["Green spaces"], OPEN)).toBeNull();
});
