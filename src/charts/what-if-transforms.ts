/**
 * What `rankWhatIf` does, as Vega-Lite transforms that follow the inputs. Fields of a row: a its action, n customers,
 * v order value, p baseline, pv baseline value, ul, ub and uh the uplifts, d discount, c cost of a contact.
 *
 * @param names fields that all rows of an action have in common
 */
export function whatIfTransforms(names: readonly string[]): Record<string, unknown>[] {
  const lift = (uplift: string): string =>
    `clamp(datum.${uplift} * upliftTimes, -datum.p, datum.v > 0 ? 1 - datum.pv / datum.v : 1 - datum.p)`;
  const profit = (lifted: string): string => `datum.n * (datum.${lifted} * datum.gain - datum.fixed)`;
  const sums = [
    "low",
    "profit",
    "high",
    "contacts",
    "cost",
    "gains",
    "costs",
    "lows",
    "lifts",
    "highs",
    "anyway",
    "worth",
  ];
  return [
    calculate("off", "clamp(datum.d + discountPoints / 100, 0, 1)"),
    calculate("gain", "(marginPercent / 100 - datum.off) * datum.v"),
    calculate("fixed", "datum.off * datum.pv + datum.c * contactTimes"),
    calculate("liftLow", lift("ul")),
    calculate("lift", lift("ub")),
    calculate("liftHigh", lift("uh")),
    calculate("isWorthIt", `${profit("lift")} > 0 ? 1 : 0`),
    { joinaggregate: [{ op: "max", field: "isWorthIt", as: "isAny" }], groupby: ["a"] },
    // those who are worth it are written to; where nobody is, the loss of writing to all is shown
    calculate("on", "datum.isAny === 1 ? datum.isWorthIt : 1"),
    calculate("low", `datum.on * min(${profit("liftLow")}, ${profit("liftHigh")})`),
    calculate("profit", `datum.on * ${profit("lift")}`),
    calculate("high", `datum.on * max(${profit("liftLow")}, ${profit("liftHigh")})`),
    calculate("contacts", "datum.on * datum.n"),
    calculate("cost", "datum.on * datum.n * datum.c * contactTimes"),
    calculate("gains", "datum.on * datum.n * datum.gain"),
    calculate("costs", "datum.on * datum.n * datum.fixed"),
    calculate("worth", "datum.on * datum.n * datum.v"),
    calculate("anyway", "datum.on * datum.n * datum.p"),
    calculate("lows", "datum.on * datum.n * datum.v * datum.liftLow"),
    calculate("lifts", "datum.on * datum.n * datum.v * datum.lift"),
    calculate("highs", "datum.on * datum.n * datum.v * datum.liftHigh"),
    {
      aggregate: [...sums.map((field) => ({ op: "sum", field, as: field })), { op: "sum", field: "n", as: "members" }],
      groupby: ["a", ...names],
    },
    // means as money weighs them, so that an uplift right of the break-even is one that pays
    calculate("liftLow", "datum.worth > 0 ? datum.lows / datum.worth : null"),
    calculate("lift", "datum.worth > 0 ? datum.lifts / datum.worth : null"),
    calculate("liftHigh", "datum.worth > 0 ? datum.highs / datum.worth : null"),
    calculate("breakEven", "datum.gains > 0 ? datum.costs / datum.gains : null"),
    calculate("baseline", "datum.contacts > 0 ? datum.anyway / datum.contacts : null"),
    calculate("each", "datum.contacts > 0 ? datum.profit / datum.contacts : null"),
    ...budgetTransforms(),
    calculate("money", moneyText("datum.profit")),
  ];
}

/** Ranks the actions and goes down the ranks until the budget is spent. */
function budgetTransforms(): Record<string, unknown>[] {
  return [
    calculate(
      "first",
      "datum.profit / (spendFirst === 0 ? 1 : spendFirst === 1 ? max(datum.contacts, 1e-9) : max(datum.cost, 0.01))",
    ),
    calculate("claim", "datum.profit > 0 ? datum.cost : 0"),
    {
      window: [
        { op: "row_number", as: "rank" },
        { op: "sum", field: "claim", as: "claimed" },
      ],
      sort: [
        { field: "first", order: "descending" },
        { field: "a", order: "ascending" },
      ],
      frame: [null, 0],
      ignorePeers: true,
    },
    calculate(
      "share",
      "datum.profit <= 0 ? 0 : datum.claim > 0 ? clamp((budget - datum.claimed + datum.claim) / datum.claim, 0, 1) : 1",
    ),
    calculate("paid", "datum.share * datum.profit"),
    calculate(
      "status",
      "datum.profit <= 0 ? 'does not pay' : datum.share > 0.999 ? 'in the budget'" +
        " : datum.share < 0.001 ? 'beyond the budget' : format(datum.share, '.0%') + ' in the budget'",
    ),
  ];
}

/** An expression that writes an amount as the rest of the page does. */
export function moneyText(amount: string): string {
  return `(round(${amount}) < 0 ? '−' : '') + moneySign + format(abs(round(${amount})), ',.0f')`;
}

function calculate(as: string, expression: string): Record<string, unknown> {
  return { calculate: expression, as };
}
