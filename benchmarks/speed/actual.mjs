// The household into Actual: node actual.mjs FOLDER-WITH-NODE_MODULES STORE DATA
// Prints one line of JSON: seconds of the processor and the wall for the import itself, and the most memory in MB.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const BATCH = 1000;
const [modules, store, data] = process.argv.slice(2);
const found = createRequire(path.join(path.resolve(modules), 'any.js')).resolve('@actual-app/api');
const loaded = await import(pathToFileURL(found).href);
const actual = loaded.default?.init ? loaded.default : loaded;
const told = console.log;
console.log = console.info = console.debug = () => {};

fs.mkdirSync(store, { recursive: true });
await actual.init({ dataDir: store, verbose: false });
await actual.runImport('household', async () => {});

const rules = JSON.parse(fs.readFileSync(path.join(data, 'rules.json'), 'utf8'));
const group = await actual.createCategoryGroup({ name: 'Household' });
const categories = {};
for (const name of new Set(Object.values(rules))) {
  categories[name] = await actual.createCategory({ name: `our ${name}`, group_id: group });
}
for (const [fragment, name] of Object.entries(rules)) {
  await actual.createRule({
    stage: null,
    conditionsOp: 'and',
    conditions: [{ field: 'imported_payee', op: 'contains', value: fragment.toLowerCase() }],
    actions: [{ field: 'category', op: 'set', value: categories[name] }],
  });
}
const byAccount = {};
for (const line of fs.readFileSync(path.join(data, 'all.csv'), 'utf8').trim().split('\n').slice(1)) {
  const [date, text, shop, amount, , account] = line.split(',');
  const minor = Number(amount.replace('.', ''));
  (byAccount[account] ??= []).push({ date, amount: minor, payee_name: shop, imported_payee: text });
}

const before = process.cpuUsage();
const began = performance.now();
let rows = 0;
for (const [name, list] of Object.entries(byAccount)) {
  const account = await actual.createAccount({ name }, 0);
  for (let at = 0; at < list.length; at += BATCH) {
    const batch = list.slice(at, at + BATCH).map((one) => ({ ...one, account }));
    rows += (await actual.importTransactions(account, batch)).added.length;
  }
}
const { user, system } = process.cpuUsage(before);
const wall = (performance.now() - began) / 1000;
await actual.shutdown();
told(JSON.stringify({ cpu: (user + system) / 1e6, wall, peak: process.resourceUsage().maxRSS / 1024, rows }));
process.exit(0);
