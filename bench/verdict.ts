import { measureStructure } from "../src/comparison/null/measure-structure.js";
import { structureVerdict } from "../src/comparison/null/structure-verdict.js";
import type { BenchRow } from "./bench-row.js";
import { benchComparison, type JudgedSet, judgeVerdict, oracles, type Picker, rivals } from "./judge-verdict.js";
import { type PlantedGroups, plantedGroups } from "./planted-groups.js";
import { onePersonaShop, plantedShop } from "./planted-shop.js";
import { type Shape, structureless } from "./structure-shapes.js";
import { wilson } from "./wilson.js";

/** So near to the best candidate's agreement with the truth counts as picking it. */
const asGood = 0.05;

/** Below this best agreement nobody could have seen the groups; counted apart. */
const visible = 0.3;

/** Seeds that nothing was tuned on; those from 50,001, 70,001, 90,001, 91,001 and 110,001 on were looked at before the last change. */
const firstSeed = 130_001;

interface Family {
  readonly name: string;
  readonly make: (seed: number) => PlantedGroups;
  /** The least and the largest distance between groups that is drawn. */
  readonly apart: readonly [number, number];
  /** Sets drawn, as a share of the runs asked for. */
  readonly share: number;
}

const families: readonly Family[] = [
  { name: "shops", make: (seed) => plantedShop(seed), apart: [3, 8], share: 1 },
  { name: "tables", make: plantedGroups, apart: [2.5, 7], share: 0.5 },
];

const ungrouped: Readonly<Record<string, (seed: number) => Pick<Shape, "matrix">>> = {
  ...structureless,
  "one-persona shop of purchase histories": onePersonaShop,
};

/**
 * How often the verdict picks a candidate within 0.05 of the best agreement with planted groups, beside simple rules and
 * rules that know the truth, and how often it says "no separate groups" of rows that have none. A share stands in `ours`
 * and `peer`.
 *
 * @param runs how many planted shops; half as many tables; at least as many sets without groups; 200 where left out
 */
export async function* verdictBench(_data: string, runs = 200): AsyncGenerator<BenchRow> {
  for (const family of families) {
    const sets: JudgedSet[] = [];
    for (let seed = firstSeed; seed < firstSeed + Math.ceil(runs * family.share); seed++) {
      sets.push(await judgeVerdict(family.make(seed), seed));
    }
    yield* rowsOf(family, sets);
  }
  const kinds = Object.entries(ungrouped);
  let [none, of] = [0, 0];
  for (const [kind, make] of kinds) {
    let own = 0;
    const count = Math.ceil(runs / kinds.length);
    for (let seed = firstSeed; seed < firstSeed + count; seed++) {
      const evidence = await measureStructure(make(seed).matrix, { seed, surrogates: benchComparison.surrogates });
      if (structureVerdict(evidence).answer !== "separate groups") own++;
    }
    [none, of] = [none + own, of + count];
    yield shareRow(`rows without groups, says so: ${kind}`, own, count);
  }
  yield shareRow("rows without groups, says so: all", none, of);
}

function* rowsOf({ name, apart: [least, most] }: Family, sets: readonly JudgedSet[]): Generator<BenchRow> {
  const seen = sets.filter(({ best }) => best >= visible);
  const unseen = sets.filter(({ best }) => best < visible);
  const hits = (some: readonly JudgedSet[], picker: Picker) =>
    some.filter(({ best, picks }) => picks[picker] >= best - asGood).length;
  const beside = (what: string, some: readonly JudgedSet[], picker: Picker) =>
    shareRow(`${name}: ${what}`, hits(some, "verdict"), some.length, picker, hits(some, picker));
  for (const picker of rivals) yield beside(`picks within ${asGood} of the best agreement`, seen, picker);
  for (const picker of oracles) yield beside("the same, beside who knows the truth", seen, picker);
  const third = (most - least) / 3;
  for (const [i, level] of ["high", "middle", "low"].entries()) {
    const [from, to] = [least + i * third, least + (i + 1) * third];
    const own = seen.filter(({ difficulty: { apart } }) => apart >= from && apart < to);
    const words = `${level} overlap (${from.toFixed(1)} to ${to.toFixed(1)} deviations apart)`;
    if (own.length > 0) yield beside(words, own, "best silhouette");
  }
  for (const [words, holds] of unevenness) {
    const own = seen.filter(({ difficulty }) => holds(difficulty));
    if (own.length > 0) yield beside(words, own, "best silhouette");
  }
  if (unseen.length > 0) yield beside(`no candidate reaches ${visible}`, unseen, "best silhouette");
  const joined = seen.filter(({ answer }) => answer === "separate groups").length;
  yield shareRow(`${name}: says "separate groups"`, joined, seen.length);
}

const unevenness: readonly (readonly [string, (difficulty: PlantedGroups["difficulty"]) => boolean])[] = [
  ["even groups (deviation of log sizes under 0.6)", ({ imbalance }) => imbalance < 0.6],
  ["uneven groups", ({ imbalance }) => imbalance >= 0.6],
  ["at most 2 columns beside that say nothing", ({ noiseColumns }) => noiseColumns <= 2],
  ["3 to 6 columns that say nothing", ({ noiseColumns }) => noiseColumns > 2],
];

function shareRow(name: string, ours: number, of: number, peerName?: string, peer?: number): BenchRow {
  const share = (count: number) => count / of;
  return {
    bench: "verdict",
    case: name,
    ours: share(ours),
    peer: peer === undefined ? null : share(peer),
    peerName: peerName ?? null,
    // more is better here, so a ratio would read the wrong way round
    ratio: null,
    equal: null,
    unit: "share",
    runs: of,
    note: `95 % limits of ours (Wilson 1927): ${wilson(ours, of)}`,
  };
}
