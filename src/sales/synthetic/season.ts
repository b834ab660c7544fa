/** Which rhythm of the year a persona follows. */
export type Season = "shop" | "gift" | "sale";
