import type { Database } from "../core/database.js";
import type { Redaction } from "./redaction/redaction.js";

/** A public data set whose licence asks to be named on every page made from it. */
export interface KnownData {
  readonly title: string;
  readonly licence: string;
  readonly attribution: string;
}

/** UCI's Online Retail and Online Retail II share this line, the first of the first edition. */
const uciLine = "invoice = '536365' AND sku = '85123A' AND customer = $1 AND quantity = 6";
const uciCustomer = "17850";

const licence = "CC BY 4.0";

const onlineRetail: KnownData = {
  title: "Online Retail",
  licence,
  attribution: "Chen, D. (2015), Online Retail, UCI Machine Learning Repository, https://doi.org/10.24432/C5BW33",
};

const onlineRetailII: KnownData = {
  title: "Online Retail II",
  licence,
  attribution: "Chen, D. (2012), Online Retail II, UCI Machine Learning Repository, https://doi.org/10.24432/C5CG6D",
};

/**
 * The public data set that the rows come from, recognised by its content: copies go by many names.
 *
 * @param redaction what stands for ids in the rows, where they are redacted
 */
export async function recogniseData(
  database: Database,
  redaction: Pick<Redaction, "pseudonymOf"> | null = null,
): Promise<KnownData | null> {
  const [found] = await database.rows<{ known: boolean; second: boolean }>(
    `SELECT EXISTS (FROM rows WHERE ${uciLine}) AS known, min(invoiced_at) < TIMESTAMP '2010-12-01' AS second FROM rows`,
    [redaction?.pseudonymOf(uciCustomer) ?? uciCustomer],
  );
  if (!found!.known) return null;
  return found!.second ? onlineRetailII : onlineRetail;
}
