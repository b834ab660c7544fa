import { shortenText } from "./inert-text.js";
import type { LeafStrip, StripPart } from "./leaf-strips.js";
import { roundTo } from "./short-number.js";
import { clusterColour } from "./theme.js";

/** Pixels below the axis where strips begin: leaves room for the counts. */
const stripTop = 366;
const stripStep = 17;

/** The layers that draw strips below a dendrogram's leaves; `x` is its scale, in leaves. */
export function stripLayers(parts: readonly StripPart[], strips: readonly LeafStrip[], x: object): object[] {
  return strips.flatMap(({ title }, strip) => {
    const top = stripTop + strip * stripStep;
    const values = parts
      .filter((part) => part.strip === strip)
      .map(({ cluster, colour, customers, ...place }) => ({
        ...{ x: roundTo(place.x, 3), x2: roundTo(place.x2, 3), customers, fill: clusterColour(colour) },
        ...{ title, group: cluster < 0 ? "noise" : `cluster ${cluster}` },
      }));
    return [
      {
        data: { values },
        mark: { type: "rect", clip: false },
        encoding: {
          ...{ x, x2: { field: "x2" }, y: { value: top }, y2: { value: top + stripStep - 4 } },
          fill: { field: "fill", type: "nominal", scale: null, legend: null },
          tooltip: [
            { field: "title", type: "nominal", title: "clustering" },
            { field: "group", type: "nominal", title: "group" },
            { field: "customers", type: "quantitative", title: "customers of the leaf", format: "," },
          ],
        },
      },
      {
        data: { values: [{ text: shortenText(title, 22) }] },
        mark: { type: "text", align: "right", baseline: "middle", x: -6, y: top + (stripStep - 4) / 2, clip: false },
        encoding: { text: { field: "text", type: "nominal" } },
      },
    ];
  });
}
