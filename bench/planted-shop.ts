import { from } from "arquero";
import { createRandom, type Random } from "../src/core/random.js";
import { prepareMatrix } from "../src/features/matrix/prepare-matrix.js";
import { presets } from "../src/features/matrix/presets.js";
import { historyFeatures } from "./history-features.js";
import { plantedCentres } from "./planted-centres.js";
import type { PlantedGroups } from "./planted-groups.js";
import { plantedMembers } from "./planted-members.js";
import { purchaseHistory } from "./purchase-history.js";
import { behaviourNames, shopBehaviour } from "./shop-behaviour.js";

/** No persona lies further from what is usual than this, in deviations: beyond, rates are no shop's. */
const furthest = 6;

/** Facts about a customer that have nothing to do with how they shop, any of which a table may hold. */
const idle: readonly ((random: Random) => number)[] = [
  (random) => 3 + random.normal(), // logarithm of the kilometres to the shop
  (random) => 18 + 60 * random.next(), // age
  (random) => random.integer(365), // birthday
  (random) => 9 + 3 * random.normal(), // hour of registering
  (random) => random.normal(), // north
  (random) => random.normal(), // east
];

/**
 * Draws a shop of 400 to 1,600 customers of 2 to 7 planted personas: each persona is a centre in behaviour (rate, basket,
 * prices, tenure, season, weekends, returns, repertoire), each customer a draw around it, each history a draw of orders
 * and lines from that. Features of the histories are those of `rfm-plus`, made nearly normal by Yeo–Johnson and pruned of
 * near copies. The seed also draws how hard personas are to tell apart: by how many deviations of their customers (3 to
 * 8), in how many behaviours (4 to 9), how uneven their sizes are, and how many columns that have nothing to do with
 * shopping stand beside (0 to 6).
 *
 * @param personas how many there are; drawn by the seed where left out, 1 makes a shop without groups
 */
export function plantedShop(seed: number, personas?: number): PlantedGroups {
  const random = createRandom(seed);
  const rows = 400 + random.integer(1201);
  const width = 4 + random.integer(6);
  const drawn = 2 + random.integer(6);
  const k = personas ?? drawn;
  const difficulty = {
    apart: 3 + 5 * random.next(),
    imbalance: 1.2 * random.next(),
    noiseColumns: random.integer(idle.length + 1),
  };
  const telling = shuffled(random, behaviourNames.length).slice(0, width);
  const centres = plantedCentres(random, k, width, difficulty.apart, furthest);
  const truth = plantedMembers(random, rows, k, difficulty.imbalance);
  const histories = Array.from(truth, (persona) => {
    const own = behaviourNames.map(() => random.normal());
    telling.forEach((at, j) => {
      own[at]! += centres[persona]![j]!;
    });
    return purchaseHistory(random, shopBehaviour(own));
  });
  const facts = idle.slice(0, difficulty.noiseColumns);
  const customers = historyFeatures(histories).map((features, i) => ({
    customer: String(i + 1),
    ...features,
    ...Object.fromEntries(facts.map((draw, j) => [`fact_${j + 1}`, draw(random)])),
  }));
  const columns = [...rfmPlus, ...facts.map((_, j) => `fact_${j + 1}`)];
  return {
    matrix: prepareMatrix(from(customers), { columns, transform: "yeo-johnson", constant: "keep", prune: true }),
    truth,
    difficulty,
  };
}

/** A shop of one persona: nobody stands apart. */
export function onePersonaShop(seed: number): Pick<PlantedGroups, "matrix"> {
  return plantedShop(seed, 1);
}

const rfmPlus = (presets["rfm-plus"].columns as readonly { column: string }[]).map(({ column }) => column);

function shuffled(random: Random, count: number): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
