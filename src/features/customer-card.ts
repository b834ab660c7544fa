import type { ColumnTable } from "arquero";
import { SegmentLabError } from "../core/errors.js";
import { didYouMean } from "../core/nearest-names.js";
import type { Sales } from "../sales/open-sales.js";
import { featureCatalogue } from "./catalogue.js";
import { type CardOrder, customerOrders } from "./customer-orders.js";
import type { Feature } from "./feature.js";
import { customerColumn } from "./rfm/customer-column.js";
import type { CustomerId } from "./rfm/customer-order.js";

/** What a feature says of one customer. */
export interface CardFeature extends Pick<Feature, "name" | "group" | "unit" | "definition"> {
  readonly value: number | string | null;
  /**
   * Share of the customers with a value who have this one or a lower one, 0 … 1; null for texts, for the hour and the
   * weekday, which run in circles, and where there is no value.
   */
  readonly percentile: number | null;
  /** What an empty value means; null where there is a value. */
  readonly missing: string | null;
}

/** Everything that is known of one customer; `show` writes it as tables. */
export class CustomerCard {
  readonly customer: string;
  /** The day before which everything counts, yyyy-mm-dd. */
  readonly asOf: string;
  /** The currency of the amounts. */
  readonly currency: string;
  /** In the order of the catalogue. */
  readonly features: readonly CardFeature[];
  /** The oldest first. */
  readonly orders: readonly CardOrder[];

  constructor(card: Omit<CustomerCard, "feature">) {
    this.customer = card.customer;
    this.asOf = card.asOf;
    this.currency = card.currency;
    this.features = card.features;
    this.orders = card.orders;
  }

  /** The value of a feature; null where it is empty or not in the table. */
  feature(name: string): number | string | null {
    return this.features.find((feature) => feature.name === name)?.value ?? null;
  }
}

/** What `customerCard` takes. */
export interface CardOptions {
  /** The reference day that the table of customers was built at; midnight after the file's last transaction. */
  readonly asOf?: string;
}

/**
 * Everything that is known of a customer: each feature with its unit, its definition and where the customer stands among
 * all, and the orders behind it.
 *
 * @param sales cleaned sales, as `openSales` gives them
 * @param customers the table of `buildFeatures`, whole or with some columns
 * @param id the customer's id
 * @param options `asOf`, where the table was built at another day than the file's end
 * @returns a card, for `show()` and for `customerExplorer`
 * @throws SegmentLabError `bad-value` for an id that is not in the table, `bad-option` for an `asOf` that is not the table's
 * @example show(await customerCard(sales, customers, 14646));
 */
export async function customerCard(
  sales: Sales,
  customers: ColumnTable,
  id: CustomerId,
  options: CardOptions = {},
): Promise<CustomerCard> {
  return (await customerCards(sales, customers, [id], options))[0]!;
}

/**
 * The cards of several customers, in the order of the ids; see `customerCard`.
 *
 * @param sales what `openSales` gave
 * @param customers one row a customer, as `buildFeatures` gives them
 * @param ids the customers wanted, as text or numbers
 * @param options `asOf`: the day of the cards, the end of the file where left out
 * @returns one card an id, in their order
 */
export async function customerCards(
  sales: Sales,
  customers: ColumnTable,
  ids: readonly CustomerId[],
  { asOf = sales.asOf }: CardOptions = {},
): Promise<CustomerCard[]> {
  const all = customerColumn<CustomerId>(customers, "customer", "buildFeatures").map(String);
  const rows = ids.map((id) => rowOf(String(id), all));
  const orders = await customerOrders(sales, ids.map(String), asOf);
  const counts = customers.columnNames().includes("orders") ? customerColumn<number>(customers, "orders", "") : null;
  const columns = featureCatalogue
    .filter(({ name }) => customers.columnNames().includes(name))
    .map((feature) => describe(feature, customerColumn<number | string | null>(customers, feature.name, "")));
  return ids.map((id, i) => {
    const own = orders.get(String(id)) ?? [];
    if (counts && counts[rows[i]!] !== own.length) {
      const found = `customer ${id} has ${counts[rows[i]!]} orders in the table and ${own.length} before ${asOf}`;
      throw new SegmentLabError("bad-option", `${found}; give the asOf that the table was built at`);
    }
    const features = columns.map((featureOf) => featureOf(rows[i]!));
    return new CustomerCard({ customer: String(id), asOf, currency: sales.currency, features, orders: own });
  });
}

function rowOf(id: string, all: readonly string[]): number {
  const row = all.indexOf(id);
  if (row >= 0) return row;
  throw new SegmentLabError("bad-value", `no customer "${id}" among ${all.length}${didYouMean(id, all)}`);
}

function describe(feature: Feature, values: readonly (number | string | null)[]): (row: number) => CardFeature {
  const { name, group, unit, definition } = feature;
  const present = values.filter((value): value is number => typeof value === "number");
  const inCircles = unit === "hour" || unit === "weekday";
  return (row) => {
    const value = values[row] ?? null;
    const ranked = typeof value === "number" && !inCircles;
    const percentile = ranked ? present.filter((other) => other <= value).length / present.length : null;
    const missing = value === null ? (feature.missing ?? "not known") : null;
    return { name, group, unit, definition, value, percentile, missing };
  };
}
