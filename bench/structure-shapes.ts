import type { Matrix } from "../src/core/matrix.js";
import { createRandom, type Random } from "../src/core/random.js";
import { drawGamma } from "./draw-gamma.js";
import { drawPoisson } from "./draw-poisson.js";
import { standardised } from "./standardised.js";

/** Rows of a known kind. */
export interface Shape {
  readonly matrix: Matrix;
  /** Which group each row was drawn from, and which it would be given by someone who knew the groups exactly. */
  readonly truth?: { readonly groups: number[]; readonly best: number[] };
}

/** Draws one set of rows. */
export type ShapeMaker = (seed: number) => Shape;

/** Rows without groups, by kind. */
export const structureless: Readonly<Record<string, ShapeMaker>> = {
  "independent columns": (seed) =>
    rowsOf(seed, 4, 12, (random, width) => {
      const kinds = [0, 1, 2, 3];
      return () =>
        Array.from({ length: width }, (_, j) => {
          const kind = kinds[j % kinds.length]!;
          if (kind === 0) return random.normal();
          if (kind === 1) return random.next();
          return kind === 2 ? -Math.log(1 - random.next()) : Math.exp(0.5 * random.normal());
        });
    }),
  "one correlated Gaussian": (seed) =>
    rowsOf(seed, 2, 12, (random, width) => {
      const mix = Array.from({ length: width * width }, () => random.normal());
      return () => turned(mix, width, () => random.normal());
    }),
  "one heavy-tailed cloud": (seed) =>
    rowsOf(seed, 2, 8, (random, width) => {
      const mix = Array.from({ length: width * width }, () => random.normal());
      return () => {
        const tail = 1 / Math.sqrt(drawGamma(random, 2) / 2);
        return turned(mix, width, () => tail * random.normal());
      };
    }),
  "one bent cloud": (seed) =>
    rowsOf(seed, 2, 6, (random, width) => () => {
      const along = random.normal();
      return [
        along,
        0.6 * along * along + 0.5 * random.normal(),
        ...Array.from({ length: width - 2 }, () => random.normal()),
      ];
    }),
  "one-population gamma-Poisson shop": (seed) => rowsOf(seed, 3, 9, shopper),
};

/** Rows whose only structure is a value that many share. */
export const spikes: Readonly<Record<string, ShapeMaker>> = {
  "one column with a spike": (seed) =>
    rowsOf(seed, 3, 8, (random, width) => {
      const share = 0.3 + 0.4 * random.next();
      const apart = 4 + 3 * random.next();
      return () => [
        random.next() < share ? 0 : apart + random.normal(),
        ...Array.from({ length: width - 1 }, () => random.normal()),
      ];
    }),
};

/** Rows with groups, by kind. */
export const grouped: Readonly<Record<string, ShapeMaker>> = {
  ...Object.fromEntries(
    [2, 3, 4, 5, 6].map((apart): [string, ShapeMaker] => [
      `blobs ${apart} deviations apart`,
      (seed) => blobs(seed, apart),
    ]),
  ),
  "two moons": (seed) => {
    const random = createRandom(seed);
    const rows = size(random);
    const noise = 0.05 + 0.1 * random.next();
    const groups = Array.from({ length: rows }, (_, i) => i % 2);
    const points = groups.map((moon) => {
      const angle = Math.PI * random.next();
      const [x, y] = moon === 0 ? [Math.cos(angle), Math.sin(angle)] : [1 - Math.cos(angle), 0.5 - Math.sin(angle)];
      return [x + noise * random.normal(), y + noise * random.normal()];
    });
    return { matrix: standardised(points), truth: { groups, best: points.map(nearestMoon) } };
  },
};

function blobs(seed: number, apart: number): Shape {
  const random = createRandom(seed);
  const rows = size(random);
  const width = 3 + random.integer(8);
  const k = 2 + random.integer(4);
  const centres: number[][] = [];
  const distance = (a: readonly number[], b: readonly number[]) => Math.hypot(...a.map((x, j) => x - b[j]!));
  while (centres.length < k) {
    const way = Array.from({ length: width }, () => random.normal());
    const from = centres.length === 0 ? way.map(() => 0) : centres[random.integer(centres.length)]!;
    const centre = from.map((x, j) => x + (apart * way[j]!) / Math.hypot(...way));
    if (centres.every((other) => distance(other, centre) >= apart * 0.999)) centres.push(centre);
  }
  const shares = centres.map(() => 0.5 + random.next());
  const total = shares.reduce((sum, share) => sum + share, 0);
  const groups = Array.from({ length: rows }, () => {
    let draw = random.next() * total;
    const group = shares.findIndex((share) => {
      draw -= share;
      return draw < 0;
    });
    return Math.max(0, group);
  });
  const points = groups.map((group) => centres[group]!.map((x) => x + random.normal()));
  const score = (point: readonly number[], c: number) => distance(point, centres[c]!) ** 2 / 2 - Math.log(shares[c]!);
  const best = points.map((point) =>
    centres.reduce((least, _, c) => (score(point, c) < score(point, least) ? c : least), 0),
  );
  return { matrix: standardised(points), truth: { groups, best } };
}

function nearestMoon([x, y]: readonly number[]): number {
  const toArc = (u: number, v: number) =>
    v >= 0 ? Math.abs(Math.hypot(u, v) - 1) : Math.min(Math.hypot(u - 1, v), Math.hypot(u + 1, v));
  return toArc(x!, y!) <= toArc(1 - x!, 0.5 - y!) ? 0 : 1;
}

/** One population of shoppers: each buys at a rate of their own; the columns are what a shop would make of it. */
function shopper(random: Random, width: number): () => number[] {
  const spread = 0.6 + random.next();
  return () => {
    const rate = drawGamma(random, spread) * 6;
    const basket = Math.exp(3 + 0.6 * random.normal());
    const tenure = 730 * random.next();
    const orders = 1 + drawPoisson(random, (rate * tenure) / 365);
    const revenue = Array.from({ length: orders }, () => basket * (0.5 + drawGamma(random, 2) / 2)).reduce(
      (a, b) => a + b,
      0,
    );
    const recency = Math.floor((tenure * -Math.log(1 - random.next())) / (orders + 1));
    const lines = orders * (1 + drawPoisson(random, 5 * drawGamma(random, 2)));
    const returned = drawPoisson(random, 0.03 * lines);
    const weekend = Array.from({ length: orders }, () => (random.next() < 0.2 ? 1 : 0)).reduce<number>(
      (a, b) => a + b,
      0,
    );
    return [
      Math.log1p(recency),
      Math.log1p(orders),
      Math.log1p(revenue),
      Math.log1p(lines / orders),
      Math.log1p(revenue / orders),
      (returned + 0.09) / (lines + 3),
      Math.log1p(tenure / orders),
      (weekend + 0.6) / (orders + 3),
      Math.log1p(revenue / lines),
    ].slice(0, width);
  };
}

function rowsOf(
  seed: number,
  narrow: number,
  wide: number,
  prepare: (random: Random, width: number) => () => number[],
): Shape {
  const random = createRandom(seed);
  const rows = size(random);
  const draw = prepare(random, narrow + random.integer(wide - narrow + 1));
  return { matrix: standardised(Array.from({ length: rows }, draw)) };
}

/** 400 … 1,600 rows. */
function size(random: Random): number {
  return 400 + random.integer(1201);
}

function turned(mix: readonly number[], width: number, draw: () => number): number[] {
  const own = Array.from({ length: width }, draw);
  return own.map((_, i) => own.reduce((sum, value, j) => sum + mix[i * width + j]! * value, 0));
}
