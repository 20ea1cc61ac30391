import { describe, expect, it } from "vitest";
import { toLatin } from "../../src/language/lookalikes.js";

describe("toLatin", () => {
  it.each([
    ["\u041e\u0420\u0421\u0421", "OPCC", "Cyrillic"],
    ["\u039d\u0397\u0405", "NHS", "Greek and Cyrillic"],
    ["N\u0397S", "NHS", "one Greek letter among Latin ones"],
    ["\u0421\u0420\u0405", "CPS", "Cyrillic with the letter dze"],
    ["\u0422\u0415\u0391M", "TEAM", "a mixture"],
    ["F\u043erce", "Force", "a small letter"],
  ])("writes %j as %s (%s)", (printed, latin) => {
    expect(toLatin(printed)).toBe(latin);
  });

  it.each(["NHS", "Force", "café", "", "4/9", "Ørsted"])("leaves %j, which has no foreign letter", (text) => {
    expect(toLatin(text)).toBeNull();
  });

  it.each(["\u0418\u041e", "\u03a9MEGA", "\u0434\u043e\u043c"])(
    "gives no reading of %j, where a letter has no true twin",
    (text) => {
      expect(toLatin(text)).toBeNull();
    },
  );
});
