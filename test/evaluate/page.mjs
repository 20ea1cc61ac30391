/**
 * docs/evaluation.md. In: the figures of each measured set, and the page as it is. Out: the page anew. A set that was not measured keeps
 * the line that it has.
 */

const NONE = "–";
const HEADS = [
  "set",
  "wrong values without a review reason",
  "documents",
  "without a fault",
  "rows lost",
  "wrong values per 1,000",
  "rejected documents",
  "sound reports accused",
];

const share = (part, whole) => (whole === 0 ? NONE : `${part} of ${whole} (${((100 * part) / whole).toFixed(1)}%)`);
const shown = (figure) => (figure === null ? NONE : String(figure));

/** Cells of a set's line after its name. */
const cellsOf = (figures) => [
  shown(figures.silent),
  String(figures.documents),
  share(figures.faultless, figures.documents),
  share(figures.rowsLost, figures.rows),
  figures.values === 0 ? NONE : ((1000 * figures.wrong) / figures.values).toFixed(1),
  String(figures.rejected),
  shown(figures.accused),
];

const line = (cells) => `| ${cells.join(" | ")} |`;

/** The figures of a set as its line of the table. */
export const lineOfSet = (name, figures) => line([name, ...cellsOf(figures)]);

/** The lines of an earlier page by the name of their set. */
export function earlierLines(page) {
  const rows = [...page.matchAll(/^\| ([\w -]+) \| .*\|$/gm)].filter(
    ([text]) => text.split(" | ").length === HEADS.length,
  );
  const named = rows.map(([text, name]) => [name, text]);
  return new Map(named.filter(([name]) => name !== HEADS[0] && !name.startsWith("---")));
}

const tableOf = (lines) => [line(HEADS), line(HEADS.map(() => "---")), ...lines].join("\n");

export function pageOf(sets, prints, lines) {
  const measured = (names) => tableOf(names.flatMap((name) => lines.get(name) ?? []));
  return `# Evaluation

How well ragtally reads reports whose truth is known. \`npm run evaluate\` in a copy of the repository measures every set that is
present and writes this page; a set that is not present keeps its last figures. Three sets are in the repository, the others are not.

${measured(sets.map(({ name }) => name))}

## What the columns say

- **Wrong values without a review reason**: values of rows (number, organisations, title, status, dates of updates) that differ from
  the truth, where the row has nothing in \`review_reasons\` to warn of it, and rows that do not exist. This is the worst that can happen. In
  "situations" and "prints" a lost row that no finding mentions counts too.
- **Without a fault**: each row with all its values as printed, and no row more or less. In the repository's own prints a null, or a
  value with a review reason, is right where the print itself leaves a reader in doubt.
- **Rows lost**: rows of the truth that are not in the dataset.
- **Wrong values per 1,000**: with and without a review reason. A null is not a wrong value.
- **Rejected documents**: reports from which nothing was read.
- **Sound reports accused**: documents with a finding of severity error, or a contradicted count, that the truth does not have.
- "${NONE}" stands where a set does not tell.

## The sets

${sets.map(({ name, about }) => `- **${name}**: ${about}`).join("\n")}

## The repository's own prints, by print

${measured(prints)}
`;
}
