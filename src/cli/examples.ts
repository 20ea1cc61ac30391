/** Examples of each command, as its help shows them. In: the command's name. Out: text below its options. */

const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  ingest: [
    "ragtally ingest reports/ --out output",
    "ragtally ingest '2023/*.pdf' --out output --corrections corrections.csv",
  ],
  audit: [
    "ragtally audit output",
    "ragtally audit reports/ --html audit.html --dispositions dispositions.csv",
    "ragtally audit output --dispositions dispositions.csv --xlsx findings.xlsx",
    "ragtally audit reports/ --format github --fail-on error",
  ],
  review: ['ragtally review reports/ --by "J. Ogden"', "ragtally review output --port 4040"],
  history: ['ragtally history output --plan "Safer Melford" --theme 2'],
  chart: ["ragtally chart output --out charts"],
  compare: ["ragtally compare output-january output-june"],
  merge: ["ragtally merge 2023 2024 --out all"],
  shard: [
    "ragtally shard plan reports/ --out store",
    "ragtally shard run store 0-9",
    "ragtally shard merge store --out output",
  ],
  worker: ["ragtally worker --queue redis://localhost:6379"],
  correct: [
    'ragtally correct output q3.pdf 9 --field rag --value red --by "J. Ogden" --why "Red on paper"',
    "ragtally correct output q3.pdf 9 --field rag --remove",
    "ragtally correct --list",
  ],
  dispose: [
    'ragtally dispose output plan-2022-q2/count-mismatch/green accepted --by "J. Ogden"',
    'ragtally dispose output plan-2022-q2/number-gap/7 query --note "Where is row 7?" --by "J. Ogden"',
  ],
  tables: ["ragtally tables minutes.pdf --pages 3-5 --csv"],
  show: ["ragtally show report.pdf --page 2 --out page.png"],
  explain: ["ragtally explain", "ragtally explain count-mismatch"],
  schema: ["ragtally schema --as json-schema"],
  profile: ["ragtally profile > mine.json"],
  cache: ["ragtally cache --prune 30"],
  completion: [
    "ragtally completion bash >> ~/.bashrc",
    "ragtally completion fish > ~/.config/fish/completions/ragtally.fish",
  ],
};

/** Empty for a command without examples. */
export function examplesOf(command: string): string {
  const lines = EXAMPLES[command] ?? [];
  if (lines.length === 0) return "";
  return ["", lines.length === 1 ? "Example:" : "Examples:", ...lines.map((line) => `  ${line}`)].join("\n");
}
