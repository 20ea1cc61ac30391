import { expect, it } from "vitest";
import { organisationKind } from "../../src/language/organisation-kind.js";

it.each([
  ["OPCC", "code"],
  ["NS&I", "code"],
  ["R&D", "code"],
  ["DfT", "code"],
  ["Housing", "name"],
  ["Police and Crime Commissioner", "name"],
  ["Fire & Rescue Service", "name"],
  ["Health and Wellbeing Board", "name"],
  ["Director of Nursing", "role"],
  ["Cllr J. Ogden", "role"],
  ["Head of Prevention", "role"],
  ["Acting Deputy Town Clerk", "role"],
  ["HR Business Partner", "role"],
])("%s is a %s", (printed, kind) => {
  expect(organisationKind(printed)).toBe(kind);
});
