import { ingredients } from "./catalogue/ingredients.js";
import { featureCatalogue } from "./catalogue.js";
import { type Dialect, duckdb } from "./dialect.js";
import type { Ingredient } from "./feature.js";
import { grainRelations } from "./grains.js";
import type { ShopFacts } from "./known-shop.js";

/**
 * The one query that computes features of every customer over the tables of `Sales`, in ascending order of their ids.
 *
 * @param names features of any grain but `score`
 * @param asOf yyyy-mm-dd: what happened on this day or later does not count
 * @param dialect the engine's; DuckDB's where left out
 * @param shop what holds for the whole shop, where it is not to be taken from these sales
 * @returns SQL text that gives `customer` and the named columns, in the order of the names
 */
export function customerQuery(
  names: readonly string[],
  asOf: string,
  dialect: Dialect = duckdb,
  shop?: ShopFacts,
): string {
  const needed = withNeeds(names, dialect);
  const aggregated = needed.filter(({ grain }) => grain !== "customer");
  const grains = [...new Set(aggregated.map(({ grain }) => grain))];
  const parts = grains.map((grain) => {
    const columns = aggregated.filter((entry) => entry.grain === grain);
    const expressions = columns.map((entry) => `${sqlOf(entry, dialect)} AS ${entry.name}`);
    const beside = expressions.some(readsShop) ? " CROSS JOIN shop" : "";
    return `of_${grain} AS (SELECT customer, ${expressions.join(", ")} FROM ${grain}${beside} GROUP BY customer)`;
  });
  const finished = aggregated.map(({ grain, name, whenNone }) =>
    whenNone === undefined ? `of_${grain}.${name}` : `coalesce(of_${grain}.${name}, ${whenNone}) AS ${name}`,
  );
  const joins = grains.map((grain) => `LEFT JOIN of_${grain} ON of_${grain}.customer = c.customer`);
  const layers = layersOf(needed, dialect);
  const needsShop = needed.some((entry) => readsShop(sqlOf(entry, dialect)));
  const relations = grainRelations([...grains, "purchase", ...(needsShop ? ["shop"] : [])], asOf, dialect, shop);
  return `WITH ${[...relations, ...parts].join(",\n")},
    layer_0 AS (SELECT ${["c.customer", ...finished, ...(needsShop ? ["shop.*"] : [])].join(", ")}
      FROM (SELECT DISTINCT customer FROM purchase) c ${needsShop ? "CROSS JOIN shop " : ""}${joins.join(" ")})${layers
        .map((columns, i) => `,\nlayer_${i + 1} AS (SELECT layer_${i}.*, ${columns.join(", ")} FROM layer_${i})`)
        .join("")}
    SELECT ${["customer", ...names].join(", ")} FROM layer_${layers.length}
    ORDER BY ${dialect.wholeNumber("customer")} NULLS LAST, customer`;
}

/** An entry's expression in the words of an engine. */
export function sqlOf({ sql }: Pick<Ingredient, "sql">, dialect: Dialect = duckdb): string {
  return typeof sql === "string" ? sql : sql(dialect);
}

const readsShop = (sql: string): boolean => /\bshop_/.test(sql);

const entries: ReadonlyMap<string, Ingredient> = new Map(
  [...ingredients, ...featureCatalogue].map((entry) => [entry.name, entry]),
);

/** The features that an expression over finished columns names. */
function needsOf(entry: Ingredient, dialect: Dialect): Ingredient[] {
  if (entry.grain !== "customer") return [];
  const words = new Set(sqlOf(entry, dialect).match(/\w+/g));
  return [...words].flatMap((word) => entries.get(word) ?? []);
}

/** The named features and all that they are made of, what an entry needs before it. */
export function withNeeds(names: readonly string[], dialect: Dialect = duckdb): Ingredient[] {
  const needed = new Set<Ingredient>();
  const add = (entry: Ingredient): void => {
    if (needed.has(entry)) return;
    for (const other of needsOf(entry, dialect)) add(other);
    needed.add(entry);
  };
  for (const name of names) add(entries.get(name)!);
  return [...needed];
}

/** The expressions over finished columns, each in a layer after those that it names. */
function layersOf(needed: readonly Ingredient[], dialect: Dialect): string[][] {
  const depths = new Map<Ingredient, number>();
  const derived = needed.filter(({ grain }) => grain === "customer");
  // what an entry needs stands before it
  for (const entry of derived)
    depths.set(entry, Math.max(0, ...needsOf(entry, dialect).map((other) => (depths.get(other) ?? -1) + 1)));
  return Array.from({ length: Math.max(0, ...[...depths.values()].map((depth) => depth + 1)) }, (_, layer) =>
    derived.filter((entry) => depths.get(entry) === layer).map((entry) => `${sqlOf(entry, dialect)} AS ${entry.name}`),
  );
}
