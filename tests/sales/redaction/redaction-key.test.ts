import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createRedaction } from "../../../src/sales/redaction/redaction.js";
import { keyFile, redactionKey } from "../../../src/sales/redaction/redaction-key.js";
import { scratchWorkspace } from "../../scratch-workspace.js";

describe("createRedaction", () => {
  // hmac.new(key, id, sha256).digest()[:8] >> 4 in Python, twelve digits of Crockford's base 32
  it("is HMAC-SHA256 of the id's UTF-8, in twelve digits", () => {
    const { pseudonymOf } = createRedaction("a key of sixteen+");
    expect(pseudonymOf("17850")).toBe("p-rwadctsttkz1");
    expect(pseudonymOf("zq-id-000123")).toBe("p-p7fk0p27a3d8");
    expect(pseudonymOf('Zoë, "Z"')).toBe("p-18pjy99rgh91");
  });

  it("tells keys apart without telling them", () => {
    const [a, b] = [createRedaction("a key of sixteen+"), createRedaction("another of sixteen")];
    expect(a.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(a.fingerprint).not.toBe(b.fingerprint);
    expect(a.pseudonymOf("1")).not.toBe(b.pseudonymOf("1"));
  });
});

describe("redactionKey", () => {
  const { root } = scratchWorkspace();

  it("is that of the environment, which leaves no file", () => {
    expect(redactionKey(root, { SEGMENT_LAB_KEY: "0123456789abcdef" })).toBe("0123456789abcdef");
    expect(() => statSync(join(root, keyFile))).toThrow(/ENOENT/);
  });

  it("refuses a short or empty one, which is no secret", () => {
    expect(() => redactionKey(root, { SEGMENT_LAB_KEY: "secret" })).toThrow(
      "the key in SEGMENT_LAB_KEY has 6 characters; --redact needs 16 or more, such as: openssl rand -hex 32",
    );
    expect(() => redactionKey(root, { SEGMENT_LAB_KEY: "" })).toThrow(/has 0 characters/);
  });

  it("is random and kept for later runs otherwise, for its owner's eyes", () => {
    const key = redactionKey(root, {});
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(redactionKey(root, {})).toBe(key);
    expect(statSync(join(root, keyFile)).mode & 0o777).toBe(0o600);
    chmodSync(join(root, keyFile), 0o644);
    expect(redactionKey(root, {})).toBe(key);
    expect(statSync(join(root, keyFile)).mode & 0o777).toBe(0o600);
  });

  it("refuses a damaged file and a folder that is not there", () => {
    writeFileSync(join(root, keyFile), "\n");
    expect(() => redactionKey(root, {})).toThrow(/the key in \.segment-lab-key has 0 characters/);
    expect(() => redactionKey(join(root, "nowhere"), {})).toThrow(
      "no key can be kept in .segment-lab-key (ENOENT); give one in SEGMENT_LAB_KEY",
    );
  });

  it("stands where git does not look", () => {
    expect(readFileSync(".gitignore", "utf8").split("\n")).toContain(keyFile);
  });
});
