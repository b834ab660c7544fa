import { SegmentLabError } from "../../core/errors.js";
import { didYouMean } from "../../core/nearest-names.js";
import type { Playbook } from "./playbook.js";
import { entryOf, playbookRows } from "./playbook-rows.js";

/**
 * Checks a playbook that was made in a program: every field filled, shares from 0 to 1, uplifts that rise, no persona twice.
 *
 * @param playbook rows in any order
 * @param where what messages call a row: `row 3 of ${where}`
 * @returns the same playbook
 * @throws SegmentLabError `bad-value` naming the row and the field
 */
export function checkPlaybook(playbook: Playbook, where = "the playbook"): Playbook {
  playbookRows(playbook).forEach((row, i) => {
    entryOf(row, `row ${i + 1} of ${where}`);
  });
  checkPersonas(
    playbook.map(({ persona }) => persona),
    where,
  );
  return playbook;
}

/**
 * Refuses a persona that stands twice and, where the known ones are given, one that is not among them.
 *
 * @throws SegmentLabError `bad-value` naming the row and the persona
 */
export function checkPersonas(given: readonly string[], where: string, known?: readonly string[]): void {
  given.forEach((persona, i) => {
    const row = `row ${i + 1} of ${where}`;
    if (given.indexOf(persona) < i)
      throw new SegmentLabError("bad-value", `${row}: persona "${persona}" stands twice; keep one of its rows`);
    if (known && !known.includes(persona)) {
      const hint = didYouMean(persona, known) || `; there are ${known.join(", ")}`;
      throw new SegmentLabError("bad-value", `${row}: no persona "${persona}"${hint}`);
    }
  });
}
