import { SegmentLabError } from "../../core/errors.js";
import { customerColumn } from "../../features/rfm/customer-column.js";
import { type CustomerId, customerOrder } from "../../features/rfm/customer-order.js";
import { rfmSegmentNames } from "../../features/rfm/segment-map.js";
import { playbookEntry } from "../playbook/default-playbook.js";
import type { Playbook, PlaybookEntry } from "../playbook/playbook.js";
import type { Lens } from "./action-plan.js";
import type { PlanInput } from "./plan-input.js";

/** The customers of a plan in ascending order of their ids, whatever the order of the table. */
export interface DraftCustomers {
  readonly ids: readonly string[];
  /** The row of the table of each. */
  readonly rows: Int32Array;
  readonly segment: readonly (string | null)[];
  readonly rfmSegment: readonly string[];
  readonly isNewcomer: readonly boolean[];
  readonly netRevenue: Float64Array;
}

/** A list before it is ranked. */
export interface DraftList {
  readonly name: string;
  readonly lens: Lens;
  /** The segment in the lens' own column, whatever the list is called; null for newcomers. */
  readonly group: string | null;
  readonly entry: PlaybookEntry;
  /** Places of its members among the customers, ascending. */
  readonly members: Int32Array;
}

/** The list of customers whose single order is new, a rule beside the eleven RFM segments. */
export const newcomersName = "Newcomers";

/**
 * Takes the customers out of the table and sorts them into lists: one a segment of the clustering, one an RFM segment, and
 * newcomers. Rows of no cluster are in no list of the clustering. Lists without members are left out.
 *
 * @throws SegmentLabError `column-missing`; `bad-value` for an id that stands twice or labels that do not fit
 */
export function draftLists(
  { customers, labels, segments }: PlanInput,
  playbook: Playbook,
): { readonly customers: DraftCustomers; readonly lists: readonly DraftList[] } {
  const ids = customerColumn<CustomerId>(customers, "customer", "buildFeatures");
  if (labels.length !== ids.length)
    throw new SegmentLabError("bad-value", `${labels.length} labels for ${ids.length} customers; give one a customer`);
  const rows = new Int32Array(ids.length);
  customerOrder(ids).forEach((place, row) => {
    rows[place] = row;
  });
  const inOrder = <Value>(values: readonly Value[]): Value[] => Array.from(rows, (row) => values[row]!);
  const nameOf = new Map(
    segments.filter(({ cluster }) => cluster >= 0).map((segment) => [segment.cluster, segment.name]),
  );
  if (new Set(nameOf.values()).size < nameOf.size)
    throw new SegmentLabError("bad-value", "two segments share a name; give those of nameSegments");
  const stranger = labels.find((label) => label >= 0 && !nameOf.has(label));
  if (stranger !== undefined)
    throw new SegmentLabError(
      "bad-value",
      `no segment for cluster ${stranger}; give those of nameSegments for these labels`,
    );
  const newcomer = customers.columnNames().includes("newcomer")
    ? customerColumn<number>(customers, "newcomer", "buildFeatures")
    : ids.map(() => 0);
  const own: DraftCustomers = {
    ids: inOrder(ids).map(String),
    rows,
    segment: Array.from(rows, (row) => nameOf.get(labels[row]!) ?? null),
    rfmSegment: inOrder(customerColumn<string>(customers, "rfm_segment", "rfmSegments")),
    isNewcomer: inOrder(newcomer).map((value) => Number(value) === 1),
    netRevenue: Float64Array.from(inOrder(customerColumn<number>(customers, "net_revenue", "buildFeatures")), Number),
  };
  const taken = new Set<string>();
  const lists: DraftList[] = [];
  const add = (lens: Lens, group: string | null, persona: string, has: (place: number) => boolean): void => {
    const members = Int32Array.from(own.ids.keys()).filter(has);
    if (members.length === 0) return;
    // two lists never share a name, whatever a map of one's own calls its segments
    const wanted = group ?? persona;
    let name = wanted;
    for (let number = 1; taken.has(name); number++) name = `${wanted} (RFM${number > 1 ? ` ${number}` : ""})`;
    taken.add(name);
    lists.push({ name, lens, group, entry: playbookEntry(playbook, persona), members });
  };
  for (const { cluster, name, persona } of segments)
    if (cluster >= 0) add("clusters", name, persona, (place) => own.segment[place] === name);
  for (const name of rfmNames(own.rfmSegment)) add("rfm", name, name, (place) => own.rfmSegment[place] === name);
  add("rfm", null, newcomersName, (place) => own.isNewcomer[place]!);
  return { customers: own, lists };
}

/** The eleven segments in their order, then those of a map of one's own by name. */
export function rfmNames(given: readonly string[]): string[] {
  const known: readonly string[] = rfmSegmentNames;
  const others = [...new Set(given)].filter((name) => !known.includes(name)).sort();
  return [...known, ...others];
}
