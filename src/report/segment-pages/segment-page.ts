import { monthShares } from "../../charts/month-shares.js";
import { productLifts } from "../../charts/product-lifts.js";
import { segmentPositions } from "../../charts/segment-positions.js";
import { topProducts } from "../../charts/top-products.js";
import { weekdayHourHeatmap } from "../../charts/weekday-hour-heatmap.js";
import { formatNumber, formatShare } from "../../core/format.js";
import { chartDisplay } from "../../lab/chart-display.js";
import type { Display } from "../../lab/display.js";
import type { Provenance } from "../../lab/provenance.js";
import { provenanceDisplay } from "../../lab/provenance.js";
import { groupsOfAtLeast } from "../../sales/redaction/smallest-group.js";
import { listSentences } from "../../segments/hand-over/list-sentences.js";
import type { ListStory } from "../../segments/hand-over/list-story.js";
import { measureRows } from "../../segments/hand-over/measure-rows.js";
import { plainMarkdown } from "../../segments/hand-over/plain-markdown.js";
import { segmentCsv } from "../../segments/hand-over/segment-csv.js";
import { leastProducts, type SegmentProduct } from "../../segments/hand-over/segment-products.js";
import { type SegmentReach, segmentReach, sumReach } from "../../segments/hand-over/segment-reach.js";
import { overBought, type SegmentSales } from "../../segments/hand-over/segment-sales.js";
import type { ActionPlan } from "../../segments/plan/action-plan.js";
import type { Cell, Notebook } from "../notebook.js";
import { assumptionTable, moneyTable, testTable } from "./reach-tables.js";
import { reachActions, reachAvoid, reachReading, reachSentence } from "./reach-text.js";
import { countryTable, kindsTable, profileTable } from "./segment-tables.js";

/** What a segment's page is made of. */
export interface SegmentPageFacts {
  /** Name of the page's file, without its ending. */
  readonly file: string;
  readonly story: Omit<ListStory, "favourite">;
  readonly sales: SegmentSales;
  /** The segment's customers, as places in the plan's columns. */
  readonly places: readonly number[];
  /** Countries of all customers in the plan's order; null where not given. */
  readonly countries: readonly (string | null)[];
  readonly provenance: Provenance;
}

/**
 * A segment's page as a notebook that nobody has to run: who they are, what they buy, where and when, what to do and what not, what
 * it costs and brings, how the shop will know, and the list to take along.
 */
export function segmentPage({ file, story, sales, places, countries, provenance }: SegmentPageFacts): Notebook {
  const { plan, list, profile } = story;
  const { currency } = plan;
  const size = profile.customers;
  const tellable = (products: readonly SegmentProduct[]) => groupsOfAtLeast(plan.smallestGroup, products);
  const told = { ...sales, products: tellable(sales.products), kinds: tellable(sales.kinds) };
  const favourites = overBought(told.products, size, 10);
  const reach = segmentReach(plan, places);
  const [who, apart] = listSentences({ ...story, ...(favourites[0] && { favourite: favourites[0] }) });
  const contacts = places.filter((i) => plan.customers.status[i] === "contact").length;
  const cells: readonly (Cell | string | null)[] = [
    `# ${plainMarkdown(list.name)}\n\n${who} ${apart} ${reachSentence(plan, reach)}`,
    "## Who they are",
    chart(segmentPositions(measureRows(profile, story.shop, currency))),
    shown(profileTable(story)),
    ...purchaseCells(told, favourites, size, currency),
    "## Where and when they buy",
    shown(
      countryTable(
        places.map((i) => countries[i]!),
        countries,
        plan,
      ),
    ),
    // a file of days alone has every order at midnight
    sales.hours.every(({ hour }) => hour === 0) ? null : chart(weekdayHourHeatmap(sales.hours)),
    sales.months.length === 0 ? null : chart(monthShares(sales.months)),
    `## What to do\n\nA customer stands in lists by cluster, by RFM segment and as a newcomer, and is written to by one alone: the one whose contact is expected to bring most. So several lists reach a segment, one of them by its own name. When a list starts, and whether it pays, is said of the whole list.\n\n${reachActions(reach)}`,
    `## What not to do\n\n${reachAvoid(reach)}`,
    `## What it costs and brings\n\n${moneyText(plan)}`,
    untoldReach(plan, reach, size),
    shown(moneyTable(plan, reach)),
    shown(assumptionTable(plan, reach)),
    `## How we will know\n\n${reachReading(plan, reach)}`,
    shown(testTable(reach)),
    "## The list",
    {
      ...emptyCell,
      outputs: [
        {
          kind: "display",
          data: { "text/csv": segmentCsv(plan, places) },
          metadata: {
            file: `${file}.csv`,
            label: `Download all ${formatNumber(size)} customers as CSV: the ${formatNumber(contacts)} to write to first, each with campaign, channel, best time and status`,
          },
        },
      ],
    },
    shown(provenanceDisplay(provenance)),
  ];
  return {
    name: file,
    cells: cells.flatMap((cell) =>
      typeof cell === "string" ? { kind: "markdown", source: cell, outputs: [] } : (cell ?? []),
    ),
  };
}

const emptyCell = { kind: "code", source: "" } as const;
const kindNote = `The file has no categories: a kind is a word that stands in the names of ${leastProducts} products or more. Lift is its share of their purchases over its share of the shop's.`;

function purchaseCells(
  { products, kinds }: SegmentSales,
  favourites: readonly SegmentProduct[],
  size: number,
  currency: string,
): (Cell | string | null)[] {
  if (products.length === 0) return [];
  const reached = overBought(kinds, size, 8);
  return [
    "## What they buy",
    chart(topProducts(products, { currency, top: 10 })),
    favourites.length === 0 ? "No product stands out: they buy what the shop buys." : chart(productLifts(favourites)),
    ...(kinds.length === 0 ? [] : [kindNote]),
    shown(reached.length === 0 ? null : kindsTable("Kinds that they take more often than the shop", reached, currency)),
    shown(kinds.length === 0 ? null : kindsTable("Kinds that they spend most on", kinds.slice(0, 8), currency)),
  ];
}

/** Says that lists are missing from the tables, where they are: their customers stand in the list below all the same. */
function untoldReach({ smallestGroup }: ActionPlan, reach: readonly SegmentReach[], size: number): string | null {
  const untold = size - sumReach(reach).customers;
  if (smallestGroup === null || untold === 0) return null;
  return `Customer ids are redacted: lists that reach fewer than ${smallestGroup} of these customers are left out here and above (${formatNumber(untold)} of ${formatNumber(size)} customers).`;
}

function moneyText({ horizonDays, asOf, assumptions, model, season, noMoney }: ActionPlan): string {
  if (noMoney !== null) return `No profit is worked out. ${plainMarkdown(noMoney)}`;
  const margin = assumptions.find(({ name }) => name === "margin");
  return [
    `Expected over ${horizonDays} days from ${asOf}, in the low, base and high case of the uplift.`,
    margin ? `Margin: ${formatShare(margin.value)} (${plainMarkdown(margin.source)}).` : "",
    model === null ? "" : `${plainMarkdown(model)} Season factor ${formatNumber(season, 2)}.`,
  ].join(" ");
}

function chart(spec: Readonly<Record<string, unknown>>): Cell {
  return shown(chartDisplay(spec));
}

function shown(display: Display): Cell;
function shown(display: Display | null): Cell | null;
function shown(display: Display | null): Cell | null {
  return display && { ...emptyCell, outputs: [{ kind: "display", data: display.bundle, metadata: {} }] };
}
