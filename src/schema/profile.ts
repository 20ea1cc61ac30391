/**
 * A profile: what a family of reports calls its columns, what its key's words mean, which organisation codes it knows,
 * how it heads its updates, and the settings of the audit's rules. Data, not code: a new authority's layout is a new
 * profile. Given profiles are checked here; an error names the key it is about.
 */
import * as z from "zod";
import { RAGS, type Rag, severitySchema } from "./values.js";

const words = z.array(z.string().min(1)).readonly();

export const COLUMN_ROLES = ["number", "organisation", "title", "status", "update", "other"] as const;
/** What a table's column holds; `other` is a column that is known and kept as residue (a due date, a theme). */
export type ColumnRole = (typeof COLUMN_ROLES)[number];

const statusWordsSchema = z.strictObject({
  letters: words.describe('printed whole and in capitals: "G", "NS"'),
  words: words.describe('compared without regard to case: "green", "on track"'),
});

export const ruleSettingsSchema = z.strictObject({
  future_days: z.int().nonnegative().describe("days after the quarter before an update counts as in the future"),
  repeated_words: z.int().min(1).describe("shortest block, in words, that counts as repeated"),
  severity: z
    .record(z.string(), z.union([severitySchema, z.literal("off")]))
    .readonly()
    .describe("severity by rule, where it is not the rule's own; `off` silences a rule"),
});
export type RuleSettings = z.infer<typeof ruleSettingsSchema>;

export const profileSchema = z.strictObject({
  name: z.string().min(1).describe("what the profile is called"),
  columns: z
    .strictObject(Object.fromEntries(COLUMN_ROLES.map((role) => [role, words])) as Record<ColumnRole, typeof words>)
    .describe("column headings by what the column holds, compared approximately"),
  statuses: z
    .strictObject(
      Object.fromEntries(RAGS.map((rag) => [rag, statusWordsSchema])) as Record<Rag, typeof statusWordsSchema>,
    )
    .describe("letters and words of each status; the words of a report's own key come before them"),
  uncoloured: words.describe('words of statuses that say no colour: "on hold"; kept as printed, with no status read'),
  status_names: words.describe('names whose first word is a status\'s: "Blue Badge"; two words each'),
  organisations: z
    .record(z.string().regex(/^\S[^/&,;]*$/, "a code has no separator in it"), z.string())
    .readonly()
    .describe("known organisation codes and what they stand for"),
  head: z
    .strictObject({
      plan: words.describe("words that a plan's title ends with"),
      theme: words.describe('words before a theme\'s number: "THEME 2"'),
      quarter: words.describe('words before a quarter\'s number: "QRT 1"'),
      version: words.describe('words that stand for a version: "Final"'),
      rating: words.describe("phrases before the overall rating"),
      rating_values: words.describe("ratings, where the report states one in another way"),
      counts: words.describe('labels of the stated counts: "Number & %"'),
    })
    .readonly(),
  updates: z
    .strictObject({
      headings: words.describe('words of an update\'s heading: "Update", "Position at"'),
      joiners: words.describe('words between heading and date: "at", "as of"'),
    })
    .readonly(),
  closing: words.describe('what lines behind the last row begin with that are no update: "Next report", "Prepared by"'),
  papers: words.describe('names of papers that tell of reports and are none, in lower case: "minutes"'),
  registers: words.describe('what tables with statuses list that are no deliverables, in lower case: "risk"'),
  markings: words.describe("protective markings and other furniture, set aside at a page's edge"),
  rules: ruleSettingsSchema,
});
export type Profile = z.infer<typeof profileSchema>;
