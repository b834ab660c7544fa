// exports the notebooks given, as the command does, in a process of its own
import { runCommand } from "../../dist/scripts/command.js";
import { exportReports } from "../../dist/src/report/export-reports.js";

const [out, ...notebooks] = process.argv.slice(2);
await runCommand((signal) => exportReports({ notebooks, out, signal, onProgress: ({ done }) => console.log(done) }));
