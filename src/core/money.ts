/** The code of a currency that is not known (ISO 4217); it is written ¤. */
export const noCurrency = "XXX";

/** The sign of a currency by its ISO 4217 code, such as £ for GBP; the code itself where it has none of its own. */
export function currencySign(currency: string): string {
  const style = { style: "currency", currency, currencyDisplay: "narrowSymbol" } as const;
  const parts = new Intl.NumberFormat("en-GB", style).formatToParts(0);
  return parts.find(({ type }) => type === "currency")!.value;
}

/**
 * How money of a currency is written: a function from an amount to text, such as 1234.5 → "£1,235".
 *
 * @param currency its ISO 4217 code, such as EUR
 * @returns a function of the amount and, where decimals are wanted, their number
 * @example const money = moneyFormat(sales.currency); money(1234.5, 2)
 */
export function moneyFormat(currency: string): (amount: number, digits?: number) => string {
  return (amount, digits = 0) => {
    const style = { style: "currency", currency, currencyDisplay: "narrowSymbol" } as const;
    const text = new Intl.NumberFormat("en-GB", {
      ...style,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(amount);
    return text.replace("-", "−");
  };
}
