import { describe, expect, it } from "vitest";
import { anyOf, editDistance, plainForm, similarity, wordsOf } from "../../src/language/words.js";

describe("words", () => {
  it("are runs of letters and digits of any alphabet", () => {
    expect(wordsOf("Café №5: it's 8/14 (57%)\t–\tОРСС")).toEqual(["Café", "5", "it", "s", "8", "14", "57", "ОРСС"]);
  });

  it("are compared without case, punctuation and spacing", () => {
    expect(plainForm("  R.A.G.\tSTATUS (at Q2):")).toBe("r a g status at q2");
  });

  it("count a transposition as one edit", () => {
    expect([editDistance("FORCE", "FROCE"), editDistance("FORCE", "FORM"), editDistance("a", "a")]).toEqual([1, 2, 0]);
  });

  it("are alike without regard to case", () => {
    expect(similarity("AMBER", "amber")).toBe(1);
    expect(similarity("amber", "green")).toBeLessThan(0.7);
  });

  it("become a pattern that takes the longest first and no character for a special one", () => {
    const pattern = new RegExp(`^(?:${anyOf(["not", "not started", "No."])})`, "i");
    expect(pattern.exec("Not  started yet")?.[0]).toBe("Not  started");
    expect(pattern.exec("no. 7")?.[0]).toBe("no.");
    expect(pattern.exec("nox")).toBeNull();
  });
});
