import type { Sales } from "../open-sales.js";
import { generateShop } from "./generate-shop.js";

/**
 * The persona that each customer of the built-in sample was drawn from: to judge clusterings by, never to be shown to one.
 *
 * @param sales as `openSales` gives them
 * @returns persona by customer; null for any file but the sample
 */
export function plantedPersonas(sales: Sales): ReadonlyMap<string, string> | null {
  if (sales.source.name !== "sample" || !sales.source.synthetic) return null;
  const { truth } = generateShop({});
  const { redaction } = sales;
  return redaction ? new Map([...truth].map(([id, persona]) => [redaction.pseudonymOf(id), persona])) : truth;
}
