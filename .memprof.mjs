import { createRequire } from "node:module";
const { DuckDBConnection } = createRequire(import.meta.url)("@duckdb/node-api");
const orig = DuckDBConnection.prototype.runAndReadAll; let last=0;
DuckDBConnection.prototype.runAndReadAll = async function(sql, ...r){
  const s=performance.now(); const res = await orig.call(this, sql, ...r); const m=process.resourceUsage().maxRSS/1024;
  if (m-last>40 || performance.now()-s>2000) console.log(((performance.now()-s)/1000).toFixed(1), m.toFixed(0), (process.memoryUsage().rss/1e6).toFixed(0), sql.replace(/\s+/g," ").slice(0,110)); last=m; return res; };
const { openSales } = await import("/work/main/dist/src/sales/open-sales.js");
const sales = await openSales({data:process.argv[2], cache:false}); sales.close();
