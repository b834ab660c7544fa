import { forOtherClusters } from "./for-other-clusters.js";
import { forRfmSegments } from "./for-rfm-segments.js";
import { forValuableClusters } from "./for-valuable-clusters.js";
import type { Playbook, PlaybookEntry } from "./playbook.js";

/** The playbook that holds where no other is given: personas of clusters, RFM segments, newcomers, and all others. */
export const defaultPlaybook: Playbook = [...forValuableClusters, ...forOtherClusters, ...forRfmSegments];

/** The row for segments that no other row is for. */
export const otherPersona = "Any other segment";

/**
 * The row of a playbook for a persona: its own, else that of "Any other segment", of the default where it has neither.
 *
 * @param playbook rows in any order
 * @param persona the name of a persona or an RFM segment
 */
export function playbookEntry(playbook: Playbook, persona: string): PlaybookEntry {
  const find = (name: string, rows: Playbook) => rows.find((row) => row.persona === name);
  return find(persona, playbook) ?? find(otherPersona, playbook) ?? find(otherPersona, defaultPlaybook)!;
}
