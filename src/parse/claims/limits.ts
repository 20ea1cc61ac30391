/**
 * What a sentence states of a status by a limit alone: "Less than 1% of the deliverables are red", "Fewer than 5 actions
 * are amber". In: a paragraph of a header. Out: status, limit and figure; nothing where the words set a condition.
 */
import { hasDigit } from "../../language/characters.js";
import { anyOf } from "../../language/words.js";
import type { PrintedBound } from "../../model/printed.js";
import type { Profile } from "../../schema/profile.js";
import { RAGS } from "../../schema/values.js";
import { COUNTED } from "../counts/sentence-words.js";
import { statusReader } from "../status.js";
import { KEY_STATUSES } from "../status-patterns.js";
import { limitOf } from "./limit-words.js";

export type Bound = Omit<PrintedBound, "place">;
export type BoundReader = (paragraph: string) => Bound[];

/** Longest paragraph that is read, in characters. */
const LONGEST = 3000;
/** Words that make a limit a rule or an aim, or place it in another time. */
const CONDITION =
  /\b(?:if|when|where|unless|means?|defined|definition|rating|would|should|must|will|could|may|aim|target|each|any|by|last|previous(?:ly)?|since|compared|was|were)\b/i;

const readers = new WeakMap<Profile, BoundReader>();

export function boundReader(profile: Profile): BoundReader {
  let reader = readers.get(profile);
  if (reader === undefined) {
    reader = buildReader(profile);
    readers.set(profile, reader);
  }
  return reader;
}

function buildReader(profile: Profile): BoundReader {
  const status = statusReader(profile, KEY_STATUSES);
  const words = anyOf(RAGS.flatMap((rag) => profile.statuses[rag].words));
  const sentenceForm = new RegExp(
    `^(?<limit>(?:less|fewer|no more|more) than|under|at most|at least|over)\\s+(?<figure>\\d{1,4}(?:\\.\\d{1,2})?)(?<percent>\\s?%|\\s?per\\s?cent)?\\s+(?:of\\s+)?(?:(?:the|our|all)\\s+){0,2}(?:\\d{1,4}\\s+)?${COUNTED}\\s+(?:are|is)\\s+(?:currently\\s+)?(?:rated\\s+|now\\s+)?(?:as\\s+)?(?<status>${words})[.;]?$`,
    "iu",
  );
  return (paragraph) => {
    if (paragraph.length > LONGEST || !hasDigit(paragraph)) return [];
    return paragraph.split(/(?<=[.;!?])\s+(?=[\p{Lu}\d])/u).flatMap((sentence) => {
      if (CONDITION.test(sentence)) return [];
      const { limit, figure, percent, status: printed } = sentenceForm.exec(sentence.trim())?.groups ?? {};
      const rag = printed === undefined ? undefined : status.readLabel(printed)?.rag;
      if (rag === undefined) return [];
      const raw = sentence.trim().replace(/[.;]$/, "");
      return [{ rag, raw, limit: limitOf(limit), figure: Number(figure), isPercent: percent !== undefined }];
    });
  };
}
