/** Rows and reports of a small plan, shared by the examples of rules that compare reports. */
import type { ExampleContent } from "./example.js";
import type { ExampleRow } from "./example-rows.js";

export const SHELTERS = { title: "Repaint the night bus shelters" };
export const PATH = { title: "Light the river path" };
export const IN_MAY = { updates: [{ date: "2019-05-14" }] };
export const IN_AUGUST = { updates: [{ date: "2019-08-20" }] };

const reportOf = (...rows: readonly ExampleRow[]): ExampleContent => ({ rows: [...rows] });

export const BOTH_IN_MAY = reportOf({ ...SHELTERS, ...IN_MAY }, { ...PATH, ...IN_MAY });
export const BOTH_IN_AUGUST = reportOf({ ...SHELTERS, ...IN_AUGUST }, { ...PATH, ...IN_AUGUST });
