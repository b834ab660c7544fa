// node dist/bench/structure-verdict.js [seeds] [first seed] [surrogates]: how often the verdict on structure is right
import { adjustedRandIndex } from "../src/clustering/metrics/adjusted-rand-index.js";
import { measureStructure } from "../src/comparison/null/measure-structure.js";
import { structureVerdict } from "../src/comparison/null/structure-verdict.js";
import { grouped, type ShapeMaker, spikes, structureless } from "./structure-shapes.js";
import { wilson } from "./wilson.js";

const [seeds = 100, first = 1001, surrogates = 2] = process.argv.slice(2).map(Number);
/** From here on someone who knew the groups could tell them apart. */
const recoverable = 0.8;

interface Outcome {
  readonly answer: string;
  readonly isBeyondNull: boolean;
  /** Adjusted Rand index with the planted groups, of the groups found and of the best assignment there is. */
  readonly index: number;
  readonly best: number;
}

async function judge(make: ShapeMaker): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let seed = first; seed < first + seeds; seed++) {
    const { matrix, truth } = make(seed);
    const evidence = await measureStructure(matrix, { seed, surrogates });
    outcomes.push({
      answer: structureVerdict(evidence).answer,
      isBeyondNull: evidence.null.lead.p <= 0.05,
      index: truth ? adjustedRandIndex(truth.groups, evidence.found.labels) : Number.NaN,
      best: truth ? adjustedRandIndex(truth.groups, truth.best) : Number.NaN,
    });
  }
  return outcomes;
}

const told = (count: number, of: number): string => `${count} of ${of} (${wilson(count, of)})`;

function print(name: string, outcomes: readonly Outcome[], expected: string): void {
  const said = (answer: string) => outcomes.filter((outcome) => outcome.answer === answer).length;
  const beyond = outcomes.filter(({ isBeyondNull }) => isBeyondNull).length;
  const mean = outcomes.reduce((sum, { index }) => sum + index, 0) / outcomes.length;
  const cells = [
    name,
    expected === "none"
      ? told(outcomes.length - said("separate groups"), outcomes.length)
      : told(said(expected), outcomes.length),
    `groups ${said("separate groups")}, slices ${said("slices of a continuum")}, spike ${said("a spike in one column")}`,
    Number.isNaN(mean) ? "" : `mean ARI ${mean.toFixed(2)}`,
    surrogates >= 19 ? `beyond the null ${beyond}` : "",
  ];
  console.log(`| ${cells.join(" | ")} |`);
}

const all = { none: [] as Outcome[], spike: [] as Outcome[], high: [] as Outcome[] };
for (const [name, make] of Object.entries(structureless)) {
  const outcomes = await judge(make);
  print(name, outcomes, "none");
  all.none.push(...outcomes);
}
for (const [name, make] of Object.entries(spikes)) print(name, await judge(make), "a spike in one column");
for (const [name, make] of Object.entries(grouped)) {
  const outcomes = await judge(make);
  print(name, outcomes, "separate groups");
  all.high.push(...outcomes.filter(({ best }) => best >= recoverable));
}
print("all without structure", all.none, "none");
print(`all whose groups can be told apart (best ARI ≥ ${recoverable})`, all.high, "separate groups");
