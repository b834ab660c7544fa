/** A condition on a segment's profile. */
export interface PersonaCondition {
  readonly column: string;
  /** `position` is the segment's percentile position in the shop, 0 to 1; `mean` is in the column's unit. */
  readonly of: "position" | "mean";
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** A kind of customer group, by what its customers do, as data that a user may edit. What to do stands in the playbook. */
export interface Persona {
  readonly name: string;
  /** All must hold. */
  readonly when: readonly PersonaCondition[];
}
