/**
 * The overall rating and the rule that it follows from: "The overall rating is therefore good". In: a line of a header. Out:
 * the rating as printed, or the line where it states the rule; null for any other line.
 */
import { anyOf, plainForm } from "../../language/words.js";
import type { Profile } from "../../schema/profile.js";
import { RAGS } from "../../schema/values.js";

/** Characters read after the rating's name: "for the quarter is judged to be very good." */
const REACH = 120;
/** Characters of a line that are read. */
const LONGEST = 2000;
const FILLER =
  "(?:therefore|currently|now|still|again|judged|rated|assessed|considered|deemed|graded|to\\s+be|as|at|being)";
const VALUE = "[\"“'‘]?(\\p{L}[\\p{L} /'’-]{1,40}?)[\"”'’]?\\s*(?:$|[.;,(])";
/** Words that no rating begins with. */
const NO_RATING =
  /^(?:is|was|are|an?|the|of|on|in|by|to|not|based|due|calculated|determined|defined|derived|shown|given|set|below|above|which|that|from|for|see|tbc|unchanged|confidential)\b/i;
const ABOUT_REPORT = /\b(?:overall|theme|plan|as a whole|performance)\b/i;
const BASIS =
  /\b(?:rat(?:ed|ing)|judged|very good|good)\b.{0,300}\b(?:\d{1,3}\s?%|at least|or more|more than|fewer than|less than|no red)/i;
const MOST_WORDS = 3;

export interface RatingReader {
  rating(line: string): string | null;
  /** The line itself, where it defines how the rating follows from the counts. */
  basis(line: string): string | null;
}

export function ratingReader(profile: Profile): RatingReader {
  const known = new Set(
    [...profile.head.rating_values, ...RAGS.flatMap((rag) => profile.statuses[rag].words)].map(plainForm),
  );
  const subject = new RegExp(`\\b(?:${anyOf(profile.head.rating)})\\b`, "iu");
  const statement = new RegExp(
    `^(?:\\s+(?:for|of|in)\\s+(?:[\\p{L}\\d]+\\s+){1,5}?(?=is\\b|was\\b))?\\s*(?:(?<colon>[:=–—-])|(?<verb>is|was|are|has\\s+been|remains)\\b)?\\s*(?:${FILLER}\\s+){0,4}${VALUE}`,
    "iu",
  );
  const rated = new RegExp(
    `\\b(?:rated|assessed as|judged|considered)\\s+(?:overall\\s+)?(?:to be\\s+|as\\s+)?["“'‘]?(${anyOf(profile.head.rating_values)})\\b["”'’]?(?:\\s+overall)?\\s*(?:$|[.;,(])`,
    "iu",
  );

  const stated = (line: string): string | null => {
    const name = subject.exec(line);
    if (name === null) return null;
    const after = line.slice(name.index + name[0].length, name.index + name[0].length + REACH);
    const match = statement.exec(after);
    const value = match?.[3]?.trim();
    if (match === null || value === undefined) return null;
    if (known.has(plainForm(value))) return value;
    if (NO_RATING.test(value) || value.split(/\s+/).length > MOST_WORDS) return null;
    if (match.groups?.colon !== undefined) return value;
    // After a verb an unknown word need not be a judgement: "is improving", "was discussed".
    const judged = /rating|assessment|judge?ment|grade|score/i.test(name[0]);
    return match.groups?.verb !== undefined && judged && !/(?:ed|ing)$/i.test(value) ? value : null;
  };

  return {
    rating(printed) {
      const line = printed.slice(0, LONGEST);
      return stated(line) ?? (ABOUT_REPORT.test(line) ? (rated.exec(line)?.[1] ?? null) : null);
    },
    basis: (line) => (line.length <= LONGEST && BASIS.test(line) ? line : null),
  };
}
