/** Organisations' cells to names: what is one name, what are several, and what is left undecided. */
import { expect, it } from "vitest";
import { Organisations } from "../../../src/parse/organisation.js";
import { BUILTIN_PROFILE } from "../../../src/schema/builtin-profile.js";

/** A reader that has learned a column. */
const learned = (...column: string[]): Organisations => {
  const organisations = new Organisations(BUILTIN_PROFILE);
  organisations.learnColumn(column.map((text) => ({ text })));
  return organisations;
};

/** The names of a column's cells, "?" after those that are undecided. */
const read = (...column: string[]): string[] => {
  const organisations = learned(...column);
  return column.map((text) => {
    const cell = organisations.readCell(text);
    return cell === null ? "nobody" : cell.codes.join(" | ") + (cell.unsure === true ? " ?" : "");
  });
};

it("keeps names with a separator inside as one", () => {
  expect(
    read(
      "Police and Crime Commissioner",
      "Fire & Rescue Service",
      "Harbour & Bridges Trust",
      "Health and Wellbeing Board",
      "QS&T",
      "R&D",
      "T/Supt Marlow",
    ),
  ).toEqual([
    "POLICE AND CRIME COMMISSIONER",
    "FIRE & RESCUE SERVICE",
    "HARBOUR & BRIDGES TRUST",
    "HEALTH AND WELLBEING BOARD",
    "QS&T",
    "R&D",
    "T/SUPT MARLOW",
  ]);
});

it("splits at 'and' and '&' where both sides occur on their own", () => {
  const cells = ["Parks", "Wardens", "Parks & Wardens", "Harbour Office", "Harbour Office and Parks"];
  expect(read(...cells).filter((_, at) => at === 2 || at === 4)).toEqual(["PARKS | WARDENS", "HARBOUR OFFICE | PARKS"]);
  expect(read("Police & Probation")).toEqual(["POLICE | PROBATION"]);
});

it("splits codes that spaces part, and fused ones only where each occurs alone", () => {
  expect(read("QXT & MLB", "QXT and MLB")).toEqual(["QXT | MLB", "QXT | MLB"]);
  expect(read("HQ&OD")).toEqual(["HQ&OD ?"]);
  expect(read("HQ&OD", "HQ", "OD")).toEqual(["HQ | OD", "HQ", "OD"]);
});

it("reads abbreviations with small letters as names of their own where they occur alone, otherwise in doubt", () => {
  expect(read("DoQ & CFO", "DoQ", "CFO")).toEqual(["DOQ | CFO", "DOQ", "CFO"]);
  expect(read("DoQ & CFO")).toEqual(["DOQ | CFO ?"]);
});

it("splits a name from a known code beside it, in doubt", () => {
  expect(read("Wardens and FORCE", "Research and Development")).toEqual([
    "WARDENS | FORCE ?",
    "RESEARCH AND DEVELOPMENT",
  ]);
});

it("splits a name with 'and' from another name beside it", () => {
  expect(read("Fire and Rescue Service and Police", "Wardens", "Wardens & Tide and Harbour Trust")).toEqual([
    "FIRE AND RESCUE SERVICE | POLICE",
    "WARDENS",
    "WARDENS & TIDE AND HARBOUR TRUST ?",
  ]);
  expect(read("Tide and Harbour Trust", "Wardens", "Wardens & Tide and Harbour Trust")[2]).toBe(
    "WARDENS | TIDE AND HARBOUR TRUST",
  );
});

it("keeps two whole names that never occur alone as printed, with a reason", () => {
  expect(read("Ferry Council & Canal Trust")).toEqual(["FERRY COUNCIL & CANAL TRUST ?"]);
  expect(read("Head of Parks and Director of Finance")).toEqual(["HEAD OF PARKS AND DIRECTOR OF FINANCE ?"]);
  expect(read("Parks", "Parks & Gardens")).toEqual(["PARKS", "PARKS & GARDENS ?"]);
});

it("splits at slashes, commas and semicolons", () => {
  expect(read("DK/SLW/JH", "KS3 lead, DHT", "Clerk to the Board / QXT", "Parks; Wardens")).toEqual([
    "DK | SLW | JH",
    "KS3 LEAD | DHT",
    "CLERK TO THE BOARD | QXT",
    "PARKS | WARDENS",
  ]);
});

