import { describe, expect, it } from "vitest";
import { headingReader } from "../../src/language/headings.js";
import { BUILTIN_PROFILE } from "../../src/schema/builtin-profile.js";

const role = headingReader(BUILTIN_PROFILE);

describe("headingReader", () => {
  it.each([
    ["No.", "number"],
    ["NO", "number"],
    ["#", "number"],
    ["Ref", "number"],
    ["Organisation", "organisation"],
    ["LEAD AGENCY", "organisation"],
    ["Deliverable", "title"],
    ["Specific deliverables", "title"],
    ["RAG", "status"],
    ["R.A.G. Status", "status"],
    ["Status", "status"],
    ["Progress to date", "update"],
    ["Due date", "other"],
  ])("reads the printed heading %j as %j", (text, expected) => {
    expect(role(text)).toBe(expected);
  });

  it.each([
    ["Organisatlon", "organisation"],
    ["Deliverabie", "title"],
    ["Organisatian", "organisation"],
  ])("reads the misread heading %j as %j", (text, expected) => {
    expect(role(text)).toBe(expected);
  });

  it.each([
    ["RAG at Q2", "status"],
    ["Lead organisation(s) involved", "organisation"],
    ["Deliverables agreed by the partnership", "title"],
    ["Latest update", "update"],
  ])("reads the qualified heading %j as %j", (text, expected) => {
    expect(role(text)).toBe(expected);
  });

  it.each([
    ["", "nothing"],
    ["Actual", "a word near a heading"],
    ["Wardens walked the streets", "a sentence"],
    ["Update 13.12.19", "an update's heading with its date"],
    ["G", "a status letter"],
    ["x".repeat(500), "a text longer than any heading"],
  ])("gives %j no role: %s", (text) => {
    expect(role(text)).toBeNull();
  });

  it("reads the words of the profile it is built from", () => {
    const columns = { ...BUILTIN_PROFILE.columns, status: ["Ampel"], title: ["Vorhaben"] };
    const german = headingReader({ ...BUILTIN_PROFILE, columns });
    expect([german("Ampel"), german("VORHABEN"), german("RAG")]).toEqual(["status", "title", null]);
  });
});
