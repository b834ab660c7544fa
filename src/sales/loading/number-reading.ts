import type { Database } from "../../core/database.js";
import { SegmentLabError } from "../../core/errors.js";

/** The sign before the decimals. */
export type DecimalSign = "." | ",";

/** Numbers with an optional sign and either plain digits or groups of three, the first of which begins with no zero. */
const patterns: Readonly<Record<DecimalSign, string>> = {
  ".": "[+-]?([0-9]+|[1-9][0-9]{0,2}(,[0-9]{3})+)?(\\.[0-9]*)?([eE][+-]?[0-9]+)?",
  ",": "[+-]?([0-9]+|[1-9][0-9]{0,2}([. ][0-9]{3})+)?(,[0-9]*)?",
};

/** SQL that takes currency signs and codes, and blanks around them, off a text of money; (1.50) is -1.50 in accounts. */
export function bareMoney(value: string): string {
  const bare = `trim(regexp_replace(${value}, '[\\p{Sc}]|\\b[A-Z]{3}\\b', '', 'g'))`;
  return `regexp_replace(replace(${bare}, '−', '-'), '^\\(([0-9].*)\\)$', '-\\1')`;
}

/** SQL that writes a text of a number with a decimal point and no groups; null where it is none. */
export function plainNumber(value: string, decimal: DecimalSign): string {
  const digits =
    decimal === "." ? `replace(${value}, ',', '')` : `replace(replace(replace(${value}, '.', ''), ' ', ''), ',', '.')`;
  return `CASE WHEN regexp_full_match(${value}, '${patterns[decimal]}') THEN ${digits} END`;
}

/**
 * Decides from the whole column whether money is written with a decimal point or a decimal comma.
 *
 * @param texts a query with the one column `value`: each different trimmed text
 * @param file the file's name, for messages
 * @param usual the sign that decides where the column does not
 * @returns the sign; a point where no value has decimals
 * @throws SegmentLabError `ambiguous-numbers` when groups of three could be decimals and nothing in the column decides
 */
export async function readDecimalSign(
  database: Database,
  texts: string,
  file: string,
  usual?: DecimalSign,
): Promise<DecimalSign> {
  const bare = bareMoney("value");
  const [row] = await database.rows<{ point: number; comma: number; groups: number; example: string | null }>(`
    SELECT count(*) FILTER (WHERE regexp_full_match(value, '${patterns["."]}')) AS point,
      count(*) FILTER (WHERE regexp_full_match(value, '${patterns[","]}')) AS comma,
      count(*) FILTER (WHERE regexp_full_match(value, '[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}')) AS groups,
      min(value) FILTER (WHERE regexp_full_match(value, '[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}')) AS example
    FROM (SELECT ${bare} AS value FROM (${texts}))`);
  const { point, comma, groups, example } = row!;
  if (point !== comma) return point > comma ? "." : ",";
  if (groups === 0) return ".";
  if (usual !== undefined) return usual;
  const sign = example!.includes(",") ? "," : ".";
  const other = sign === "," ? "." : ",";
  throw new SegmentLabError(
    "ambiguous-numbers",
    `money in ${file} can be read in two ways: "${example}" is ${example!.replace(sign, ".")} with --decimal ${sign} and ${example!.replace(sign, "")} with --decimal ${other}; choose one of them`,
  );
}
