import type { MethodRequest, MethodResult } from "./method-request.js";

/** Whether both sides computed the same, and what a reader must know of it. */
export interface Sameness {
  readonly equal: boolean;
  readonly note?: string;
}

/** Asks one side for a result of the case, with these changes. */
export type Ask = (change?: Partial<MethodRequest>) => Promise<MethodResult>;

/** How the results of a method are compared, before anything is timed. */
export type Comparison = (own: Ask, peer: Ask) => Promise<Sameness>;
