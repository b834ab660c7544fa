/** How far a forecast of purchase days lay from what happened. */
export interface ForecastError {
  readonly method: string;
  readonly isBaseline: boolean;
  readonly customers: number;
  /** Purchase days of all customers. */
  readonly predicted: number;
  readonly actual: number;
  /** Predicted over actual: the bias in total; NaN where nothing happened. */
  readonly ratio: number;
  /** Mean absolute error a customer, in purchase days. */
  readonly mae: number;
  /** Root of the mean squared error a customer, in purchase days. */
  readonly rmse: number;
}

/** Holds one number a customer against another. */
export function forecastError(
  method: string,
  isBaseline: boolean,
  predicted: Float64Array,
  actual: Float64Array,
): ForecastError {
  let [sum, happened, absolute, squared] = [0, 0, 0, 0];
  for (let i = 0; i < actual.length; i++) {
    const missed = predicted[i]! - actual[i]!;
    sum += predicted[i]!;
    happened += actual[i]!;
    absolute += Math.abs(missed);
    squared += missed * missed;
  }
  const customers = actual.length;
  return {
    method,
    isBaseline,
    customers,
    predicted: sum,
    actual: happened,
    ratio: happened === 0 ? Number.NaN : sum / happened,
    mae: absolute / customers,
    rmse: Math.sqrt(squared / customers),
  };
}

/** The errors of each method over all origins together, each customer and origin counted once. */
export function pooledErrors(origins: readonly (readonly ForecastError[])[]): ForecastError[] {
  const all = origins.flat();
  const methods = [...new Set(all.map(({ method }) => method))];
  return (
    methods
      .map((method) => all.filter((error) => error.method === method))
      // a baseline that some origin could not have would be judged on easier ones
      .filter((errors) => errors.length === origins.length)
      .map((errors) => {
        const sum = (of: (error: ForecastError) => number) => errors.reduce((total, error) => total + of(error), 0);
        const [customers, predicted, actual] = [
          sum((error) => error.customers),
          sum((error) => error.predicted),
          sum((error) => error.actual),
        ];
        return {
          method: errors[0]!.method,
          isBaseline: errors[0]!.isBaseline,
          customers,
          predicted,
          actual,
          ratio: actual === 0 ? Number.NaN : predicted / actual,
          mae: sum((error) => error.mae * error.customers) / customers,
          rmse: Math.sqrt(sum((error) => error.rmse ** 2 * error.customers) / customers),
        };
      })
  );
}
