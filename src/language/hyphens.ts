/**
 * Words broken at a line's end. In: the parts before and after a hyphen there, and the words of the document. Out: whether the
 * hyphen is the word's own, was added to break the word, or may be either. The document's own spelling decides first, then the
 * shapes of English compounds and endings.
 */

/** Words and hyphenated compounds of a document, in lower case, as they stand within its lines. */
export interface Vocabulary {
  readonly words: ReadonlySet<string>;
  readonly compounds: ReadonlySet<string>;
  /** The words, sorted. */
  readonly sorted: readonly string[];
}

export type Hyphen = "own" | "added" | "unclear";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** What compounds begin and end with: follow-up, non-urgent, night-time, community-led. */
const FIRSTS = words(
  "add all anti back best break build by check child client co community cross data day deep door double down drop drug " +
    "e east eight end evidence ex eye face fact far first five follow four front full good half hand hard health high home " +
    "hot ice in inter job key kick knock lead left life light live local long lone low mental mid mind month multi near needs " +
    "new night nine no non north off old on one open out outcome over part peer place plain post pre pro purpose quick re " +
    "read real red right risk road role roll school second self semi set seven short sign single six small soft south start " +
    "state step stop street stress strong sub sun sure take ten third three time top track trade turn two ultra under up " +
    "user value vice walk warm water web week well west white wide wind wood work world year zero",
);
const SECONDS = words(
  "a able age aged agency and as aside at away back based bed being best bound born borne building by card centre centred chair city " +
    "class code commissioned cost date day days delivered depth down driven effective efficient end ended ethnic face facing " +
    "faith fed first focused force form free friendly front funded funding go going grade grown half hand hearted held help her home " +
    "hour hours house in income informed intensive king known land led level life like line linked long made making management " +
    "meaning minute minutes month months neutral new of off office old on one operation operative ordinate ordinated " +
    "ordination ordinator out over owned owner paid paper party per person pitch place placed plan point profit proof qualified " +
    "quality quarter quarters range ranging rate rated ready red related resolution rest rich ring rise risk round run safe saving scale " +
    "school section sector sensitive served service set setting sharing side sized smoking soon specific spend spread staff " +
    "stage standard standing start step stop story street strength strong sum support sure systems take taking term terms test thing the " +
    "third thirds through tier time times to together town track traffic trained two under up ups urban urgent use way week " +
    "weeks west wide winning wing word work working world written year years",
);
/** How the rest of a broken word may begin, and the second part of a compound does not. */
const ENDINGS =
  /^(?:[bcdfghjklmnpqrstvwxz]*(?:tions?|[ai]tions?|ilit(?:y|ies)|sions?|cians?|ments?|nesses|ness|it(?:y|ies)|ances?|ences?|anc(?:y|ies)|enc(?:y|ies)|ings?|ably|ibly|ible|ar(?:y|ies)|or(?:y|ies)|er(?:y|ies)|al(?:ly)?|ally|ly|ers?|ed|est|isms?|ists?|iz(?:e|ed|ing|ation)|is(?:e|ed|ing|ation)|ative|itive|ive(?:ly)?|ous(?:ly)?|fully?|tures?|tors?|graphy|ology|ologies))$/u;
/** How many letters after the hyphen a word of the document must share to be another form of the broken one. */
const SHARED_LETTERS = 3;
/** A part after the hyphen as short as this is no word, other than those that end compounds. */
const SHORTEST_WORD = 3;

/** @param isSoft whether the hyphen's own character says that it breaks a word, which not all producers mean by it */
export function hyphenAtLineEnd(
  before: string,
  after: string,
  isSoft: boolean,
  { words: own, compounds, sorted }: Vocabulary,
): Hyphen {
  const [first, second] = [before.toLowerCase(), after.toLowerCase()];
  if (/^\p{Lu}/u.test(after) || compounds.has(`${first}-${second}`)) return "own";
  if (own.has(first + second)) return "added";
  if (SECONDS.has(second)) return "own";
  if (ENDINGS.test(second) || second.length < SHORTEST_WORD) return "added";
  if (FIRSTS.has(first)) return "own";
  if (isSoft || hasForm(first + second.slice(0, SHARED_LETTERS), sorted)) return "added";
  return own.has(first) && own.has(second) ? "own" : "unclear";
}

/** Whether a word of the document begins with these letters. */
function hasForm(start: string, sorted: readonly string[]): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < start) low = middle + 1;
    else high = middle;
  }
  return sorted[low]?.startsWith(start) === true;
}
