/** Names and roles that have "and", "&" or several words in them: each is one organisation, of its kind. */
import { expect, it } from "vitest";
import { reportOf } from "../read-text.js";

const organisationsOf = (lead: string, separator: string) => {
  const row = (...cells: string[]): string => cells.join(separator);
  const [first] =
    reportOf(
      ...["Harbour Care Plan 2022-2023", "Qtr 1 (June 2022)", ""],
      row("Ref", "Lead", "Deliverable", "Status", "Update"),
      row("1", lead, "Mend the quay wall", "Green", "01.06.22: The stone is here."),
      row("2", "Port Trust", "Print the new map", "Amber", "02.06.22: The paper is late."),
      row("3", "HMA", "Train the wardens", "Red", "03.06.22: Nobody came."),
    )?.deliverables ?? [];
  return first?.organisations.map((name, at) => [name, first.organisation_kinds[at]]);
};

it.each<[string, string]>([
  ["Police and Crime Commissioner", "name"],
  ["Police, Fire and Crime Commissioner", "name"],
  ["Care, Learning and Leisure Committee", "name"],
  ["Fire & Rescue Service", "name"],
  ["NS&I", "code"],
  ["R&D", "code"],
  ["Health and Wellbeing Board", "name"],
  ["Director of Nursing", "role"],
  ["Cllr J. Ogden", "role"],
  ["Head of Prevention", "role"],
  ["Head of Waste and Recycling", "role"],
])("%s", (lead, kind) => {
  for (const separator of ["\t", " | "]) expect(organisationsOf(lead, separator)).toEqual([[lead.toUpperCase(), kind]]);
});

it.each<[string, string[]]>([
  ["Council / Police, Fire and Crime Commissioner", ["COUNCIL", "POLICE, FIRE AND CRIME COMMISSIONER"]],
  ["Council, Police and Crime Commissioner", ["COUNCIL", "POLICE AND CRIME COMMISSIONER"]],
  ["Police, HMA and Crime Panel", ["POLICE", "HMA", "CRIME PANEL"]],
])("%s are several", (lead, names) => {
  expect(organisationsOf(lead, "\t")?.map(([name]) => name)).toEqual(names);
});
