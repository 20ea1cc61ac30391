/** What a profile says of organisations. In: the profile. Out: its names, and the words that may come before a name in its cell. */
import type { Profile } from "../../schema/profile.js";
import { OrganisationNames } from "./organisation-names.js";

/** What a name is to the work, printed before it besides the column's headings: "Support: NHS". */
const PARTS_IN_WORK = ["support", "supporting", "supported by", "leads", "joint lead", "co-lead"];

interface Known {
  readonly names: OrganisationNames;
  readonly labels: ReadonlySet<string>;
}

const known = new WeakMap<Profile, Known>();

/** The same for each report of a profile. */
export function knownIn(profile: Profile): Known {
  let found = known.get(profile);
  if (found === undefined) {
    const headings = profile.columns.organisation.map((heading) => heading.toLowerCase());
    const names = new OrganisationNames(Object.keys(profile.organisations));
    found = { names, labels: new Set([...headings, ...PARTS_IN_WORK]) };
    known.set(profile, found);
  }
  return found;
}
