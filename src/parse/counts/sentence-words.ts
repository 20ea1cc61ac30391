/**
 * The words by which a sentence shows what its numbers count: what reports list, a base, a part, a comparison, another count. In:
 * nothing. Out: patterns.
 */
import { NUMBER, NUMBER_WORDS } from "./figures.js";

const NOUNS =
  "deliverables?|actions?|milestones?|objectives?|commitments?|activities|tasks|measures?|projects?|priorities|items?|recommendations?|outcomes?|pledges?|targets|areas?(?=\\s+for\\s+improvement)";
/** Source of a pattern for what reports count. */
export const COUNTED = `(?:${NOUNS})`;
export const IS_COUNTED = new RegExp(`^${COUNTED}$`, "iu");
export const PART =
  "(?:remaining|outstanding|open|live|other|others|new|rest|started|incomplete|overdue|late|delayed|current|in\\s+progress|under\\s+way|underway|ongoing|not\\s+yet)";
/** A base of its own: the counts after it are of a part, not of all. "9 of these (60%) are on track" counts all. */
export const OF_WHICH = /\bof\s+(?:which|whom|(?:these|those|them)(?!\s*(?:\d|\(|(?:is|are|was|were|have)\b)))\b/iu;
/** A pattern, and a word without which it matches nowhere: a quick test that most sentences fail. */
export interface GuardedPattern {
  readonly form: RegExp;
  readonly needs: Pick<RegExp, "test">;
}

const IS_LISTED = new RegExp(COUNTED, "iu");
/** "12 open and recently closed recommendations": words that say that all are meant. */
const BOTH_KINDS = "(?:\\s+(?:\\p{L}+\\s+){1,2}and(?:\\s+\\p{L}+){1,2})?";
/** Before "on" and a base: what is done for all, where "focused on 3 actions" is about a part of them. */
const ON_ALL = "(?:(?:report|update|work|act|deliver|lead)s?|(?:report|updat|work|act|deliver|lead)ing|progress)";
/** What all counts of a sentence are out of. */
export const BASES: readonly GuardedPattern[] = [
  {
    needs: IS_LISTED,
    form: `\\b(?<total>${NUMBER})\\s+(?:\\p{L}+\\s+){0,2}${COUNTED}(?:\\s+\\p{L}+){0,6}?\\s?,?\\s+of\\s+(?:which|these|those|them)\\b`,
  },
  {
    needs: IS_LISTED,
    form: `\\b(?:(?:out\\s+)?of|all|total\\s+of|there\\s+(?:are|were)|(?:has|have|had|lists?|contains?|with))\\s+(?:(?:now|of|the|our|all|these|its|a\\s+total\\s+of)\\s+){0,2}(?<total>${NUMBER})${BOTH_KINDS}(?=\\s+(?:\\p{L}+\\s+){0,2}${COUNTED}\\b)`,
  },
  {
    needs: /total/i,
    form: `\\btotal(?:\\s+(?:number\\s+)?(?:of\\s+)?${COUNTED})?(?:\\s+of)?\\s*[:=]?\\s*(?<total>${NUMBER})(?![\\d%]|[.,]\\d)`,
  },
  { needs: IS_LISTED, form: `^(?<total>${NUMBER})\\s+(?:\\p{L}+\\s+){0,2}${COUNTED}\\s*[:–—]` },
  // "7 actions are open (1 green, 2 amber, 4 red)".
  {
    needs: { test: (text: string) => text.includes("(") },
    form: `\\b(?<total>${NUMBER})\\s+(?:\\p{L}+\\s+){0,2}${COUNTED}(?:\\s+\\p{L}+){0,6}?(?=\\s*\\(\\s?${NUMBER}\\s+\\p{L}[^()]{0,200},[^()]{0,200}\\))`,
  },
  {
    needs: IS_LISTED,
    form: `\\b(?:${ON_ALL}\\s+on|covers?|comprises?|includes?|tracks?|monitors?)\\s+(?:(?:the|our|all)\\s+)?(?<total>${NUMBER})(?=\\s+(?:\\p{L}+\\s+)?${COUNTED}[.:]?$)`,
  },
  // "2 green, 3 amber, 2 red (7 in total)".
  {
    needs: /in total|altogether/i,
    form: `\\(\\s?(?<total>${NUMBER})\\s+(?:${COUNTED}\\s+)?(?:in\\s+total|altogether)\\s?\\)`,
  },
  { needs: /out/i, form: `\\bout\\s+of\\s+(?:a\\s+total\\s+of\\s+)?(?<total>${NUMBER})[.;]?$` },
].map(({ needs, form }) => ({ needs, form: new RegExp(form, "giu") }));

export const HAS_NUMBER = new RegExp(`\\d|(?<!\\p{L})${NUMBER_WORDS}`, "iu");
/** "All 8 actions are green": the base is the count. */
export const ALL = /^all\b/i;

/** What compares a count with another time's, or adds to those before: it is left out, and the count stays. */
export const OMITTED: readonly GuardedPattern[] = [
  // "Two years on": how long, and not how many.
  {
    needs: { test: (text) => ["year", "month", "week", "day"].some((word) => text.includes(word)) },
    form: new RegExp(
      `(?<!\\p{L})${NUMBER}(?=\\s(?:calendar\\s|working\\s)?(?:years?|months?|weeks?|days?)(?!\\p{L}))`,
      "giu",
    ),
  },
  {
    needs: /\(/,
    form: /\([^()]{0,80}\b(?:fewer|more|less|up|down|from|last|previous(?:ly)?|before|compared|no change|unchanged|same|increase|decrease|was|were)\b[^()]{0,80}\)/giu,
  },
  {
    needs: /compared|from|an?\s|than|against/i,
    form: /,?\s(?:as\s)?(?:compared\s(?:with|to)|(?:up|down)\sfrom|an?\s(?:increase|decrease|rise|fall)\s(?:of|from|on)|(?:one|two|\d{1,3})\s(?:more|fewer)\sthan|against)\s(?:(?!and\b)[^,;.()]){0,80}/giu,
  },
  // "With a further 5 (26%) on track": the words do not change what is counted.
  {
    needs: /further|other|remaining/i,
    form: /\b(?:a further|another|the remaining|the other)(?=\s(?:\d|\p{L}+\s\())/giu,
  },
];
/** Words that make a number something else than how many have a status now. */
export const OTHER_COUNT =
  /\b(?:from|moved|turned|became|becomes|improved|changed|previous(?:ly)?|last|since|compared|earlier|should|would|could|must|if|when|where|each|at least|at most|more than|less than|fewer than|over|under|up to|about|around|nearly|almost|or more|or fewer|or less|another|further)\b/i;
/** Right before a status: it is denied, or one of several. */
export const NEGATED = /\b(?:not|never|neither|nor|without|or)\s*['‘’"“]*$/i;
/** "have completed the training": a verb, and no status. */
export const VERB_OBJECT = /^\s(?:the|a|an|their|its|his|her|this|these|all|of)\s/i;
/** Who or what is counted where it is not what reports list: "74 of the 122 practitioners". */
export const OTHERS =
  /^(?:people|children|staff|men|women|officers|crews|(?!(?:is|was|has|as|this|these|those|plus|status)$)\p{L}{3,}s)$/iu;

/** Between a status and its share after it. */
export const BEFORE_SHARE = new RegExp(`^\\s?(?:${COUNTED}\\s?)?[([]\\s?$`, "iu");
/** Words that may be between a status and its count after it. */
export const LINKS = new RegExp(
  `^(?:at|is|are|was|were|with|has|have|on|stands?|now|currently|rating|rated|status|${NOUNS})$`,
  "iu",
);
