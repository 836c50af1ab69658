import { fileURLToPath } from 'node:url';
import { makeCatalogue } from './make/catalogue.ts';
import { makeCloudChange } from './make/cloud-change.ts';
import { makeCloudMigration } from './make/cloud-migration.ts';
import { makeCloudNew } from './make/cloud-new.ts';
import { makePcPurchase } from './make/pc-purchase.ts';

// Writes the retyped workbooks beside this file: `npx tsx test/retyped/make-retyped.ts`.
// What is to be found in each stands next to it, in <name>.expected.json, written by hand.
const here = fileURLToPath(new URL('.', import.meta.url));

makeCatalogue(`${here}yunyang-catalogue`);
makeCloudNew(`${here}gaoqing-cloud-new`);
makeCloudMigration(`${here}gaoqing-cloud-migration`);
makeCloudChange(`${here}gaoqing-cloud-change`);
makePcPurchase(`${here}jinzhai-pc-purchase`);
