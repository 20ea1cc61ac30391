/** In: one name of those that deliver a row, as printed. Out: whether it is a code ("OPCC"), a body's name or a person's role. */

export const ORGANISATION_KINDS = ["code", "name", "role"] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** "OPCC", "NS&I", "R&D", "DfT", "NW1": one word with a second capital, or with a sign or figure between letters. */
const CODE = /^(?=\S{1,12}$)(?:\p{Lu}[\p{Lu}\d&/.-]*|\p{Lu}[\p{L}\d]*\p{Lu}[\p{L}\d]*)$/u;
/** A name that begins with a role: "Director of Nursing", "Cllr J. Ogden", "Head of Prevention". */
const BEGINS_ROLE =
  /^(?:(?:acting|interim|assistant|associate|deputy|joint|lead|senior|vice|executive|group|service)\s+)*(?:ac\b|acc\b|chair(?:man|woman|person)?\b|chief\s+(?!fire\s+and)|cllr\b|councillor\b|clerk\b|commander\b|director\b|dr\b|head\b|inspector\b|leader\b|manager\b|mr\b|mrs\b|ms\b|officer\b|principal\b|professor\b|rev\b|secretary\b|sergeant\b|sir\b|superintendent\b|t\/)/iu;
/** One that ends with a role: "Town Clerk", "Transport Manager", "HR Business Partner". */
const ENDS_ROLE =
  /\b(?:accountant|adviser|analyst|assistant|champion|chair|chief executive|clerk|constable|consultant|co-?ordinator|director|executive|governor|head|headteacher|inspector|lawyer|lead|leader|librarian|manager|officer|partner|practitioner|principal|secretary|sergeant|solicitor|superintendent|supervisor|surveyor|treasurer)s?$/iu;
/** The office that bears a person's title: "Police and Crime Commissioner" is a body here as it is in reports. */
const OFFICE = /\bcommissioner$/iu;

export function organisationKind(printed: string): OrganisationKind {
  const name = printed.replace(/\s+/g, " ").trim();
  if (OFFICE.test(name)) return "name";
  if (CODE.test(name)) return "code";
  return BEGINS_ROLE.test(name) || ENDS_ROLE.test(name) ? "role" : "name";
}
