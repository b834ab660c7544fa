import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { workspaceRoot } from "../../scripts/workspace.js";
import { pythonPeer } from "../python-peer.js";
import { type Side, startSide } from "./line-process.js";

/** Whom we are measured against: Python packages, and npm packages that are engines of ours. */
export type PeerName = "scikit-learn" | "SciPy" | "hdbscan" | "ml-kmeans" | "ml-hclust" | "density-clustering";

const ours = fileURLToPath(new URL("./own-process.js", import.meta.url));
const theirs = join(workspaceRoot, "bench", "peers", "clustering_peer.py");

/** Starts our side in a process of its own. */
export function startOwn(): Side {
  return startSide("Segment Lab", process.execPath, [ours]);
}

/** Starts a peer in a process of its own. */
export function startPeer(name: PeerName): Side {
  if (name === "scikit-learn" || name === "SciPy" || name === "hdbscan") {
    return startPython(name, pythonPeer());
  }
  const side = startSide(name, process.execPath, [ours]);
  return { ...side, run: (request) => side.run({ ...request, engine: name }) };
}

/** Starts a package of Python under the given interpreter. */
export function startPython(name: PeerName, python: string): Side {
  return startSide(name, python, [theirs, name]);
}
