/** A condition on a segment's profile. */
export interface PersonaCondition {
  readonly column: string;
  /** `position` is the segment's percentile position in the shop, 0 to 1; `mean` is in the column's unit. */
  readonly of: "position" | "mean";
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** A kind of customer group with what to do about it, as data that a user may edit. */
export interface Persona {
  readonly name: string;
  /** All must hold. */
  readonly when: readonly PersonaCondition[];
  readonly action: SegmentAction;
}

/** What to do about a segment. */
export interface SegmentAction {
  readonly goal: string;
  readonly offer: string;
  readonly channel: string;
  readonly timing: string;
  /** What not to do. */
  readonly avoid: string;
  readonly metric: string;
  /** 1 = an afternoon, 2 = a week, 3 = a project. */
  readonly effort: 1 | 2 | 3;
}
