/**
 * A profile: the words that a family of reports uses for columns, statuses and update headings, its organisation codes, and
 * the settings of the audit's rules. Data, not code: a new authority's wording needs a new profile. Profiles given by users
 * are validated here; an error names the key it is about.
 */
import * as z from "zod";
import { RAGS, type Rag, severitySchema } from "./values.js";

const words = z.array(z.string().min(1)).readonly();

export const COLUMN_ROLES = ["number", "organisation", "title", "status", "update", "date", "other"] as const;
/** What a table's column contains; `other` is a recognised column that is kept with its heading (a due date, a theme). */
export type ColumnRole = (typeof COLUMN_ROLES)[number];

const statusWordsSchema = z.strictObject({
  letters: words.describe('matched as a complete cell in capitals: "G", "NS"'),
  words: words.describe('compared ignoring case: "green", "on track"'),
});

export const ruleSettingsSchema = z.strictObject({
  future_days: z
    .int()
    .nonnegative()
    .describe("days after the quarter from which an update counts as dated in the future"),
  repeated_words: z.int().min(1).describe("shortest update, in words, that counts as repeated"),
  severity: z
    .record(z.string(), z.union([severitySchema, z.literal("off")]))
    .readonly()
    .describe("severity by rule, to replace the rule's default; `off` switches a rule off"),
});
export type RuleSettings = z.infer<typeof ruleSettingsSchema>;

export const profileSchema = z.strictObject({
  name: z.string().min(1).describe("name of the profile"),
  columns: z
    .strictObject(Object.fromEntries(COLUMN_ROLES.map((role) => [role, words])) as Record<ColumnRole, typeof words>)
    .describe("column headings by what the column contains, compared approximately"),
  statuses: z
    .strictObject(
      Object.fromEntries(RAGS.map((rag) => [rag, statusWordsSchema])) as Record<Rag, typeof statusWordsSchema>,
    )
    .describe("letters and words of each status; the words of a report's own key take precedence"),
  uncoloured: words.describe('words of statuses without a colour: "on hold"; kept as printed, with no status read'),
  status_names: words.describe('names whose first word is a status\'s: "Blue Badge"; two words each'),
  organisations: z
    .record(z.string().regex(/^\S[^/,;]*$/, "a code has no slash, comma or semicolon in it"), z.string())
    .readonly()
    .describe('known organisation codes and their meaning, and names with "and" or "&" that are one body'),
  plans: z
    .record(z.string().min(1), words)
    .readonly()
    .describe("other names of a plan, by its name: reports that print either are of one plan"),
  head: z
    .strictObject({
      plan: words.describe("words that a plan's title ends with"),
      theme: words.describe('words before a theme\'s number: "THEME 2"'),
      quarter: words.describe('words before a quarter\'s number: "QRT 1"'),
      version: words.describe('words for a version: "Final"'),
      rating: words.describe("phrases before the overall rating"),
      rating_values: words.describe("ratings, for reports that do not use such a phrase"),
      counts: words.describe('labels of the stated counts: "Number & %"'),
    })
    .readonly(),
  updates: z
    .strictObject({
      headings: words.describe('words of an update\'s heading: "Update", "Position at"'),
      joiners: words.describe('words between heading and date: "at", "as of"'),
    })
    .readonly(),
  closing: words.describe('first words of lines after the last row that are not updates: "Next report", "Prepared by"'),
  papers: words.describe('names of papers that mention reports but are not reports, in lower case: "minutes"'),
  registers: words.describe('things other than deliverables that tables with statuses list, in lower case: "risk"'),
  markings: words.describe("protective markings and other page furniture, ignored at a page's edge"),
  rules: ruleSettingsSchema,
});
export type Profile = z.infer<typeof profileSchema>;
