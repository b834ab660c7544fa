import type { Persona, PersonaCondition } from "./persona.js";
import { personas as defaultPersonas } from "./personas.js";
import { defaultPlaybook, otherPersona, playbookEntry } from "./playbook/default-playbook.js";
import type { Playbook, SegmentAction } from "./playbook/playbook.js";
import type { SegmentProfile } from "./profile-segments.js";

/** A profile with the name that follows from it and what to do. */
export interface NamedSegment extends SegmentProfile {
  readonly name: string;
  /** The persona that the segment answers to, by which the playbook is read. */
  readonly persona: string;
  readonly action: SegmentAction;
}

/** The name of the rows that belong to no cluster. */
export const noiseName = "No group";

/**
 * Names segments from their profiles, never from their numbers: each takes the first persona whose conditions hold;
 * what no persona fits is described. Of two with one name, that with less revenue is told apart by what it does.
 *
 * @param profiles as `profileSegments` gives them
 * @param personas the rules, in order
 * @param playbook what to do about each persona
 * @returns the segments in the order of the profiles; the same partition gets the same names whatever its numbering
 */
export function nameSegments(
  profiles: readonly SegmentProfile[],
  personas: readonly Persona[] = defaultPersonas,
  playbook: Playbook = defaultPlaybook,
): NamedSegment[] {
  const named = new Map<SegmentProfile, NamedSegment>();
  const taken = new Set<string>([noiseName]);
  for (const profile of profiles.toSorted(byWeight)) {
    const found =
      profile.cluster < 0 ? undefined : personas.find(({ when }) => when.every((rule) => holds(rule, profile)));
    const name = profile.cluster < 0 ? noiseName : unique(found?.name ?? describe(profile), profile, taken);
    taken.add(name);
    const { persona: _, ...action } = playbookEntry(playbook, found?.name ?? otherPersona);
    named.set(profile, { ...profile, name, persona: found?.name ?? otherPersona, action });
  }
  return profiles.map((profile) => named.get(profile)!);
}

/** More revenue first; then more customers; then the first customer, so that the numbering never matters. */
function byWeight(a: SegmentProfile, b: SegmentProfile): number {
  return b.revenue - a.revenue || b.customers - a.customers || a.first - b.first;
}
function holds({ column, of, atLeast, atMost }: PersonaCondition, { columns }: SegmentProfile): boolean {
  const value = columns[column]?.[of];
  if (value === undefined || Number.isNaN(value)) return false;
  return value >= (atLeast ?? Number.NEGATIVE_INFINITY) && value <= (atMost ?? Number.POSITIVE_INFINITY);
}

/** A description in three words: how often, how much, how long ago. */
function describe({ columns }: SegmentProfile): string {
  const third = (column: string, words: readonly [string, string, string]) => {
    const position = columns[column]?.position ?? 0.5;
    return position < 0.4 ? words[0] : position <= 0.6 ? words[1] : words[2];
  };
  const often = third("orders", ["Rare", "Occasional", "Frequent"]);
  const value = third("net_revenue", ["low-value", "mid-value", "high-value"]);
  const recent = third("recency_days", ["recent", "cooling", "inactive"]);
  return `${often}, ${value}, ${recent}`;
}

/** What sets two segments of one description apart, from the most telling to the plainest. */
const distinctions: readonly [column: string, low: string, high: string][] = [
  ["revenue_per_order", "small baskets", "large baskets"],
  ["q4_share", "all year", "end of the year"],
  ["lines_per_order", "few products an order", "many products an order"],
  ["price_per_unit", "low prices", "high prices"],
  ["tenure_days", "new", "long-standing"],
];

function unique(name: string, { columns }: SegmentProfile, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (const [column, low, high] of distinctions) {
    const longer = `${name}, ${(columns[column]?.position ?? 0.5) < 0.5 ? low : high}`;
    if (!taken.has(longer)) return longer;
  }
  for (let number = 2; ; number++) if (!taken.has(`${name} (${number})`)) return `${name} (${number})`;
}
