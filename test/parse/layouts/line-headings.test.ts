/** Lines tried as column headings: what is far too long to be any is passed over. */
import { expect, it } from "vitest";
import { BUILTIN_PROFILE, readBytes } from "../../../src/index.js";

const GIANT_LINE_WORDS = 200_000;

it("reads a file whose line has more words than any call may have arguments", () => {
  const text = `No    Lead    Deliverable    RAG\n${"word   ".repeat(GIANT_LINE_WORDS)}\n`;
  const { file, reports } = readBytes(Buffer.from(text), "made.txt", BUILTIN_PROFILE);
  expect(file.outcome).toBe("no-report");
  expect(reports).toEqual([]);
});
