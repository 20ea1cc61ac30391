/**
 * What a report's own key says its statuses mean, before any built-in meaning. In: the blocks of its key. Out: the profile with
 * the key's letters, words and glyphs as statuses, and without built-in meanings that the key contradicts.
 */
import { plainForm } from "../../language/words.js";
import type { Block } from "../../model/block.js";
import type { KeyLabel } from "../../model/printed.js";
import type { Profile } from "../../schema/profile.js";
import { RAGS, type Rag } from "../../schema/values.js";
import type { StatusReader } from "../status.js";
import { ragsOf } from "../status-patterns.js";
import { definitionsIn } from "./definitions.js";
import {
  isColour,
  isGlyph,
  isInitialOf,
  isLetters,
  isSign,
  meaningOf,
  namesColour,
  saysOpposite,
  wordingOf,
} from "./key-meaning.js";
import { type Definition, type PaintedMeanings, paintedMeanings, withNamedColours } from "./swatches.js";

/** A word for a status is short; longer text describes it. */
const LONGEST_WORDS = 3;
const LONGEST = 30;
/** One definition alone may be a sentence: a key has several. */
const FEWEST = 2;
/** What a label of the key stands for; null is a status that says no colour. */
export interface Meaning {
  readonly label: string;
  readonly rag: Rag | null;
}

/** A report's key as understood. */
export interface Scale {
  /** Statuses that its definitions name. */
  readonly defined: readonly (Rag | null)[];
  /** The profile with the key's own statuses in place of the built-in ones. */
  readonly profile: Profile;
  /** The labels of its key as they are printed. */
  readonly labels: readonly KeyLabel[];
  /** What a painted or counted status of the built-in scale means in this report, where that differs; null for no status. */
  readonly changed: ReadonlyMap<Rag, Rag | null>;
  /** What painted colours mean that share their hue with others of the key. */
  readonly painted: PaintedMeanings;
}

/**
 * @param status a reader that knows halves
 * @param painted words with the meaning that the rows' paint gives them; what the key says of a word comes before it
 */
export function reportScale(
  blocks: readonly Block[],
  profile: Profile,
  status: StatusReader,
  painted: readonly Meaning[] = [],
): Scale {
  const headings = columnHeadings(profile);
  const printed = definitionsIn(blocks);
  const paints = paintedMeanings(printed, status);
  const definitions = withNamedColours(printed, status).filter(
    ({ label, meaning }) =>
      label !== "" &&
      plainForm(meaning) !== plainForm(label) &&
      !(status.readLabel(label) === null && label.length > 2 && headings.has(plainForm(label))),
  );
  const sure = new Set(definitions.filter(({ label, meaning }) => isStatusLike(label, meaning, status)));
  // What a key lists beside statuses is one: "Limited", "Commenced".
  const known = definitions.filter((each) => sure.has(each) || (each.isAnnounced && sure.size > 0 && isWord(each)));
  if (new Set(known.map(({ label }) => label)).size < FEWEST)
    return {
      profile: extended(profile, painted, new Map()),
      changed: new Map(),
      defined: [...paints.values()],
      labels: [],
      painted: paints,
    };
  const abbreviates = abbreviations(known, profile, status);
  const reversed = new Set(known.flatMap((each) => (saysOpposite(each, status) ? [each.group] : [])));
  const meanings = known.map((each): Meaning => {
    const use = { abbreviates, isReversed: reversed.has(each.group) };
    return { label: each.label, rag: meaningOf(each, status, use) };
  });
  const words = known.flatMap((each, at) => wordsOf(each, meanings[at]?.rag ?? null, status));
  const changed = new Map<Rag, Rag | null>();
  for (const { label, rag } of meanings) {
    const before = status.readLabel(label);
    if (before?.colour === true && before.rag !== rag) changed.set(before.rag, rag);
  }
  const named = unambiguous([...meanings, ...words], status);
  const names = new Set(named.map(({ label }) => plainForm(label)));
  const own = [...named, ...painted.filter(({ label }) => !names.has(label))];
  return {
    profile: extended(profile, own, changed),
    changed,
    painted: paints,
    labels: labelsOf(known, meanings),
    // Where letters abbreviate words, "AG" is one of them.
    defined: meanings.filter(({ label }) => !(abbreviates && isLetters(label))).map(({ rag }) => rag),
  };
}

const headed = new WeakMap<Profile, ReadonlySet<string>>();

/** The headings of a profile's columns; "Done?" is one, and "Done" is a word of a key. */
function columnHeadings(profile: Profile): ReadonlySet<string> {
  let found = headed.get(profile);
  if (found === undefined) {
    const all = Object.values(profile.columns).flat();
    found = new Set(all.filter((heading) => !heading.endsWith("?")).map(plainForm));
    headed.set(profile, found);
  }
  return found;
}

function labelsOf(known: readonly Definition[], meanings: readonly Meaning[]): KeyLabel[] {
  const groups = new Set(known.flatMap(({ group }, at) => ((meanings[at]?.rag ?? null) === null ? [] : [group])));
  return known.map(({ label, meaning, group, place, isSwatch }, at) => {
    const rag = meanings[at]?.rag ?? null;
    // Beside a colour alone, the words are what is printed.
    const printed = isSwatch ? { label: meaning, meaning: null } : { label, meaning };
    return { ...printed, rag, isOfKey: groups.has(group), place };
  });
}

