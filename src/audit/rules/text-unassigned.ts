/** In: the report's residue. Out: a finding for each piece of text that no field took for a reason nobody knows. */
import type { Residue } from "../../schema/dataset.js";
import { defineRule, type Fact } from "../define-rule.js";
import { example } from "../example.js";
import { rowsOf } from "../example-rows.js";
import { placeName, quote } from "../phrases.js";

interface TextFact extends Fact {
  readonly residue: Residue;
}

export const textUnassigned = defineRule<TextFact>({
  id: "text-unassigned",
  severity: "info",
  title: "Text that no field took",
  explanation: {
    meaning:
      "A piece of text stands inside the report and is neither a row, an update, a count, a heading nor furniture.",
    importance: "It may be a remark that qualifies the figures, or part of a row that was not recognised.",
    remedy: "Read it in the source. If it belongs to a row, the layout was misread: report it with the file.",
  },
  passing: example({ rows: rowsOf("GA") }),
  failing: example({ rows: rowsOf("GA"), unassigned: ["See also annex C."] }),
  find: ({ report }) =>
    report.residue
      .filter((residue) => residue.reason === "unassigned")
      .map((residue) => ({ about: residue, residue, actual: residue.text })),
  message: ({ residue }) => `The text ${quote(residue.text)} on ${placeName(residue)} was taken by no field.`,
});
