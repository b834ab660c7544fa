import { type CacheOption, keptFolder } from "../comparison/kept-folder.js";
import { contentKey, type KeyPart, openKeptResults } from "../core/kept-results.js";
import type { Sales } from "../sales/open-sales.js";

/** Grows with every change of a forecast's figures, so that none of an earlier version is taken for a new one. */
const method = 1;

/** Everything that a forecast reads; `orders` is a view of the lines. */
const tables = ["lines", "returns", "return_matches"] as const;

/**
 * Takes a forecast that was made of the same sales before, in another notebook or command; else makes and keeps it.
 *
 * @param cache false to keep nothing, a folder, or true for data/cache
 * @param parts what the forecast hangs on beside the sales: its kind and its options
 */
export async function keptForecast<Result>(
  sales: Pick<Sales, "database">,
  cache: CacheOption,
  parts: readonly KeyPart[],
  make: () => Promise<Result>,
): Promise<Result> {
  if (cache === false) return make();
  const kept = openKeptResults(keptFolder(cache, "forecasts"), 50e6);
  const key = contentKey("forecast", method, await contentOf(sales), ...parts);
  const found = (await kept.get(key)) as Result | undefined;
  if (found !== undefined) return found;
  const result = await make();
  await kept.put(key, result);
  await kept.prune();
  return result;
}

const contents = new WeakMap<Sales["database"], Promise<string>>();

/** A name for what stands in the tables, whatever the order of rows; open sales do not change. */
function contentOf({ database }: Pick<Sales, "database">): Promise<string> {
  const known = contents.get(database) ?? readContent(database);
  contents.set(database, known);
  return known;
}

async function readContent(database: Sales["database"]): Promise<string> {
  const hashes: unknown[] = [];
  for (const name of tables)
    hashes.push(
      ...(await database.rows(
        `SELECT CAST(count(*) AS VARCHAR) AS rows, CAST(bit_xor(hash(one)) AS VARCHAR) AS mixed, CAST(sum(hash(one)) AS VARCHAR) AS total FROM ${name} one`,
        [],
      )),
    );
  return contentKey(hashes);
}
