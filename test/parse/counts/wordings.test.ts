/** The wordings in which reports state counts, each in variants: all are read, and give the same figures. */
import { describe, expect, it } from "vitest";
import { blocksOfText } from "../../../src/layout/text-blocks.js";
import { readCounts } from "../../../src/parse/counts/stated-counts.js";
import { BUILTIN_PROFILE } from "../../../src/schema/builtin-profile.js";

/** "green 3/6 50%" for each count that the text states; a slash in it is a new line. */
function statedIn(text: string) {
  const blocks = blocksOfText(`Harbour Town Action Plan 2022-25\n\n${text.replaceAll(" ¶ ", "\n")}`, BUILTIN_PROFILE);
  const end = blocks.length;
  const span = { from: 0, bodyFrom: end, rowsEnd: end, end, skip: new Set<number>() };
  const { statements, isComplete } = readCounts(blocks, span, BUILTIN_PROFILE);
  const words = statements.map(
    ({ rag, count, total, percent }) => `${rag} ${count ?? "-"}/${total ?? "-"} ${percent ?? "-"}%`,
  );
  return { words, isComplete };
}

const WORDINGS: Record<string, readonly [expected: string, ...variants: string[]]> = {
  "a part of which": [
    "green 12/40 30%, amber 20/40 50%, red 8/40 20%",
    "The plan has 40 actions, of which 12 (30%) were green, 20 (50%) amber and 8 (20%) red.",
    "The plan now has 40 actions, of which 12 (30%) are currently green, 20 (50%) are amber and 8 (20%) are red.",
    "There are 40 milestones, of which 12 (30%) are rated Green, 20 (50%) are rated Amber and 8 (20%) are rated Red.",
    "This year the board tracks 40 tasks of which 12 (30%) are green, 20 (50%) are amber, and 8 (20%) are red.",
    "The strategy lists 40 commitments: of these 12 (30%) are on track, 20 (50%) at risk and 8 (20%) off track.",
    "There are 40 actions in all; 12 of these (30%) are on target, 20 (50%) are at risk and 8 (20%) are off target.",
    "The plan contains 40 projects, of which 12 (30 per cent) are green, 20 (50 per cent) amber and 8 (20 per cent) red.",
    "We have 40 measures. Of these, 12 (30%) are green, 20 (50%) are amber and 8 (20%) are red.",
    "There were 40 recommendations, of which twelve (30%) were green, twenty (50%) amber and eight (20%) red.",
    "It holds 40 live pledges, of which 12 (30%) stand at green, 20 (50%) at amber and 8 (20%) at red.",
  ],
  "a list in brackets after the number of all": [
    "green 2/9 -%, amber 3/9 -%, red 4/9 -%",
    "9 projects are running (2 green, 3 amber, 4 red).",
    "The 9 milestones of the year (2 green, 3 amber and 4 red) are listed below.",
  ],
  "a number of years or months that counts nothing": [
    "green 2/9 -%, amber 3/9 -%, red 4/9 -%",
    "Three years on, 2 of the 9 are green, 3 of 9 amber and 4 of 9 red.",
    "After 18 months, 2 of 9 actions are green, 3 of 9 are amber and 4 of 9 are red.",
  ],
  "captions of a chart": [
    "green 5/- -%, amber 3/- -%, red 3/- -%",
    "5 On track ¶ 3 At risk ¶ 3 Off track",
    "5 Green ¶ 11  3 Amber ¶ 3 Red",
    "5On track ¶ 3At risk ¶ 3Off track",
  ],
  "a sentence after one that says how many a part of them are": [
    "green 2/- -%, amber 1/- -%",
    "In May we focused on 3 actions. 2 are green and 1 is amber.",
    "The board had a closer look on 3 projects. 2 are green and 1 is amber.",
  ],
  "a sentence after the one that says how many there are": [
    "green 5/11 -%, amber 3/11 -%, red 3/11 -%",
    "The partners work on 11 actions. 5 are green, 3 are amber and 3 are red.",
    "Four councils are acting on 11 actions. 5 are green, 3 are amber and 3 are red.",
    "This page tracks our 11 current pledges. 5 are on track, 3 at risk and 3 off track.",
    "Of the 11 areas for improvement, 5 are on track, 3 are at risk and 3 are off track.",
    "There are 11 open and lately closed projects: 5 are green, 3 amber and 3 red.",
  ],
  "a sentence after one about something else": [
    "green 5/- -%, amber 3/- -%",
    "Officers lead on 4 projects. 5 actions are green and 3 amber.",
  ],
  "a share behind the status": [
    "green 21/- 43%, amber 18/- 37%, red 10/- 20%",
    "21 actions are green (43%), 18 are amber (37%) and 10 are red (20%).",
    "21 actions are green (43%) ¶ 18 actions are amber (37%) ¶ 10 actions are red (20%)",
    "21 are on track (43%), 18 are at risk (37%) and 10 are off track (20%).",
    "At present 21 tasks are green (43 per cent), 18 amber (37 per cent), 10 red (20 per cent).",
    "21 milestones were Green (43%). 18 milestones were Amber (37%). 10 milestones were Red (20%).",
    "• 21 are green (43%) ¶ • 18 are amber (37%) ¶ • 10 are red (20%)",
    "21 green (43%); 18 amber (37%); 10 red (20%)",
    "21 commitments are on schedule (43%), 18 are at risk (37%), 10 are behind schedule (20%).",
    "21 are rated green [43%], 18 are rated amber [37%] and 10 are rated red [20%].",
    "Twenty-one are green (43%), eighteen are amber (37%) and ten are red (20%).",
  ],
  "numbers in words": [
    "green 2/- -%, amber 3/- -%, red 1/- -%",
    "Two are on track, three are at risk and one is off track.",
    "Two are on track. Three are at risk. One is off track.",
    "Two actions are green, three actions are amber and one action is red.",
    "Green: two ¶ Amber: three ¶ Red: one",
    "Green – two, Amber – three, Red – one",
    "two green, three amber and one red",
    "Two of the actions are green, three are amber and one is red.",
    "Two tasks are on target, three are at risk and one is off target.",
    "At the end of September two were rated green, three amber and one red.",
    "Two have been rated Green, three Amber, one Red.",
  ],
  "a comparison with another time": [
    "green 18/- -%, amber 5/- -%, red 2/- -%",
    "18 were rated Green (2 fewer than last quarter), 5 Amber (3 more) and 2 Red (no change).",
    "18 were rated Green, compared with 20 last quarter, 5 were rated Amber and 2 Red.",
    "18 are green (up from 16), 5 are amber (down from 7) and 2 are red (unchanged).",
    "18 are on track (last time 16), 5 are at risk (previously 4) and 2 are off track (same as before).",
    "18 actions are green, up from 16, 5 are amber and 2 are red.",
    "18 are green, an increase of 2, 5 are amber and 2 red.",
    "18 were rated green, two more than in May, 5 amber and 2 red.",
    "18 are green (compared to 12), 5 are amber (compared to 9) and 2 are red (compared to 4).",
    "18 actions (3 more than before) are green, 5 amber and 2 red.",
    "18 are green, as compared with 14 in June, 5 are amber and 2 are red.",
  ],
  "a list with its total": [
    "green 3/6 -%, amber 2/6 -%, red 1/6 -%",
    "Green 3, Amber 2, Red 1 (total 6)",
    "Green: 3; Amber: 2; Red: 1. Total: 6",
    "Green 3 Amber 2 Red 1 Total 6",
    "Green 3 | Amber 2 | Red 1 | Total 6",
    "Green: 3 ¶ Amber: 2 ¶ Red: 1 ¶ Total: 6",
    "Green - 3, Amber - 2, Red - 1, Total - 6",
    "GREEN 3, AMBER 2, RED 1 (TOTAL 6)",
    "G: 3 ¶ A: 2 ¶ R: 1 ¶ Total: 6",
    "On track 3, At risk 2, Off track 1 (total: 6)",
    "Of the 6 actions: green 3, amber 2, red 1.",
  ],
  "two words for one status": [
    "green 42/- 84%, amber 2/- 4%, red 6/- 12%",
    "42 (84%) Green or Complete ¶ 2 (4%) Amber ¶ 6 (12%) Red",
    "Green or Complete: 42 (84%) ¶ Amber: 2 (4%) ¶ Red: 6 (12%)",
    "42 (84%) are green or complete, 2 (4%) are amber and 6 (12%) are red.",
    "Complete / Green: 42 (84%) ¶ Amber: 2 (4%) ¶ Red: 6 (12%)",
    "On track or Green: 42 (84%) ¶ At risk or Amber: 2 (4%) ¶ Off track or Red: 6 (12%)",
    "42 (84%) are On Track (Green), 2 (4%) At Risk (Amber) and 6 (12%) Off Track (Red).",
    "Green (On Track): 42 (84%) ¶ Amber (At Risk): 2 (4%) ¶ Red (Off Track): 6 (12%)",
    "‘Green’ or ‘Complete’: 42 (84%) ¶ ‘Amber’: 2 (4%) ¶ ‘Red’: 6 (12%)",
    "Progressing well (green): 42 (84%) ¶ Slipping (amber): 2 (4%) ¶ No progress (red): 6 (12%)",
    "Green – going to plan: 42 (84%) ¶ Amber – some slippage: 2 (4%) ¶ Red – will not be done: 6 (12%)",
  ],
  "percentages with a comma or in words": [
    "green 3/6 50%, amber 2/- 33.3%, red 1/6 17%",
    "Green – 3 of 6 (50 %) ¶ Amber: two (33,3%) ¶ Red 1 out of 6 = 17 per cent",
    "Green 3/6 (50%) ¶ Amber 2 (33.3%) ¶ Red 1/6 (17%)",
    "Green: 3 of 6 = 50% ¶ Amber: 2 = 33.3% ¶ Red: 1 of 6 = 17%",
    "Green: 3/6 - 50% ¶ Amber: two (33.3 %) ¶ Red: 1/6 - 17%",
    "Green: three of six (50 per cent) ¶ Amber: two (33.3 per cent) ¶ Red: one of six (17 per cent)",
    "Green: 50% (3/6) ¶ Amber: 33.3% (2) ¶ Red: 17% (1/6)",
    "Green: 50% (3 of 6) ¶ Amber: 33,3 % (2) ¶ Red: 17% (1 of 6)",
    "Green: 3 out of 6, 50% ¶ Amber: 2, 33.3% ¶ Red: 1 out of 6, 17%",
    "Green\t3/6\t50%\nAmber\t2\t33,3%\nRed\t1/6\t17%",
    "Green: 3 of the 6 (50%) ¶ Amber: two [33.3%] ¶ Red: 1 of the 6 (17%)",
  ],
  "percentages alone": [
    "green -/- 50%, amber -/- 30%, red -/- 20%",
    "50 per cent of the actions are green, 30 per cent amber and 20 per cent red.",
    "50 percent of the plan was green, 30 percent was amber and 20 percent was red.",
    "50% are on track, 30% are at risk and 20% are off track.",
    "Green 50%, Amber 30%, Red 20%",
    "Green: 50% ¶ Amber: 30% ¶ Red: 20%",
    "Half a year in, 50% are green, 30% amber and 20% red.",
    "50% of tasks are green. 30% of tasks are amber. 20% of tasks are red.",
    "Green – 50 %; Amber – 30 %; Red – 20 %",
    "At the end of the quarter 50% of milestones were green, 30% were amber and 20% were red.",
    "50 % green, 30 % amber, 20 % red",
  ],
  "signs before the words": [
    "green 2/11 18%, amber 4/11 36%, red 5/11 45%",
    "🟢 Green: 2 of 11 (18%) ¶ 🟠 Amber: 4 of 11 (36%) ¶ 🔴 Red: 5 of 11 (45%)",
    "🟢 2 of 11 (18%) ¶ 🟡 4 of 11 (36%) ¶ 🔴 5 of 11 (45%)",
    "🟢 2/11 (18%) 🟠 4/11 (36%) 🔴 5/11 (45%)",
    "- 🟢 On track: 2/11 (18%) ¶ - 🟠 At risk: 4/11 (36%) ¶ - 🔴 Off track: 5/11 (45%)",
    "🟩 Green - 2/11 - 18% ¶ 🟧 Amber - 4/11 - 36% ¶ 🟥 Red - 5/11 - 45%",
    "● Green 2/11 (18%) ¶ ● Amber 4/11 (36%) ¶ ● Red 5/11 (45%)",
    "■ Green: 2/11 (18%) ■ Amber: 4/11 (36%) ■ Red: 5/11 (45%)",
    "**🟢 Green:** 2/11 (18%) ¶ **🟠 Amber:** 4/11 (36%) ¶ **🔴 Red:** 5/11 (45%)",
    "🟢\t2/11\t18%\n🟠\t4/11\t36%\n🔴\t5/11\t45%",
    "▲ Green 2 of 11 (18%)   ▲ Amber 4 of 11 (36%)   ▲ Red 5 of 11 (45%)",
  ],
  "a count, its total and its share between dashes": [
    "green 8/14 57%, amber 4/14 29%, red 2/14 14%",
    "Green - 8/14 - 57% ¶ Amber - 4/14 - 29% ¶ Red - 2/14 - 14%",
    "Green – 8/14 – 57% ¶ Amber – 4/14 – 29% ¶ Red – 2/14 – 14%",
    "Green: 8 of 14: 57% ¶ Amber: 4 of 14: 29% ¶ Red: 2 of 14: 14%",
    "Green = 8/14 = 57% ¶ Amber = 4/14 = 29% ¶ Red = 2/14 = 14%",
    "Green | 8/14 | 57% ¶ Amber | 4/14 | 29% ¶ Red | 2/14 | 14%",
    "Green   8/14   57% ¶ Amber   4/14   29% ¶ Red     2/14   14%",
    "Green, 8 of 14, 57% ¶ Amber, 4 of 14, 29% ¶ Red, 2 of 14, 14%",
    "GREEN - 8 / 14 - 57 % ¶ AMBER - 4 / 14 - 29 % ¶ RED - 2 / 14 - 14 %",
    "Green (G) - 8/14 - 57% ¶ Amber (A) - 4/14 - 29% ¶ Red (R) - 2/14 - 14%",
    "Green 8/14, 57%; Amber 4/14, 29%; Red 2/14, 14%",
  ],
  "a heading": [
    "green 8/- -%, amber 4/- -%, red 2/- -%",
    "## Status: 8 green, 4 amber, 2 red",
    "# 8 Green | 4 Amber | 2 Red",
    "### Green 8, Amber 4, Red 2",
    "**Position: 8 green, 4 amber, 2 red**",
    "Summary: green 8, amber 4 and red 2.",
    "8 green / 4 amber / 2 red",
    "Green (8), Amber (4), Red (2)",
    "Progress: on track 8, at risk 4, off track 2",
    "Headline: 8 on target, 4 at risk and 2 off target",
    "RAG summary – Green 8, Amber 4, Red 2",
  ],
  "a base after the counts": [
    "green 64/114 56%, blue 50/114 44%",
    "64 of the 114 actions (56%) are on track and 50 (44%) are complete.",
    "64 (56%) of the 114 actions are on track and 50 (44%) are complete.",
    "64 are on track (56%) and 50 are complete (44%) of the 114 actions",
    "Of 114 actions in the plan, 64 (56%) are on track and 50 (44%) are complete.",
    "64/114 (56%) are on track and 50/114 (44%) are complete.",
    "On track: 64/114 (56%) ¶ Complete: 50/114 (44%)",
    "56% (64) of the 114 actions are on track and 44% (50) are complete.",
    "There are 114 actions. 64 (56%) are on track and 50 (44%) are completed.",
    "Out of 114 actions 64 (56%) are on track, and 50 (44%) have been completed.",
    "Of our 114 key actions, 64 (56%) are on schedule and 50 (44%) are finished.",
  ],
  "a noun in the label": [
    "green 8/- 57%, amber 4/- 29%, red 2/- 14%",
    "Actions rated green: 8 (57%) ¶ Actions rated amber: 4 (29%) ¶ Actions rated red: 2 (14%)",
    "Number of green actions: 8 (57%) ¶ Number of amber actions: 4 (29%) ¶ Number of red actions: 2 (14%)",
    "Green actions: 8 (57%) ¶ Amber actions: 4 (29%) ¶ Red actions: 2 (14%)",
    "Green milestones 8 (57%), amber milestones 4 (29%), red milestones 2 (14%)",
    "Green tasks = 8 (57%); amber tasks = 4 (29%); red tasks = 2 (14%)",
    "8 green actions (57%), 4 amber actions (29%) and 2 red actions (14%).",
    "8 (57%) green actions, 4 (29%) amber actions and 2 (14%) red actions",
    "Actions on track: 8 (57%) ¶ Actions at risk: 4 (29%) ¶ Actions off track: 2 (14%)",
    "Projects with a green rating: 8 (57%), with an amber rating: 4 (29%), with a red rating: 2 (14%)",
    "Rated Green: 8 (57%) ¶ Rated Amber: 4 (29%) ¶ Rated Red: 2 (14%)",
  ],
  "none of a status": [
    "green 9/15 60%, amber 6/15 40%, red 0/15 -%",
    "There are 15 milestones. 9 (60%) are green, 6 (40%) are amber and none are red.",
    "Of the 15 actions, 9 (60%) are green, 6 (40%) are amber and none is red.",
    "Of the 15 actions, 9 (60%) are green, 6 (40%) amber and no actions are red.",
    "Of the 15 actions, 9 (60%) are green, 6 (40%) are amber and 0 are red.",
    "Green: 9/15 (60%) ¶ Amber: 6/15 (40%) ¶ Red: 0/15",
    "Green: 9 of 15 (60%) ¶ Amber: 6 of 15 (40%) ¶ Red: none of 15",
    "Of the 15 tasks 9 (60%) are on track, 6 (40%) are at risk and none is off track.",
    "Of the 15 pledges, nine (60%) are green, six (40%) are amber and none are red.",
    "Of the 15 actions 9 (60%) are on track, 6 (40%) at risk and no action is off track.",
    "Of all 15 actions, 9 (60%) are green and 6 (40%) are amber, with none red.",
  ],
  "statuses without a colour": [
    "blue 1/6 17%, null 2/6 33%, null 2/6 33%, white 1/6 17%",
    "Complete\tIn progress\tOverdue\tNot started\n1/6 (17%)\t2/6 (33%)\t2/6 (33%)\t1/6 (17%)",
    "Complete: 1/6 (17%) ¶ In progress: 2/6 (33%) ¶ Overdue: 2/6 (33%) ¶ Not started: 1/6 (17%)",
    "Complete\t1/6\t17%\nIn progress\t2/6\t33%\nOverdue\t2/6\t33%\nNot started\t1/6\t17%",
    "Completed: 1/6 (17%) ¶ Underway: 2/6 (33%) ¶ Delayed: 2/6 (33%) ¶ Not started: 1/6 (17%)",
    "Closed 1/6 (17%), Ongoing 2/6 (33%), On hold 2/6 (33%), Not yet started 1/6 (17%)",
    "| Complete | Ongoing | Deferred | Not due |\n|---|---|---|---|\n| 1/6 (17%) | 2/6 (33%) | 2/6 (33%) | 1/6 (17%) |",
    "Finished - 1/6 - 17% ¶ In development - 2/6 - 33% ¶ Paused - 2/6 - 33% ¶ Not started - 1/6 - 17%",
    "Of the 6 actions 1 (17%) is complete, 2 (33%) are in progress, 2 (33%) are overdue and 1 (17%) has not started.",
    "1 of 6 (17%) is complete, 2 of 6 (33%) are in progress, 2 of 6 (33%) are on hold, 1 of 6 (17%) is not started.",
    "Complete: 1 of 6 (17%); In progress: 2 of 6 (33%); Stalled: 2 of 6 (33%); Not started: 1 of 6 (17%)",
  ],
  "yellow beside amber, and halves": [
    "green 2/8 25%, amber 1/8 13%, amber 2/8 25%, red 3/8 38%",
    "Green: 2/8 (25%) ¶ Yellow: 1/8 (13%) ¶ Amber: 2/8 (25%) ¶ Red: 3/8 (38%)",
    "Green\tYellow\tAmber\tRed\n2/8 (25%)\t1/8 (13%)\t2/8 (25%)\t3/8 (38%)",
    "| Rating | Number | % |\n|---|---|---|\n| Green | 2/8 | 25% |\n| Yellow | 1/8 | 13% |\n| Amber | 2/8 | 25% |\n| Red | 3/8 | 38% |",
    "Green 2/8 (25%), Yellow 1/8 (13%), Amber 2/8 (25%), Red 3/8 (38%)",
    "🟢 Green 2/8 (25%) ¶ 🟡 Yellow 1/8 (13%) ¶ 🟠 Amber 2/8 (25%) ¶ 🔴 Red 3/8 (38%)",
    "Green | 2/8 | 25% ¶ Yellow | 1/8 | 13% ¶ Amber | 2/8 | 25% ¶ Red | 3/8 | 38%",
    "Green - 2/8 - 25% ¶ Yellow - 1/8 - 13% ¶ Amber - 2/8 - 25% ¶ Red - 3/8 - 38%",
    "- Green: 2 of 8 (25%) ¶ - Yellow: 1 of 8 (13%) ¶ - Amber: 2 of 8 (25%) ¶ - Red: 3 of 8 (38%)",
    "Green = 2 of 8 = 25% ¶ Yellow = 1 of 8 = 13% ¶ Amber = 2 of 8 = 25% ¶ Red = 3 of 8 = 38%",
    "2/8 (25%) are green, 1/8 (13%) yellow, 2/8 (25%) amber and 3/8 (38%) red.",
  ],
  "one status for all": [
    "green 8/8 -%",
    "All 8 actions are green.",
    "All of the 8 actions are green.",
    "All our 8 milestones are rated Green.",
    "All 8 tasks are on track.",
    "All 8 commitments are currently green.",
    "All the 8 actions are now on target.",
    "All 8 key actions are green.",
    "8 of 8 actions are green.",
    "Green: 8/8",
    "8 out of the 8 actions are on track.",
  ],
};

