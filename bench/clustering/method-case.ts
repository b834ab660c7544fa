import type { MethodName, MethodParameters } from "./method-request.js";
import type { Comparison } from "./sameness.js";
import type { PeerName } from "./sides.js";

/** One method with its parameters, and who else does it. */
export interface MethodCase {
  /** Parameters included. */
  readonly name: string;
  readonly method: MethodName;
  readonly parameters: MethodParameters;
  /** A file that both sides are given. */
  readonly labels?: string;
  /** The fastest of them counts. */
  readonly peers: readonly PeerName[];
  readonly compare: Comparison;
  /** On the real matrix our time must not be above this many times the peer's. */
  readonly limit: number;
  /** Above so many rows it is not tried, and why. */
  readonly most?: { readonly rows: number; readonly because: string };
}
