/** In: the report's residue. Out: a finding for each piece of text that could not be assigned to any field or known reason. */
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
  title: "Text that belongs to no field",
  needs: [],
  explanation: {
    meaning:
      "A piece of text inside the report was not recognised as part of a row, an update, a count, a heading or page furniture.",
    importance: "It may qualify the figures, or be part of a row that was not recognised.",
    remedy: "Read it in the source. If it belongs to a row, the layout was misread: report the problem with the file.",
  },
  passing: example({ rows: rowsOf("GA") }),
  failing: example({ rows: rowsOf("GA"), unassigned: ["See also annex C."] }),
  find: ({ report }) =>
    report.residue
      .filter((residue) => residue.reason === "unassigned")
      .map((residue) => ({ about: residue, residue, actual: residue.text })),
  message: ({ residue }) => `The text ${quote(residue.text)} on ${placeName(residue)} was taken by no field.`,
});
