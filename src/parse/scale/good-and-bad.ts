/**
 * Whether a meaning of a key says that all is well, or that it is not: "Goals met", "Goals not met". In: the meaning as printed. Out: yes
 * or no; neither holds for a meaning that says both, or less than either: "almost done".
 */

const BAD =
  "(?:wrong|fail(?:ed|ing|s|ure)?|late|behind|delay(?:s|ed)?|stuck|blocked|stopped|given up|problems?|concerns?|poor|bad|overdue|missed|lost|critical|serious|severe|off (?:track|course|target|schedule))";
const HAS_BAD = new RegExp(`\\b${BAD}\\b`, "iu");
/** "no problems", "without serious delays or concerns": what it speaks of is not there. */
const NO_BAD = new RegExp(
  `\\b(?:no|not|never|without|any)\\s+(?:\\p{L}{1,20}\\s+){0,2}?${BAD}\\b(?:(?:,| or| and| nor) ${BAD}\\b)*`,
  "giu",
);
const BEGINS_NO_BAD = new RegExp(`^(?:no|without)\\s+(?:\\p{L}{1,20}\\s+)?${BAD}\\b`, "iu");
/** Words that make little of what is bad, or say that it is over; "not resolved" says neither. */
const LITTLE_BAD =
  /\b(?:few|minor|small|slight|only)\b|(?<!\b(?:not|never|nor|yet|be)\s(?:(?:yet|been|being|fully)\s)?)\b(?:resolved|solved|overcome|addressed|mitigated|averted|avoided|fixed|under control)\b/iu;

/** What can be well, or be reached: its opposite is bad. */
const REACHED =
  "(?:well|good|fine|on (?:track|course|target|time|schedule)|met|achieved|reached|reali[sz]ed|fulfilled|delivered|succe\\p{L}{2,10})";
/** What is good once it is so, and not bad before. */
const DONE = "(?:ready|done|completed?|closed|finished|implemented|embedded|concluded|discharged)";
const HAS_GOOD = new RegExp(`\\b(?:${REACHED}|${DONE})\\b`, "iu");
/** "not going well", "never met"; "not yet met" says only that it is to come. */
const NOT_GOOD = new RegExp(
  `\\b(?:not|never|cannot)\\s+(?!yet\\b)(?:(?!yet\\b)\\p{L}{1,20}\\s+){0,2}?${REACHED}\\b|\\bunmet\\b`,
  "giu",
);
/** Words that turn what is good round or make less of it: "half done", "to be done", "60% done", "done late". */
const LESS_GOOD =
  /\b(?:not?|never|nor|cannot|un\p{L}+|in\p{L}+|almost|nearly|part(?:ly|ially|s)?|mostly|largely|about|half|under|over|some|less|few|minor|needs?|needed|required?|must|should|could|can|may|will|would|being|when|expected|planned|due|awaiting|issues?|slippage|risks?|doubt|but|though|although|however|with|except\p{L}*|if|until|before|after|outside|late|behind|still|open|outstanding|deadlines?|dates?|progress(?:ing)?|started|begun|ongoing|to|off (?:track|course|target|schedule))\b|(?<!\b100)\s?%|['’]t\b/iu;

const isGoodIn = (text: string): boolean => HAS_GOOD.test(text) && !LESS_GOOD.test(text);

const isBadIn = (text: string): boolean =>
  text.replace(NOT_GOOD, "") !== text || (HAS_BAD.test(text.replace(NO_BAD, "")) && !LITTLE_BAD.test(text));

export const isGood = (meaning: string): boolean => isGoodIn(meaning) && !isBadIn(meaning);

/** "Goals not met"; "on course, problems met early" is not. */
export const isBad = (meaning: string): boolean =>
  isBadIn(meaning) && !isGoodIn(meaning.replace(NOT_GOOD, "").replace(NO_BAD, ""));

/** "No delays": good where only what is bad is expected. */
export const deniesBad = (meaning: string): boolean => BEGINS_NO_BAD.test(meaning);