describe.each(Object.entries(WORDINGS))("%s", (_, [expected, ...variants]) => {
  it.each(variants)("%s", (text) => {
    expect(statedIn(text).words.join(", ")).toBe(expected);
  });
});

describe("what states no counts of statuses", () => {
  it.each([
    "There are 214 people on the list.",
    "74 of the 122 practitioners (61%) have completed the training.",
    "9 of 14 (64%) residents are green champions.",
    "The hall is 80% complete.",
    "Green 90%, Amber 75%, Red 50%",
    "12 of the 15 schools (80%) closed for snow.",
    "3 wardens completed the course and 5 (50%) began it.",
    "1 Preface ¶ 2 Completed ¶ 3 On track ¶ 4 At risk",
    "2 Completed ¶ 3 On track ¶ 4 Off track",
    "1. Preface ¶ 2. Completed ¶ 3. On track ¶ 4. Off track",
    "Green Lane 12, Amber Way 3, Red Road 7 and 9 others were swept.",
  ])("%s", (text) => {
    expect(statedIn(text).words).toEqual([]);
  });
});

describe("counts that are not understood", () => {
  it.each([
    ["of a status among them", "Green: 3/6 (50%) ¶ Under control: 2/6 (33%) ¶ Red: 1/6 (17%)"],
    ["of a status that is denied", "🟢 on track 3/6 (50%), 🟠 at risk 2/6 (33%), not on track 1/6 (17%)"],
    ["of all", "About 60% are green and nearly 20% red."],
    ["of one that is left to subtraction", "Of the 6 actions, 3 (50%) are green and 2 (33%) amber. The rest are red."],
  ])("make the counts incomplete: %s", (_, text) => {
    expect(statedIn(text).isComplete).toBe(false);
  });

  it("gives a status no count of one that is denied", () => {
    const key = "Status key: 🟢 on track 3/6 (50%), 🟠 some delay 2/6 (33%), not on track 1/6 (17%)";
    expect(statedIn(key).words).not.toContain("green 1/6 17%");
  });

  it("leaves a header without figures complete", () => {
    expect(statedIn("Prepared by the harbour board, June 2023").isComplete).toBe(true);
  });
});

