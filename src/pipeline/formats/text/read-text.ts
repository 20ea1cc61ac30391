/** The content of a text file to blocks, or to the reason why it is no text; and to its lines. */
import { withoutUnseen } from "../../../layout/lines.js";
import { blocksOfText } from "../../../layout/text-blocks.js";
import type { Profile } from "../../../schema/profile.js";
import { decodeText } from "../../../source/text.js";
import type { ContentResult } from "../input-format.js";
import { repairedWords } from "./repaired-words.js";

const LINE_END = /\r\n|\n|\r/;

/** Never throws because of what the content holds. */
export function readText(bytes: Uint8Array, profile: Profile): ContentResult {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const repairs = repairedWords(decoded.printed ?? decoded.text, withoutUnseen(decoded.text));
  return {
    ok: true,
    ...(repairs.length > 0 && { repairs }),
    blocks: blocksOfText(decoded.text, profile),
    pageCount: null,
    outcomeOf: (hasReports) =>
      hasReports
        ? { outcome: "parsed", message: null }
        : { outcome: "no-report", message: "the file is text, but no report was found in it" },
  };
}

/** No lines where the content is no text. */
export function linesOfText(bytes: Uint8Array): readonly string[] {
  const decoded = decodeText(bytes);
  return decoded.ok ? decoded.text.split(LINE_END) : [];
}