it("reads roles, people and long names, and no sentence", () => {
  const long = "Joint Committee of the Harbour Boards of the Northern and Western Estuaries";
  expect(read("Assistant Director - Highways", "Cllr J. Marlow", "Marlow, J (Parks / Gardens)", long)).toEqual([
    "ASSISTANT DIRECTOR - HIGHWAYS",
    "CLLR J. MARLOW",
    "MARLOW | J (PARKS / GARDENS)",
    long.toUpperCase(),
  ]);
  const sentence = "It was agreed at the last meeting that all of the partners should do this as soon as they can";
  expect(read(sentence, "n/a", "TBC", "-", "To be confirmed")).toEqual(Array(5).fill("nobody"));
});

it("reads a cell that wraps as one text", () => {
  expect(read("Chief\nHarbour\nOfficer", "QXT &\nMLB", "Ferry\nCouncil,\nCanal\nTrust", "QXT\nMLB")).toEqual([
    "CHIEF HARBOUR OFFICER",
    "QXT | MLB",
    "FERRY COUNCIL | CANAL TRUST",
    "QXT | MLB",
  ]);
});

it("keeps names above one another apart where both are known, and says so where they only look whole", () => {
  expect(read("Ferry Council", "Canal Trust", "Ferry Council\nCanal Trust")[2]).toBe("FERRY COUNCIL | CANAL TRUST");
  expect(read("Ferry Council\nCanal Trust")).toEqual(["FERRY COUNCIL | CANAL TRUST ?"]);
});

it("leaves out what a name is to the work", () => {
  expect(read("Lead: FORCE", "Lead: QXT; Support: Ferry Council")).toEqual(["FORCE", "QXT | FERRY COUNCIL"]);
});

it("keeps what is printed", () => {
  expect(learned().readCell("Lead: QXT &\nMLB")?.raw).toBe("Lead: QXT & MLB");
});

it("takes a text that may be anything for names only by its form", () => {
  const organisations = learned();
  expect(organisations.readText("all partners of the plan")).toBeNull();
  expect(organisations.readCell("all partners of the plan")?.codes).toEqual(["ALL PARTNERS OF THE PLAN"]);
  expect(organisations.readText("Director of Harbours / QXT")?.codes).toEqual(["DIRECTOR OF HARBOURS", "QXT"]);
});

it("does not let words of names count as codes elsewhere", () => {
  expect(learned("Parks", "Finance").isKnown("Parks")).toBe(false);
  expect(learned("QXT").isKnown("QXT")).toBe(true);
});

it("keeps an office and what it is of in one name", () => {
  const column = [
    "Service Manager, Parks",
    "Assistant Director, Adult Learning",
    "Estates Manager, Clerk",
    "Waste, Roads",
  ];
  expect(read(...column)).toEqual([
    "SERVICE MANAGER, PARKS",
    "ASSISTANT DIRECTOR, ADULT LEARNING",
    "ESTATES MANAGER | CLERK",
    "WASTE | ROADS",
  ]);
  expect(read("Service Manager, Roads", "Roads").at(0)).toBe("SERVICE MANAGER | ROADS");
});

it("reads an office with what it is of after a comma as one, also where the office is one word", () => {
  const cells = ["Director, Evaluation", "Director General, Works", "Deputy Minister, Programmes", "Director, Clerk"];
  expect(read(...cells)).toEqual([
    "DIRECTOR, EVALUATION",
    "DIRECTOR GENERAL, WORKS",
    "DEPUTY MINISTER, PROGRAMMES",
    "DIRECTOR | CLERK",
  ]);
  expect(read("Director, Roads", "Roads").at(0)).toBe("DIRECTOR | ROADS");
});

it("joins initials that a narrow cell broke where another cell has them whole", () => {
  expect(read("JMcN", "KD", "KD/JMc\nN")).toEqual(["JMCN", "KD", "KD | JMCN"]);
  expect(read("JMcN", "JMc", "N", "KD/JMc\nN").at(-1)).toBe("KD | JMC | N");
});

it("joins a word that alone fills its line and goes on in lower case, and says what was printed", () => {
  const cell = learned().readCell("Regeneratio\nn Lead", ["full"]);
  expect(cell).toMatchObject({ codes: ["REGENERATION LEAD"], raw: "Regeneratio n Lead", value: "Regeneration Lead" });
  expect(learned().readCell("Regeneration\nlead", ["free"])?.codes).toEqual(["REGENERATION LEAD"]);
});
