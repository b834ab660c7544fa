import { createHmac } from "node:crypto";
import { checkNumber } from "../../features/matrix/check-option.js";
import type { HoldoutRule } from "./action-plan.js";

/**
 * Who is left out of every campaign, by a keyed hash of the customer's id (HMAC-SHA-256): the same salt holds out the
 * same customers, whatever the order of rows and whoever joins; a larger share keeps those of a smaller one.
 *
 * @param customers ids
 * @param rule `share` that is held out, 0 to 1; `salt`, the key of the hash
 * @returns true where a customer is held out, in the order of the ids
 * @throws SegmentLabError `bad-option` for a share outside 0 to 1
 * @example
 * const heldOut = holdOut(["17850", "13047"], { share: 0.1, salt: "autumn" });
 */
export function holdOut(customers: readonly string[], { share, salt }: HoldoutRule): boolean[] {
  checkNumber("holdoutShare", share, { least: 0, most: 1 });
  return customers.map((customer) => {
    const hash = createHmac("sha256", salt).update(customer, "utf8").digest();
    // 48 bits are whole numbers of a double
    return hash.readUIntBE(0, 6) / 2 ** 48 < share;
  });
}