it("reads a count after a status's meaning that names what it counts", () => {
  const lines = [
    "Green – Finished or sure to be in time: 2 of 8 actions (25%)",
    "Amber – Likely, with much to be done: 5 of 8 actions (63%)",
    "Red – Lost: 1 of 8 actions (13%)",
  ];
  expect(statedIn(lines.join(" ¶ ")).words).toEqual(["green 2/8 25%", "amber 5/8 63%", "red 1/8 13%"]);
});

describe("further wordings", () => {
  it.each([
    "12 Green, 5 Amber, 2 Red out of 19",
    "Total actions: 19. Green: 12. Amber: 5. Red: 2.",
    "Nineteen actions: twelve green, five amber, two red.",
    "12 of the 19 actions are now green, with a further 5 at amber and the remaining 2 (11%) at red.",
    "Key: Green = on track (12), Amber = some risk (5), Red = off track (2), Total (19)",
    "RAG status: Green (12), Amber (5), Red (2), Total (19)",
    "✅ Green: 12/19 ¶ ⚠ Amber: 5/19 ¶ ❌ Red: 2/19",
    "Total: 19. Actions at Green: 12. Actions at Amber: 5. Actions at Red: 2.",
    "Twelve of the nineteen actions are green, five are amber and two are red.",
    "| | Green | Amber | Red | Total |\n|---|---|---|---|---|\n| Number of actions | 12 | 5 | 2 | 19 |",
  ])("%s", (text) => {
    expect(statedIn(text).words.map((each) => each.replace(/ \S+%$/, ""))).toEqual([
      "green 12/19",
      "amber 5/19",
      "red 2/19",
    ]);
  });
});

describe("numbers of what is done to other things", () => {
  it.each([
    "Inspections have been completed at 9 of the 12 boatyards.",
    "Inspections have been completed at 9 of 12.",
    "Moorings completed: 9 of the 12 pontoons.",
  ])("state no count of actions: %s", (text) => {
    expect(statedIn(text).words).toEqual([]);
  });

  it("but of actions they do", () => {
    expect(statedIn("Actions completed: 9 of 12 actions.").words).toEqual(["blue 9/12 -%"]);
  });
});
