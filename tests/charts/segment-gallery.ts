import type { Chart } from "../../src/charts/chart.js";
import { monthShares } from "../../src/charts/month-shares.js";
import { productLifts } from "../../src/charts/product-lifts.js";
import { segmentPositions } from "../../src/charts/segment-positions.js";
import type { Naming } from "./gallery.js";

/** The charts of a segment's page. */
export function segmentGallery(name: Naming): Record<string, Chart> {
  return {
    monthShares: monthShares(
      Array.from({ length: 25 }, (_, i) => ({
        month: `${2009 + Math.floor((i + 11) / 12)}-${String(((i + 11) % 12) + 1).padStart(2, "0")}`,
        orders: 200 + ((i * 37) % 90),
        shopOrders: 1500 + ((i * 61) % 500),
      })),
    ),
    productLifts: productLifts(
      Array.from({ length: 10 }, (_, i) => ({
        sku: name(String(20000 + i)),
        description: i === 7 ? null : name(i % 2 ? "LUNCH BAG RED RETROSPOT" : "JUMBO BAG PAISLEY PARK"),
        lift: 3 - i / 5,
        atLeast: 2 - i / 10,
        customers: 300 - i * 9,
      })),
    ),
    segmentPositions: segmentPositions(
      ["orders", "net revenue", "time since the last order", "share of units returned"].map((measure, i) => ({
        measure: name(measure),
        position: 0.9 - i * 0.2,
        own: "12 orders",
        shop: "3 orders",
      })),
    ),
  };
}
