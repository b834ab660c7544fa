/** Numbers pairs of texts in the order in which they first come. */
export class Dictionary {
  readonly firsts: string[] = [];
  readonly seconds: string[] = [];
  readonly #numbers = new Map<string, Map<string, number>>();

  /** The number of a pair, from 0. */
  numberOf(first: string, second: string): number {
    let bySecond = this.#numbers.get(first);
    if (bySecond === undefined) {
      bySecond = new Map();
      this.#numbers.set(first, bySecond);
    }
    let number = bySecond.get(second);
    if (number === undefined) {
      number = this.firsts.push(first) - 1;
      this.seconds.push(second);
      bySecond.set(second, number);
    }
    return number;
  }
}
