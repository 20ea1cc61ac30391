/** One table printed in seven ways, in variants: whoever understands the table gives the same rows for every print of it. */
import { describe, expect, it } from "vitest";
import { BUILTIN_PROFILE, readBytes } from "../../src/index.js";
import type { Deliverable, Report } from "../../src/schema/dataset.js";
import { type PrintedCase, printedCases } from "./cases.mjs";
import { faultsOf, holds, isSilent } from "./faults.mjs";
import { knownGaps, THEMES_TESTED } from "./gaps.mjs";

const cases = printedCases(THEMES_TESTED);
const variants = [...new Set(cases.map(({ variant }) => variant))];
const prints = [...new Set(cases.map(({ print }) => print))];
const gaps = knownGaps();
const nameOf = ({ variant, print, theme }: Pick<PrintedCase, "variant" | "print" | "theme">): string =>
  `${variant} | ${print} | ${theme}`;
const known = new Set(gaps.flatMap((gap) => gap.themes.map((theme) => nameOf({ ...gap, theme }))));

const faultsIn = (printed: PrintedCase) =>
  faultsOf(printed, readBytes(Buffer.from(printed.text), printed.file, BUILTIN_PROFILE).reports);

describe("the printed tables", () => {
  it("are many variants in seven prints", () => {
    expect(variants.length).toBeGreaterThan(60);
    expect(prints).toHaveLength(7);
    expect(new Set(cases.map(nameOf)).size).toBe(variants.length * prints.length * THEMES_TESTED);
  });

  it("have gaps that say why, each once, and no gap that is not a case", () => {
    const names = new Set(cases.map(nameOf));
    expect([...known].filter((name) => !names.has(name))).toEqual([]);
    expect(gaps.filter(({ why }) => (why ?? "") === "")).toEqual([]);
    expect(new Set(gaps.map(({ variant, print }) => `${variant} | ${print}`)).size).toBe(gaps.length);
  });

  it.each(variants)("give one answer in every print: %s", (variant) => {
    const read = cases
      .filter((printed) => printed.variant === variant)
      .map((printed) => ({ printed, faults: faultsIn(printed) }));
    const failed = read.filter(({ printed, faults }) => !holds(printed, faults));
    const unknown = failed.filter(({ printed }) => !known.has(nameOf(printed)));
    expect(unknown.map(({ printed, faults }) => [nameOf(printed), ...faults.map(({ text }) => text)])).toEqual([]);
    const closed = read.filter(({ printed, faults }) => holds(printed, faults) && known.has(nameOf(printed)));
    const advice = "read well now; build and run `node test/prints/gaps.mjs`";
    expect(
      closed.map(({ printed }) => nameOf(printed)),
      advice,
    ).toEqual([]);
  });
});

describe("the comparison with the truth", () => {
  const rows = [{ number: "1", organisations: ["HR"], title: "Plant an orchard", rag: ["green"], updates: [] }];
  const read = (changes: Partial<Deliverable>): Report[] => [
    {
      deliverables: [
        {
          number: "1",
          organisations: ["HR"],
          title: "Plant an orchard",
          rag: "green",
          updates: [],
          review_reasons: [],
          ...changes,
        },
      ],
      findings: [],
      stated_counts: [],
    } as unknown as Report,
  ];

  it.each<[string, Report[], readonly string[], boolean, boolean]>([
    ["a right row", read({}), [], true, true],
    ["a row lost", [], ["lost"], false, false],
    ["a null", read({ rag: null }), ["null"], false, true],
    ["a wrong value", read({ title: "Plant an orchard HR" }), ["wrong"], false, false],
    ["a wrong value in doubt", read({ rag: "red", review_reasons: ["status-doubtful"] }), ["wrong"], false, true],
    ["a row too many", [...read({}), ...read({})], ["extra"], false, false],
  ])("sees %s", (_, reports, kinds, certain, doubtful) => {
    const faults = faultsOf({ rows }, reports);
    expect(faults.map(({ kind }) => kind)).toEqual(kinds);
    expect([holds({ doubt: false }, faults), holds({ doubt: true }, faults)]).toEqual([certain, doubtful]);
  });

  it("calls a wrong value silent where the row has no review reason", () => {
    const silent = (changes: Partial<Deliverable>) => faultsOf({ rows }, read(changes)).some(isSilent);
    expect([
      silent({ rag: "red" }),
      silent({ rag: "red", review_reasons: ["status-doubtful"] }),
      silent({ rag: null }),
    ]).toEqual([true, false, false]);
  });
});
