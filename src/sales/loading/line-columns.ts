/** The columns that hold a line's own values, alike in which two lines are equal; `revenue` follows from them. */
export const lineColumns = [
  "invoice",
  "sku",
  "description",
  "quantity",
  "invoiced_at",
  "price",
  "customer",
  "country",
] as const;
