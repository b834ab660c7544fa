type Spec = Record<string, unknown>;

/**
 * A chart for a narrow screen: views beside one another stand below one another, none is wider than asked, legends stand below,
 * and what was placed by pixels keeps its place. The page runs this function too, from its text: it must use nothing from
 * outside itself.
 *
 * @param spec a Vega-Lite spec; left as it is
 * @param width the most that a view may take inside its axes, in pixels
 */
export function narrowChart(spec: Readonly<Spec>, width: number): Spec {
  const isObject = (value: unknown): value is Spec =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  const mapList = (value: unknown, change: (one: Spec) => Spec): unknown =>
    Array.isArray(value) ? value.map(change) : value;
  // places beyond a side of the view keep their distance from it
  const move = (place: unknown, wide: number): unknown =>
    typeof place !== "number" || place < 0
      ? place
      : place <= wide * 0.9
        ? (place * width) / wide
        : width + place - wide;
  const fitChannel = (name: string, channel: unknown, wide: number): unknown => {
    if (!isObject(channel)) return channel;
    const { axis, legend, value } = channel;
    return {
      ...channel,
      ...(name === "y" && isObject(axis) && Number(axis.labelLimit) > 104 && { axis: { ...axis, labelLimit: 104 } }),
      // numbers and days may leave some out where they would touch, names may not
      ...(name === "x" &&
        typeof channel.field === "string" &&
        channel.type !== "nominal" &&
        axis !== null && {
          axis: { labelOverlap: "greedy", labelSeparation: 5, ...(isObject(axis) ? axis : {}) },
        }),
      ...(isObject(legend) && {
        legend: { ...legend, columns: 2, ...(legend.orient === "right" && { orient: "bottom" }) },
      }),
      ...((name === "x" || name === "x2") && wide > 0 && typeof value === "number" && { value: move(value, wide) }),
    };
  };
  const fitMarks = (view: Readonly<Spec>, wide: number): Spec => {
    const { mark, encoding } = view;
    const made: Spec = { ...view, layer: mapList(view.layer, (one) => fitMarks(one, wide)) };
    if (view.layer === undefined) delete made.layer;
    if (isObject(encoding)) {
      const channels = Object.entries(encoding).map(([name, channel]) => [name, fitChannel(name, channel, wide)]);
      made.encoding = Object.fromEntries(channels);
    }
    if (isObject(mark) && wide > 0) {
      // bars of a fixed breadth shrink with their view
      const size = mark.type === "bar" &&
        typeof mark.size === "number" && { size: Math.max(1, (mark.size * width) / wide) };
      const places = {
        ...("x" in mark && { x: move(mark.x, wide) }),
        ...("x2" in mark && { x2: move(mark.x2, wide) }),
      };
      made.mark = { ...mark, ...size, ...places };
    }
    return made;
  };
  const narrow = (view: Readonly<Spec>): Spec => {
    const { hconcat, ...own } = view;
    const wide = typeof view.width === "number" && view.width > width ? view.width : 0;
    const made = fitMarks(own, wide);
    // below its neighbour a view needs names of its own
    const named = (one: Spec): Spec => {
      const { y } = isObject(one.encoding) ? one.encoding : {};
      if (!isObject(y) || !isObject(y.axis) || y.axis.labels !== false) return one;
      const { labels: _, ...axis } = y.axis;
      return { ...one, encoding: { ...(one.encoding as Spec), y: { ...y, axis } } };
    };
    if (hconcat !== undefined) made.concat = mapList(hconcat, named);
    if (made.concat !== undefined) made.columns = 1;
    for (const name of ["concat", "vconcat"]) if (made[name] !== undefined) made[name] = mapList(made[name], narrow);
    if (isObject(made.spec)) made.spec = narrow(made.spec);
    const { facet } = made;
    if (isObject(facet) && facet.row === undefined) {
      made.facet = facet.column ?? facet;
      made.columns = 1;
    }
    if (wide > 0 || isObject(view.width)) made.width = width;
    return made;
  };
  const config = isObject(spec.config) ? spec.config : {};
  const extend = (name: string, own: Spec): Spec => ({ ...(isObject(config[name]) ? config[name] : {}), ...own });
  return {
    ...narrow(spec),
    config: {
      ...config,
      padding: { left: 4, right: 1, top: 2, bottom: 2 },
      axisY: extend("axisY", { labelLimit: 104 }),
      axisX: extend("axisX", { tickCount: 3 }),
      legend: extend("legend", { orient: "bottom", columns: 2, labelLimit: 120 }),
    },
  };
}
