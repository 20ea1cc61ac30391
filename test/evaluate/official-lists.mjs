/** Figures of the official project lists. In: their folder and its scorer, which prints a line a file. Out: their figures. */
import { datasetOf, lineOf, scored, sum } from "./run.mjs";

const LINE =
  /printed +(\d+) found +(\d+) title +\d+ department +\d+ rating +\d+ wrong values +(\d+) right +(\d+) rows too many (\d+)$/gm;
/** Number, organisation, title and rating. */
const VALUES_OF_ROW = 4;

export function officialFigures(folder, scorer, work) {
  const output = scored("python3", scorer, folder, datasetOf([folder], work));
  lineOf(output, /^projects \d+: found \d+/m);
  const files = [...output.matchAll(LINE)].map((line) => {
    const [, printed, found, wrong, right, extra] = line.map(Number);
    return { printed, found, wrong: wrong + extra, right, extra };
  });
  const printed = sum(files.map((file) => file.printed));
  const wrong = sum(files.map((file) => file.wrong));
  return {
    documents: files.length,
    faultless: files.filter((file) => file.right === file.printed && file.extra === 0).length,
    rows: printed,
    rowsLost: printed - sum(files.map(({ found }) => found)),
    wrong,
    values: printed * VALUES_OF_ROW,
    // The scorer does not say on which rows the wrong values are.
    silent: wrong === 0 ? 0 : null,
    rejected: files.filter(({ found }) => found === 0).length,
    accused: null,
  };
}
