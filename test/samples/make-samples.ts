import { fileURLToPath } from 'node:url';
import { makeGaoqingCloudChange } from './make/gaoqing-cloud-change.ts';
import { makeGaoqingCloudMigration } from './make/gaoqing-cloud-migration.ts';
import { makeGaoqingCloudNew } from './make/gaoqing-cloud-new.ts';
import { makeJinzhaiPcPurchase } from './make/jinzhai-pc-purchase.ts';
import { makeYunyangCatalogue } from './make/yunyang-catalogue.ts';

// Writes the returned workbooks beside this file: `npx tsx test/samples/make-samples.ts`.
// What is to be found in each stands next to it, in <name>.expected.json, written by hand.
const here = fileURLToPath(new URL('.', import.meta.url));

makeYunyangCatalogue(`${here}yunyang-catalogue`);
makeGaoqingCloudNew(`${here}gaoqing-cloud-new`);
makeGaoqingCloudMigration(`${here}gaoqing-cloud-migration`);
makeGaoqingCloudChange(`${here}gaoqing-cloud-change`);
makeJinzhaiPcPurchase(`${here}jinzhai-pc-purchase`);
