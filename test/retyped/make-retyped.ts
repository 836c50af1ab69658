import path from 'node:path';
import { makeApplications } from './make/applications.ts';
import { makeCatalogue } from './make/catalogue.ts';
import { makeCloudChange } from './make/cloud-change.ts';
import { makeCloudMigration } from './make/cloud-migration.ts';
import { makeCloudNew } from './make/cloud-new.ts';
import { makeCrowded } from './make/crowded.ts';
import { makeFengdu } from './make/fengdu.ts';
import { makeGaoqing } from './make/gaoqing.ts';
import { makeOutlines } from './make/outlines.ts';
import { makePcPurchase } from './make/pc-purchase.ts';

/**
 * Writes the retyped workbooks, a folder a form; the same bytes each time. What is to be found in each stands in
 * `<name>.expected.json`, which is written by hand and not by this.
 */
export function makeRetyped(folder: string): void {
  makeCatalogue(path.join(folder, 'yunyang-catalogue'));
  makeCloudNew(path.join(folder, 'gaoqing-cloud-new'));
  makeCloudMigration(path.join(folder, 'gaoqing-cloud-migration'));
  makeCloudChange(path.join(folder, 'gaoqing-cloud-change'));
  makePcPurchase(path.join(folder, 'jinzhai-pc-purchase'));
  makeCrowded(folder);
  makeApplications(folder);
  makeOutlines(folder);
  makeFengdu(folder);
  makeGaoqing(folder);
}

// Run by itself: npx tsx test/retyped/make-retyped.ts [FOLDER]
if (process.argv[1] === import.meta.filename) makeRetyped(process.argv[2] ?? import.meta.dirname);
