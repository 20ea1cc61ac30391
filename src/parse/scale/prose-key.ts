/**
 * A status key in a sentence: "Blue is used for complete, green for on track and red for late", "Green means on course, amber means
 * slipping". In: the sentence. Out: its colours with what each of them means; none where it names fewer than two colours so.
 */
import { RAGS, STATUSES } from "../../schema/statuses.js";

interface ColourMeaning {
  readonly label: string;
  readonly meaning: string;
}

/** Colours that make a key: one alone may be of anything. */
const FEWEST = 2;
/** Characters of a meaning; longer text is no name of a status. */
const LONGEST = 40;
const COLOURS = RAGS.flatMap((rag) => STATUSES[rag].colourNames).filter((name) => /^\p{L}+$/u.test(name));
/** What says that a colour has a meaning. */
const VERB =
  "(?:(?:is|are)\\s+(?:used\\s+)?for|(?:is\\s+)?used\\s+for|for|means?|meaning|indicates?|denotes?|shows?|represents?|stands?\\s+for)";
/** A colour at the start of a clause, what it means, and the end of the clause. */
const CLAUSE = new RegExp(
  `(?:^|[,;:(]\\s*(?:and\\s+)?|\\b(?:and|are|is|with|use|uses)\\s+)(${COLOURS.join("|")})\\s+${VERB}\\s+([^,;:.()]{2,${LONGEST}}?)(?=\\s*(?:[,;:.()]|$|\\band\\b))`,
  "giu",
);
/** A quick test that most lines fail. */
const namesColours = (text: string): boolean => {
  const lower = text.toLowerCase();
  return COLOURS.filter((name) => lower.includes(name)).length >= FEWEST;
};

export function definitionsInProse(text: string): ColourMeaning[] {
  if (!namesColours(text)) return [];
  const found = [...text.matchAll(CLAUSE)].map(([, label = "", meaning = ""]) => ({ label, meaning: meaning.trim() }));
  // "Red for a reason" names no status.
  if (found.some(({ meaning }) => /^(?:an?|the|all|none|any|both)\s/iu.test(meaning))) return [];
  const colours = new Set(found.map(({ label }) => label.toLowerCase()));
  return colours.size >= FEWEST && colours.size === found.length ? found : [];
}
