import type { Sales } from "../open-sales.js";
import type { ColumnProfile, ColumnType, ValueCount } from "./column-profile.js";
import { roundEdges } from "./round-edges.js";

/** The columns of `rows` that came from the file, and the revenue made of them. */
const columns: readonly (readonly [string, ColumnType])[] = [
  ["invoice", "text"],
  ["sku", "text"],
  ["description", "text"],
  ["quantity", "whole number"],
  ["invoiced_at", "time"],
  ["price", "money"],
  ["customer", "text"],
  ["country", "text"],
  ["revenue", "money"],
];

const shares = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99];
const edges = roundEdges(0.001, 1e15);

interface Piece {
  readonly part: string;
  readonly place: number;
  readonly value: string | null;
  readonly n: number;
}

/**
 * Profiles every column on every row as it was read: missing, distinct, top values, extremes, quantiles and bins.
 *
 * @returns one entry a column, in the canonical order, `revenue` last
 */
export async function profileColumns(sales: Sales): Promise<ColumnProfile[]> {
  const profiles: ColumnProfile[] = [];
  for (const [column, type] of columns) {
    profiles.push(assemble(column, type, await sales.rows<Piece>(pieces(column, type))));
  }
  return profiles;
}

// the rows are grouped once a column; everything else is asked of the groups
function pieces(column: string, type: ColumnType): string {
  const isNumber = type === "whole number" || type === "money";
  const size = type === "text" ? "length(value)" : "value";
  const shown = type === "time" ? "strftime(value, '%Y-%m-%d %H:%M')" : "CAST(value AS VARCHAR)";
  const ranked = (part: string, order: string, most: number) =>
    `SELECT '${part}' AS part, row_number() OVER (ORDER BY ${order}) AS place, ${shown} AS value, n
     FROM known QUALIFY place <= ${most}`;
  const count = (part: string, sql: string) => `SELECT '${part}', 0, NULL, coalesce((SELECT ${sql}), 0)`;
  const parts = [
    ranked("top", "n DESC, value", 10),
    ranked("least", `${size}, value`, 5),
    ranked("greatest", `${size} DESC, value DESC`, 5),
    count("rows", "sum(n) FROM g"),
    count("missing", "sum(n) FROM g WHERE value IS NULL"),
    count("distinct", "count(*) FROM known"),
    count("unique", "count(*) FROM known WHERE n = 1"),
  ];
  if (isNumber) {
    parts.push(
      count("zero", "sum(n) FROM known WHERE value = 0"),
      count("negative", "sum(n) FROM known WHERE value < 0"),
      "SELECT 'mean', 0, CAST(CAST(sum(value * n) AS DOUBLE) / sum(n) AS VARCHAR), 0 FROM known",
      `SELECT 'bins', edge, NULL, sum(n) FROM known
       ASOF JOIN (SELECT unnest([${edges.join(", ")}])::DOUBLE AS edge) ON value::DOUBLE >= edge GROUP BY edge`,
    );
  }
  if (type !== "text") {
    parts.push(`SELECT 'quantiles', place, ${shown}, 0 FROM (
        SELECT share AS place, min(value) AS value
        FROM running, (SELECT unnest([${shares.join(", ")}])::DOUBLE AS share)
        WHERE upto >= share * (SELECT max(upto) FROM running) GROUP BY share)`);
  }
  return `WITH g AS MATERIALIZED (SELECT ${column} AS value, count(*) AS n FROM rows GROUP BY ${column}),
    known AS (FROM g WHERE value IS NOT NULL),
    running AS (SELECT value, sum(n) OVER (ORDER BY value) AS upto FROM known)
    SELECT part, CAST(place AS DOUBLE) AS place, value, CAST(n AS BIGINT) AS n
    FROM (${parts.map((part) => `(${part})`).join(" UNION ALL ")}) ORDER BY part, place`;
}

function assemble(column: string, type: ColumnType, found: readonly Piece[]): ColumnProfile {
  const isNumber = type === "whole number" || type === "money";
  const of = (part: string) => found.filter((piece) => piece.part === part);
  const count = (part: string) => of(part)[0]?.n ?? 0;
  const read = (value: string | null) => (isNumber ? Number(value) : (value ?? ""));
  const values = (part: string): ValueCount[] => of(part).map(({ value, n }) => ({ value: read(value), rows: n }));
  const mean = of("mean")[0]?.value;
  return {
    column,
    type,
    rows: count("rows"),
    missing: count("missing"),
    distinct: count("distinct"),
    unique: count("unique"),
    top: values("top"),
    least: values("least"),
    greatest: values("greatest"),
    quantiles: of("quantiles")
      .filter(({ value }) => value !== null)
      .map(({ place, value }) => ({ share: place, value: read(value) })),
    mean: mean === undefined || mean === null ? null : Number(mean),
    zero: count("zero"),
    negative: count("negative"),
    bins: of("bins").map(({ place, n }) => ({ from: place, to: edges[edges.indexOf(place) + 1] ?? place, rows: n })),
  };
}
