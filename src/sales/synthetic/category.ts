/** What the synthetic shop sells. */
export type Category =
  | "bags"
  | "christmas"
  | "garden"
  | "gifts"
  | "home"
  | "jewellery"
  | "kitchen"
  | "lighting"
  | "party"
  | "stationery"
  | "storage"
  | "textiles"
  | "toys";