const isWord = ({ label }: Definition): boolean => /^\p{Lu}\p{L}[\p{L} '’-]*$/u.test(label);

/** A definition of a status: its label is a status or a letter, or its meaning is a status. */
function isStatusLike(label: string, meaning: string, status: StatusReader): boolean {
  if (isSign(label) || status.readLabel(label) !== null || isColour(label, status)) return true;
  return namesColour(meaning, status);
}

/**
 * Whether letters of the key are the first ones of their meanings ("A = Achieved, P = Partly"): so they are where one of them is no
 * letter of the built-in scale, or means the opposite there ("G = Gone wrong").
 */
function abbreviations(definitions: readonly Definition[], profile: Profile, status: StatusReader): boolean {
  const letters = new Set(ragsOf(false).flatMap((rag) => profile.statuses[rag].letters));
  const own = definitions.filter(({ label }) => /^\p{Lu}{1,2}$/u.test(label));
  const first = own.filter(({ label, meaning }) => isInitialOf(label, meaning));
  const isOther = (each: Definition): boolean => !letters.has(each.label) || saysOpposite(each, status);
  return first.length >= FEWEST && first.some(isOther);
}

/**
 * Short words by which the key names a coloured status are statuses too: "Green | Delivered". A word with a built-in meaning takes the
 * key's: "Amber: On track".
 */
function wordsOf({ label, meaning }: Definition, rag: Rag | null, status: StatusReader): Meaning[] {
  const named = status.readLabel(label);
  const wording = wordingOf(meaning, status);
  const word = plainForm(wording);
  const isOwnSign = isSign(label) && rag !== null;
  if (!(named?.colour === true || status.read(label)?.source === "letter" || isOwnSign)) return [];
  if (word.length < 3 || wording.length > LONGEST || /\d/.test(wording)) return [];
  if (word.split(" ").length > LONGEST_WORDS || (rag === null && status.isUncoloured(wording))) return [];
  const before = status.readLabel(wording);
  if (before !== null && (before.colour || rag === null)) return [];
  const meant = rag ?? named?.rag ?? null;
  return meant === null || meant === before?.rag ? [] : [{ label: word, rag: meant }];
}

/** Labels with one meaning: one under two statuses says none, also where it has a built-in meaning. */
function unambiguous(meanings: readonly Meaning[], status: StatusReader): Meaning[] {
  const found = new Map<string, Meaning>();
  const several = new Set<string>();
  for (const { label, rag } of meanings) {
    const name = isSign(label) ? label : plainForm(label);
    const before = found.get(name);
    if (before !== undefined && before.rag !== rag) several.add(name);
    found.set(name, { label: name, rag });
  }
  return [...found.values()].flatMap((each) => {
    if (!several.has(each.label)) return [each];
    return status.readLabel(each.label) === null ? [] : [{ ...each, rag: null }];
  });
}

/** A family's reports share their key: its profile is made once, as grammars are built by profile. */
const made = new WeakMap<Profile, Map<string, Profile>>();
const MOST_MADE = 100;

function extended(profile: Profile, meanings: readonly Meaning[], changed: ReadonlyMap<Rag, Rag | null>): Profile {
  if (meanings.length === 0 && changed.size === 0) return profile;
  const known = made.get(profile) ?? new Map<string, Profile>();
  made.set(profile, known);
  const name = JSON.stringify([meanings, [...changed]]);
  const before = known.get(name);
  if (before !== undefined) return before;
  const defined = new Map(meanings.map(({ label, rag }) => [label, rag]));
  const ofRag = (rag: Rag, list: "letters" | "words"): string[] => {
    const own = meanings.filter((each) => each.rag === rag && isSign(each.label) === (list === "letters"));
    // The letter of a colour follows its colour: where Blue means "not yet due", so does B.
    const moved = RAGS.filter((from) => changed.get(from) === rag).flatMap((from) =>
      profile.statuses[from][list].filter((each) => isOfColour(each, from)),
    );
    const others = profile.statuses[rag][list].filter((each) => !(changed.has(rag) && isOfColour(each, rag)));
    const builtIn = [...others, ...moved].filter((each) => {
      const meaning = defined.get(list === "letters" ? each : plainForm(each));
      return meaning === undefined || meaning === rag;
    });
    return [...new Set([...builtIn, ...own.map(({ label }) => label)])];
  };
  const statuses = { ...profile.statuses };
  for (const rag of RAGS) statuses[rag] = { letters: ofRag(rag, "letters"), words: ofRag(rag, "words") };
  const none = meanings.filter(({ rag }) => rag === null).map(({ label }) => label);
  const wider = { ...profile, statuses, uncoloured: [...profile.uncoloured, ...none] };
  if (known.size < MOST_MADE) known.set(name, wider);
  return wider;
}

/** Whether a built-in letter, glyph or word names the colour itself: "B" and "Blue", and not "C" and "Complete". */
const isOfColour = (each: string, rag: Rag): boolean =>
  plainForm(each) === rag || each === rag.charAt(0).toUpperCase() || isGlyph(each);
