import { customerColumn } from "../../features/rfm/customer-column.js";
import { provenanceOf } from "../../lab/provenance-of.js";
import { listProfiles } from "../../segments/hand-over/list-profiles.js";
import { listMembers } from "../../segments/hand-over/plan-members.js";
import { segmentSales } from "../../segments/hand-over/segment-sales.js";
import type { Notebook } from "../notebook.js";
import type { SegmentedShop } from "../run/segment-shop.js";
import { segmentPage } from "./segment-page.js";

/**
 * A page for each segment of the chosen clustering, the greatest revenue first.
 *
 * @param shop as `segmentShop` gives it, its sales open
 * @returns notebooks that need no run, for `renderPage`
 */
export async function segmentPages(
  shop: Pick<SegmentedShop, "sales" | "customers" | "plan" | "planned" | "seed">,
): Promise<Notebook[]> {
  const { sales, customers, plan, planned, seed } = shop;
  const profiles = listProfiles(plan, customers);
  const groups = [...plan.lists.keys()]
    .filter((place) => plan.lists[place]!.lens === "clusters")
    .sort((a, b) => profiles.lists[b]!.revenue - profiles.lists[a]!.revenue || a - b)
    .map((place) => ({ place, places: listMembers(plan, place) }));
  const own = new Int32Array(plan.customers.customer.length).fill(-1);
  groups.forEach(({ places }, group) => {
    for (const i of places) own[i] = group;
  });
  const salesOf = await segmentSales(sales, { customers: plan.customers.customer, groups: own });
  const countries = countriesOf(shop);
  const provenance = provenanceOf(sales, seed, planned);
  return groups.map(({ place, places }, group) => {
    const list = plan.lists[place]!;
    const story = { plan, list, profile: profiles.lists[place]!, shop: profiles.shop };
    return segmentPage({ file: list.id, story, sales: salesOf(group), places, countries, provenance });
  });
}

/** In the plan's order; null where the file does not say. */
function countriesOf({ customers, plan }: Pick<SegmentedShop, "customers" | "plan">): (string | null)[] {
  if (!customers.columnNames().includes("country")) return plan.customers.customer.map(() => null);
  const ids = customerColumn<string | number>(customers, "customer", "buildFeatures");
  const countries = customerColumn<string | null>(customers, "country", "buildFeatures");
  const countryOf = new Map(ids.map((id, row) => [String(id), countries[row] ?? null]));
  return plan.customers.customer.map((id) => countryOf.get(id) ?? null);
}
