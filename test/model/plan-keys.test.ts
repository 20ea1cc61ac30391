import { describe, expect, it } from "vitest";
import { planKeys } from "../../src/model/plan-keys.js";

const keysOf = (plan_title: string | null, more: Partial<Parameters<typeof planKeys>[0]> = {}, aliases = {}) =>
  planKeys(
    { plan_title, plan_start_year: 2018, plan_end_year: 2021, theme_number: null, theme_title: null, ...more },
    aliases,
  );

describe("the key of a plan", () => {
  it.each([
    "SAFER MELFORD DELIVERY PLAN",
    "Safer Melford\nDelivery Plan",
    "The Safer Melford Delivery Plan",
    "Safer  Melford – Delivery Plan:",
  ])("is one for %j", (title) => {
    expect(keysOf(title).plan_id).toBe("safer-melford-delivery-plan-2018-2021");
  });

  it.each([
    ["Children’s & Families’ Plan", "Childrens and Families Plan"],
    ["Co-ordination Program", "Coordination Programme"],
    ["Plan für Zürich", "Plan fur Zurich"],
  ])("is one for the spellings %j and %j", (one, other) => {
    expect(keysOf(one).plan_id).toBe(keysOf(other).plan_id);
  });

  it("is another for another name, other years, and none without a name", () => {
    const plan = keysOf("Harbour Plan").plan_id;
    expect(keysOf("Harbours Plan").plan_id).not.toBe(plan);
    expect(keysOf("Harbour Plan", { plan_start_year: 2021, plan_end_year: 2024 }).plan_id).not.toBe(plan);
    expect(keysOf(null, { theme_number: 2 })).toEqual({ plan_id: null, theme_id: null });
  });

  it("follows the profile's other names, however they are spelled", () => {
    const aliases = { "Harbour Plan": ["Plan for the Quays & Docks"] };
    expect(keysOf("PLAN FOR THE QUAYS AND DOCKS", {}, aliases)).toEqual(keysOf("Harbour Plan"));
  });

  it("is none for a name that may be another one, unless the profile has the name", () => {
    const keysUnsure = (aliases: Record<string, string[]>) =>
      planKeys(
        {
          plan_title: "Melford Council",
          plan_start_year: null,
          plan_end_year: null,
          theme_number: 1,
          theme_title: null,
        },
        aliases,
        false,
      );
    expect(keysUnsure({ "Harbour Plan": [] })).toEqual({ plan_id: null, theme_id: null });
    expect(keysUnsure({ "Melford  COUNCIL": [] }).plan_id).toBe("melford-council");
    expect(keysUnsure({ "Harbour Plan": ["Melford Council"] }).plan_id).toBe("harbour-plan");
  });

  it("of a long name stays short, and different for names that end differently", () => {
    const long = `Plan ${"for the care of every quay and dock ".repeat(6)}`;
    const [one, other] = [keysOf(`${long} A`).plan_id, keysOf(`${long} B`).plan_id];
    expect(one).not.toBe(other);
    expect((one ?? "").length).toBeLessThan(110);
  });
});

describe("the key of a theme", () => {
  it("has its number, as titles change, else its title", () => {
    expect(keysOf("Harbour Plan", { theme_number: 2, theme_title: "Safe quays" }).theme_id).toBe(
      "harbour-plan-2018-2021/2",
    );
    expect(keysOf("Harbour Plan", { theme_title: "Safe Quays" }).theme_id).toBe("harbour-plan-2018-2021/safe-quays");
    expect(keysOf("Harbour Plan").theme_id).toBeNull();
  });
});
