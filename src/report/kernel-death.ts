/** A kernel that ended before it was told to. */
export class KernelDeath extends Error {
  /** The last that its process wrote. */
  readonly detail: string;

  constructor(how: string, detail: string) {
    super(
      /heap out of memory|Allocation failed/i.test(detail)
        ? `the kernel ran out of memory (${how})`
        : `the kernel died (${how})`,
    );
    this.name = "KernelDeath";
    this.detail = detail;
  }
}
