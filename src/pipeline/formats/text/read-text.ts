/** The content of a text file to blocks, or to the reason why it is no text; and to its lines. */
import { withoutUnseen } from "../../../layout/lines.js";
import { blocksOfText } from "../../../layout/text-blocks.js";
import type { Profile } from "../../../schema/profile.js";
import { decodeText } from "../../../source/text.js";
import type { ContentResult, ReadContent } from "../input-format.js";
import { repairedWords } from "./repaired-words.js";

const LINE_END = /\r\n|\n|\r/;

/** Never throws because of what the content holds. */
export function readText(bytes: Uint8Array, profile: Profile): ContentResult {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  return contentOfText(decoded.text, profile, { what: "text", printed: decoded.printed ?? decoded.text });
}

/** @param source what the text is of, and how it was before it was repaired */
export function contentOfText(
  text: string,
  profile: Profile,
  { what, printed = text }: { readonly what: string; readonly printed?: string },
): ReadContent {
  const repairs = repairedWords(printed, withoutUnseen(text));
  return {
    ok: true,
    ...(repairs.length > 0 && { repairs }),
    blocks: blocksOfText(text, profile),
    pageCount: null,
    outcomeOf: (hasReports) =>
      hasReports
        ? { outcome: "parsed", message: null }
        : { outcome: "no-report", message: `the file is ${what}, but no report was found in it` },
  };
}

/** No lines where the content is no text. */
export function linesOfText(bytes: Uint8Array): readonly string[] {
  const decoded = decodeText(bytes);
  return decoded.ok ? decoded.text.split(LINE_END) : [];
}
