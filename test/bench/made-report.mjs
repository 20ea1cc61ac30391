// A text report of some 16 KB, different for every seed. In: a whole number. Out: the report's text.

const ROWS = 15;
const SENTENCES = [
  "The night bus shelter was repainted after the spring consultation and now has a help point.",
  "Two further wardens were appointed; one covers the market, the other the riverside path.",
  "Referrals rose to 41 in the quarter, most of them made by schools and the housing team.",
  "A paper on the future of the front counter goes to the board before the summer recess.",
];
const STATUS = ["G", "A", "R", "NS"];

export function madeReport(seed) {
  const year = 2010 + (seed % 12);
  const lines = [
    `SAFER MELFORD DELIVERY PLAN (${year}-${String(year + 3).slice(2)})`,
    `COMMISSIONER'S THEME ${1 + (seed % 7)} UPDATE - QRT ${1 + (seed % 4)} UPDATE (June ${year + 1})`,
    `Run ${seed}`,
    "",
    "Green\tOn course\tAmber\tLate\tRed\tStopped\tWhite (NS)\tLater",
    `Number & %\t${4}/${ROWS} (27%)\tNumber & %\t4/${ROWS} (27%)\tNumber & %\t4/${ROWS} (27%)\t\t3/${ROWS} (20%)`,
    "",
    "No\tOrganisation\tSPECIFIC DELIVERABLES\tRAG Status",
  ];
  for (let row = 1; row <= ROWS; row += 1) {
    lines.push(
      `${row}\t${row % 2 ? "FORCE" : "MC/OPCC"}\tKeep promise number ${row} of run ${seed} to the people of Melford\t${STATUS[(row - 1) % 4]}\t\t`,
    );
    for (const month of ["May", "March"]) {
      lines.push(`Update ${month} ${year + 1}:\t\t\t`);
      for (let at = 0; at < 5; at += 1)
        lines.push(`${SENTENCES[(row + at + seed) % 4]} Reference ${seed}/${row}/${at}.`);
    }
  }
  return lines.join("\n");
}
