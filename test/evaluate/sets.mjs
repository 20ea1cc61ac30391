/**
 * The sets that `npm run evaluate` measures: name, a sentence for a reader who does not have them, what must be there, and how the
 * figures are taken. Those in the folder beside the project are optional.
 */
import { join } from "node:path";
import { printedCases } from "../prints/cases.mjs";
import { PRINTS } from "../prints/printers.mjs";
import { seededCases } from "../seeded/cases.mjs";
import { benchFigures } from "./bench.mjs";
import { caseFigures } from "./case-folders.mjs";
import { corpusFigures } from "./corpus.mjs";
import { officialFigures } from "./official-lists.mjs";
import { caseFiguresByPrint, figuresOf, readCases } from "./printed.mjs";
import { scored } from "./run.mjs";
import { secondHandFigures } from "./second-hand.mjs";

/** Reports made by seed, and the first seed. */
const SEEDED = 200;
const FIRST_SEED = 1;
const BESIDE = "../shared";
const beside = (...parts) => join(BESIDE, ...parts);
const BENCH_SCORER = beside("bench/score.mjs");
const SECOND_HAND_SCORER = beside("strangers/score.py");
const CASE_SCORER = beside("situations/score.mjs");

const SECOND_HAND = (name, about) => ({
  name,
  about,
  needs: [beside(name, "truth.json"), SECOND_HAND_SCORER],
  python: true,
  figures: (work) => secondHandFigures(beside(name), SECOND_HAND_SCORER, work),
});
const BENCH = (name, folder, about) => ({
  name,
  about,
  needs: [beside(folder, "truth.json"), BENCH_SCORER],
  figures: (work) => benchFigures(beside(folder), BENCH_SCORER, work),
});

export const SETS = [
  {
    name: "own prints",
    about: `Small made-up tables of five themes in many variants (other columns, labels, statuses, groups, totals), each printed in ${Object.keys(PRINTS).length} ways. In the repository, made by \`test/prints/cases.mjs\`.`,
    needs: [],
    figures: () => caseFiguresByPrint(printedCases()),
  },
  {
    name: "seeded",
    about: `${SEEDED} small reports put together by seed: contents, columns, forms of labels, statuses and updates, and one of the same prints. In the repository, made by \`test/seeded/cases.mjs\`.`,
    needs: [],
    figures: async () => figuresOf(await readCases(seededCases(FIRST_SEED, SEEDED))),
  },
  {
    name: "corpus",
    about:
      "The sample reports in `corpus/`, text and PDF, with planted faults. Their README gives the rows of each status, and only these are compared.",
    needs: ["corpus/README.md"],
    figures: (work) => corpusFigures(work),
  },
  SECOND_HAND(
    "real-shapes",
    "Reports with made-up contents in the shapes of real published ones: papers around them, long narratives, keys in many forms. A few are minutes, and nothing may be read from them.",
  ),
  SECOND_HAND(
    "strangers",
    "Reports of many bodies made by a generator that was written apart from this project: PDFs from six producers, tabs, CSV, Markdown, lists.",
  ),
  {
    name: "situations",
    about: "Small sound reports, each with one peculiarity that real reports have.",
    needs: [beside("situations/cases"), CASE_SCORER],
    figures: () => caseFigures(beside("situations/cases"), CASE_SCORER),
  },
  {
    name: "prints",
    about: "One table printed in seven ways, in 26 variants, made by another hand than the repository's own.",
    needs: [beside("prints/make.py"), CASE_SCORER],
    python: true,
    figures: (work) => {
      const cases = join(work, "prints");
      scored("python3", beside("prints/make.py"), cases);
      return caseFigures(cases, CASE_SCORER);
    },
  },
  {
    name: "real",
    about: "Official lists of major projects with their delivery confidence, as published, of four years.",
    needs: [beside("real/score.py")],
    python: true,
    figures: (work) => officialFigures(beside("real"), beside("real/score.py"), work),
  },
  BENCH(
    "bench",
    "bench/dev",
    "Reports in the layouts that the project was developed on: PDFs from several producers, packs of committee papers, scans, text of several kinds.",
  ),
  BENCH("reference", "reference", "The text of two real reports, with their truth read by hand."),
];
