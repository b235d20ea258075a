// PouchDB on LevelDB with express-pouchdb; runs in an environment of its own. COUNT TARGET PORT ADDRESS.
// The records come on standard input as one JSON list.
import { spawn } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";

const require = createRequire(path.join(process.cwd(), "package.json"));
const PouchDB = require("pouchdb");
const [count, , port, address] = process.argv.slice(2);
const folder = mkdtempSync(path.join(os.tmpdir(), "pouchdb-"));
for (const name of ["server", "first", "second"]) mkdirSync(path.join(folder, name));

const serve = `
  const express = require("express"), PouchDB = require("pouchdb");
  const Stored = PouchDB.defaults({ prefix: ${JSON.stringify(folder + "/server/")} });
  const app = express();
  app.use("/", require("express-pouchdb")(Stored, { mode: "minimumForPouchDB", inMemoryConfig: true,
    logPath: ${JSON.stringify(folder + "/log.txt")} }));
  app.listen(${Number(port)}, "127.0.0.1", () => console.log("ready"));`;
const server = spawn(process.execPath, ["-e", serve], { stdio: ["ignore", "pipe", "ignore"] });
process.once("exit", () => server.kill());
await new Promise((ready, failed) => { server.stdout.once("data", ready); server.once("exit", failed); });

const records = JSON.parse(readFileSync(0, "utf8"));
const remote = new PouchDB(`${address}/records`);
await remote.info();
const first = new PouchDB(`${folder}/first/records`), second = new PouchDB(`${folder}/second/records`);
const options = { batch_size: 1000, batches_limit: 10 };
const steps = {};
let round = 0;

async function step(name, work) {
  const started = performance.now();
  await work();
  steps[name] = [(performance.now() - started) / 1000, null];
}

async function change(howMany) {
  round += 1;
  const old = (await first.allDocs({ limit: howMany })).rows;
  const revisions = new Map(old.map((row) => [row.id, row.value.rev]));
  const docs = [...records].sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, howMany).map(({ id, ...rest }) => {
    return { ...rest, _id: id, ...(revisions.has(id) ? { _rev: revisions.get(id) } : {}), name: `round ${round}` };
  });
  await first.bulkDocs(docs);
}

async function check() {
  const rows = (await second.allDocs({ include_docs: true })).rows;
  const names = new Set(rows.map((row) => row.doc.name));
  if (rows.length !== Number(count) || names.size !== 1 || !names.has(`round ${round}`)) throw new Error("not in step");
}

const up = () => first.replicate.to(remote, options), down = () => second.replicate.from(remote, options);
await change(Number(count));
await step("all new, up", up);
await step("all new, down", down);
await check();
await step("nothing, up", up);
await step("nothing, down", down);
await change(1);
await step("one, up", up);
await step("one, down", down);
await change(Number(count));
await step("all changed, up", up);
await step("all changed, down", down);
await check();
console.log(JSON.stringify({ steps, laptop_mb: process.resourceUsage().maxRSS / 1024 }));
rmSync(folder, { recursive: true, force: true });
process.exit(0);
