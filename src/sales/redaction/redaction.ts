import { createHmac } from "node:crypto";

/** What stands for customer ids that must not leave the workspace. */
export interface Redaction {
  /**
   * The hash that stands for a customer id, such as `p-7k2m9x4qa0tz`: HMAC-SHA256 of its UTF-8 text, the first 60 bits
   * in Crockford's base 32. The same under one key in every run.
   */
  pseudonymOf(id: string): string;
  /** Tells keys apart without telling them. */
  readonly fingerprint: string;
}

/** Crockford's digits: none is taken for another, and no word comes of them by accident. */
const digits = "0123456789abcdefghjkmnpqrstvwxyz";
const length = 12;

/**
 * Makes keyed hashes of customer ids.
 *
 * @param key a secret of at least 16 characters: with it anyone can try out ids
 */
export function createRedaction(key: string): Redaction {
  const hash = (text: string): Buffer => createHmac("sha256", key).update(text, "utf8").digest();
  return {
    pseudonymOf: (id) => `p-${inDigits(hash(id))}`,
    // no id holds a NUL
    fingerprint: hash("\0fingerprint").toString("hex").slice(0, 16),
  };
}

function inDigits(bytes: Buffer): string {
  let bits = bytes.readBigUInt64BE() >> 4n;
  let text = "";
  for (let i = 0; i < length; i++) {
    text = digits[Number(bits & 31n)]! + text;
    bits >>= 5n;
  }
  return text;
}
