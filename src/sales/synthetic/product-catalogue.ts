import type { Category } from "./category.js";
import { colours } from "./colours.js";
import type { Draws } from "./draws.js";
import { motifs } from "./motifs.js";
import type { Product } from "./product.js";
import { type ProductKind, productKinds } from "./product-kinds.js";
import type { ShopProfile } from "./shop-profile.js";

const priceEndings = [5, 9, 5, 5] as const;

/**
 * Makes the shop's catalogue of invented products, about 400 in the embedded shop, the same for the same draws.
 *
 * @param profile how many products of each kind, at what prices
 * @param draws the stage's random draws
 */
export function productCatalogue(
  {
    motifsPerKind,
    evenness,
    prices,
    packs,
    basket,
  }: Pick<ShopProfile, "motifsPerKind" | "evenness" | "prices" | "packs" | "basket">,
  draws: Draws,
): Product[] {
  const products: Product[] = [];
  let base = 20100 + draws.integer(50);
  for (const [category, kinds] of Object.entries(productKinds) as [Category, readonly ProductKind[]][]) {
    for (const [noun, lowest, highest, pack] of kinds) {
      const names = draws.shuffle([...motifs]).slice(0, motifsPerKind);
      for (const motif of names) {
        base += 1 + draws.integer(40);
        const pence = roundPrice(movePrice(draws.between(lowest, highest), prices), draws);
        const shades = draws.chance(0.25) ? draws.shuffle([...colours]).slice(0, 3) : [""];
        const family = shades.map((shade, i): Product => {
          const description = [motif, shade, noun].filter(Boolean).join(" ");
          return {
            sku: shade ? `${base}${"ABC"[i]}` : String(base),
            description,
            otherDescription: draws.chance(0.25) ? respell(description, draws) : undefined,
            mixedCase: shade !== "" && draws.chance(0.6),
            category,
            pence,
            inflation: 100 + draws.integer(9),
            clearance: draws.chance(0.3),
            pack: packs.get(pack) ?? pack,
            unitFactor: basket.unitsByPrice.findLast(([from]) => pence >= from)![1],
            popularity: 0,
            siblings: [],
          };
        });
        for (const product of family) product.siblings = family.filter((other) => other !== product);
        products.push(...family);
      }
    }
  }
  // a few sell very often, most seldom
  const ranks = draws.shuffle(products.map((_, i) => i));
  for (let i = 0; i < products.length; i++) products[i]!.popularity = 1 / (ranks[i]! + evenness);
  return products;
}

// along the straight lines between the given points, and on along the last one
function movePrice(pence: number, points: ShopProfile["prices"]): number {
  if (points.length < 2) return pence;
  const next = points.findIndex(([from]) => from >= pence);
  const i = Math.max(1, next < 0 ? points.length - 1 : next);
  const [[x0, y0], [x1, y1]] = [points[i - 1]!, points[i]!];
  return Math.max(10, y0 + ((pence - x0) * (y1 - y0)) / (x1 - x0));
}

function roundPrice(pence: number, draws: Draws): number {
  return Math.floor(pence / 10) * 10 + draws.pick(priceEndings);
}

function respell(description: string, draws: Draws): string {
  const [motif, ...rest] = description.split(" ");
  switch (draws.integer(4)) {
    case 0:
      return `${description} `;
    case 1:
      return [...rest, motif].join(" ");
    case 2:
      return `${description.slice(0, -2)}${description.at(-1)}${description.at(-2)}`;
    default:
      return `${description} *NEW*`;
  }
}
