/** The bars of customers and revenue by cluster that follow the candidate chosen and the customers brushed on the map. */
export function sizesPanel(
  hasRevenue: boolean,
  color: object,
  { width, height }: { readonly width: number; readonly height: number },
): Record<string, unknown> {
  const measures = hasRevenue ? ["customers", "revenue"] : ["customers"];
  const shares = [
    { calculate: "datum.count / datum.all", as: "customers" },
    ...(hasRevenue ? [{ calculate: "datum.sum > 0 ? datum.part / datum.sum : 0", as: "revenue" }] : []),
  ];
  const y = {
    field: "c",
    type: "nominal",
    title: "cluster",
    // the extent of "noise", so that nothing moves when it appears
    axis: { labelExpr: "datum.value < 0 ? 'noise' : datum.label", labelOverlap: true, minExtent: 36 },
    scale: { paddingInner: 0.25 },
  };
  const yOffset = { field: "of", type: "nominal", sort: measures };
  const tooltip = [
    { field: "c", type: "quantitative", title: "cluster (−1 noise)" },
    { field: "count", type: "quantitative", title: "customers", format: "," },
    { field: "customers", type: "quantitative", title: "share of customers", format: ".1%" },
    ...(hasRevenue
      ? [
          { field: "part", type: "quantitative", title: "revenue", format: ",.0f" },
          { field: "revenue", type: "quantitative", title: "share of revenue", format: ".1%" },
        ]
      : []),
  ];
  return {
    title: {
      text: "how large the groups are",
      ...(hasRevenue ? { subtitle: "dark: customers; pale: revenue" } : {}),
      fontSize: 12,
      subtitleFontSize: 11,
      offset: 8,
    },
    width,
    height,
    layer: [
      {
        // all clusters keep their place, whoever is chosen
        data: { name: "clusters" },
        transform: [{ filter: "datum.r === candidate" }],
        mark: { type: "point", opacity: 0, aria: false, tooltip: null },
        encoding: { y },
      },
      {
        transform: [
          { filter: { param: "brush" } },
          {
            aggregate: [{ op: "count", as: "count" }, ...(hasRevenue ? [{ op: "sum", field: "r", as: "part" }] : [])],
            groupby: ["c"],
          },
          {
            joinaggregate: [
              { op: "sum", field: "count", as: "all" },
              { op: "count", as: "groups" },
              ...(hasRevenue ? [{ op: "sum", field: "part", as: "sum" }] : []),
            ],
          },
          ...shares,
          { fold: measures, as: ["of", "share"] },
          { calculate: "datum.of === 'customers' ? format(datum.count, ',') : format(datum.share, '.1%')", as: "text" },
          { calculate: "max(0, datum.share)", as: "end" },
        ],
        encoding: { y, yOffset, tooltip },
        layer: [
          {
            mark: { type: "bar", aria: false },
            encoding: {
              x: {
                field: "share",
                type: "quantitative",
                stack: null,
                title: hasRevenue ? "share of customers, of revenue" : "share of customers",
                axis: { format: ".0%", values: [0, 0.25, 0.5, 0.75, 1] },
                // room for the figures behind the bars
                scale: { domain: [0, 1.3], nice: false },
              },
              color,
              opacity: { condition: { test: "datum.of === 'customers'", value: 1 }, value: 0.45 },
            },
          },
          {
            // more figures would print over each other; the pointer shows them
            transform: [{ filter: "datum.groups <= 20" }],
            mark: { type: "text", align: "left", dx: 4, fontSize: 9, aria: false },
            encoding: { x: { field: "end", type: "quantitative" }, text: { field: "text", type: "nominal" } },
          },
        ],
      },
    ],
  };
}
