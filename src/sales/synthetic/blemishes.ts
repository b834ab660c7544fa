import type { Draft, DraftLine } from "./draft.js";
import type { Draws } from "./draws.js";
import type { Product } from "./product.js";

/**
 * Writes the rows as carelessly as shops do: codes in small letters or with a space behind, descriptions in another
 * spelling, and lines of a sale scanned twice.
 *
 * @param drafts the invoices; their lines are replaced
 * @param products the catalogue
 * @param draws the stage's random draws
 */
export function blemish(drafts: readonly Draft[], products: readonly Product[], draws: Draws): void {
  const bySku = new Map(products.map((product) => [product.sku, product]));
  for (const draft of drafts) {
    const lines: DraftLine[] = [];
    for (const line of draft.lines) {
      const product = bySku.get(line.sku);
      const written = product ? rewrite(line, product, draws) : line;
      lines.push(written);
      if (product && draft.prefix === "" && line.pence > 0 && draws.chance(0.011)) lines.push({ ...written });
    }
    draft.lines = lines;
  }
}

function rewrite(line: DraftLine, { mixedCase, otherDescription }: Product, draws: Draws): DraftLine {
  let { sku, description } = line;
  if (mixedCase && draws.chance(0.1)) sku = sku.toLowerCase();
  if (draws.chance(0.0008)) sku += " ";
  if (otherDescription !== undefined && description !== "" && draws.chance(0.12)) description = otherDescription;
  // most lines stay as they are: millions need not be copied
  return sku === line.sku && description === line.description ? line : { ...line, sku, description };
}
