/** The fields that make two lines of a file equal. */
export const lineColumns: readonly string[] = [
  "invoice",
  "sku",
  "description",
  "quantity",
  "invoiced_at",
  "price",
  "customer",
  "country",
];
