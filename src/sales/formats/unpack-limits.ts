import { Transform } from "node:stream";
import { SegmentLabError } from "../../core/errors.js";

/** How far an archive may grow before it is taken for a bomb. */
export interface UnpackLimits {
  /** Unpacked bytes for each packed byte; what stays below 16 MB is never refused for its ratio. */
  readonly ratio: number;
  /** Unpacked bytes in all. */
  readonly bytes: number;
}

/** Real exports shrink to a tenth or a thirtieth; a bomb to a thousandth. */
export const defaultLimits: UnpackLimits = { ratio: 200, bytes: 20 * 1024 ** 3 };

const harmless = 16 * 1024 ** 2;

/** Refuses an archive that grows, or says that it will grow, beyond the limits. */
export function checkUnpacked(name: string, packed: number, unpacked: number, { ratio, bytes }: UnpackLimits): void {
  const advice = "if you trust it, unpack it yourself";
  if (unpacked > bytes) {
    throw new SegmentLabError("too-large", `${name} unpacks to more than ${readableSize(bytes)}; ${advice}`);
  }
  if (unpacked > harmless && unpacked > packed * ratio) {
    const what = `${name} unpacks to more than ${ratio} times its size, as a zip bomb does`;
    throw new SegmentLabError("too-large", `${what}; ${advice}`);
  }
}

/** A stream that lets bytes through and counts them against the limits. */
export function unpackGuard(name: string, packed: number, limits: UnpackLimits): Transform {
  let unpacked = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      unpacked += chunk.length;
      try {
        checkUnpacked(name, packed, unpacked, limits);
        done(null, chunk);
      } catch (error) {
        done(error as Error);
      }
    },
  });
}

/** 2500000 → "2.5 MB". */
export function readableSize(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${Number(size.toPrecision(3))} ${units[unit]}`;
}
