import { contentKey, type KeyPart } from "../../core/kept-results.js";
import type { KeyedTask } from "../kept-tasks.js";
import type { WeighTask } from "./weigh-task.js";

/** Raise it when a result comes out otherwise, so that older ones are not taken for new ones. */
const version = 9;

/** A piece of the weighing with what its result is kept under. */
export function keyedWeighing(input: WeighTask, parts: readonly KeyPart[]): KeyedTask<WeighTask> {
  return { key: contentKey(version, ...parts), input };
}

export function failed(error: Error): never {
  throw error;
}

export function otherKind(): never {
  throw new Error("a task of another kind than was asked for");
}
