import path from 'node:path';
import { makeFengduAcceptance } from './make/fengdu-acceptance.ts';
import { makeFengduApplication } from './make/fengdu-application.ts';
import { makeFengduFeasibility } from './make/fengdu-feasibility.ts';
import { makeFengduScope } from './make/fengdu-scope.ts';
import { makeGaoqingAcceptance } from './make/gaoqing-acceptance.ts';
import { makeGaoqingApplication } from './make/gaoqing-application.ts';
import { makeGaoqingCloudChange } from './make/gaoqing-cloud-change.ts';
import { makeGaoqingCloudMigration } from './make/gaoqing-cloud-migration.ts';
import { makeGaoqingCloudNew } from './make/gaoqing-cloud-new.ts';
import { makeGaoqingLetter } from './make/gaoqing-letter.ts';
import { makeGaoqingPlan } from './make/gaoqing-plan.ts';
import { makeJinzhaiApplication } from './make/jinzhai-application.ts';
import { makeJinzhaiPcPurchase } from './make/jinzhai-pc-purchase.ts';
import { makeYunyangApplication } from './make/yunyang-application.ts';
import { makeYunyangCatalogue } from './make/yunyang-catalogue.ts';
import { makeYuzhongApplication } from './make/yuzhong-application.ts';
import { makeYuzhongDesign, makeYuzhongProposal } from './make/yuzhong-outlines.ts';

/**
 * Writes the sample workbooks, a folder a form; the same bytes each time. What is to be found in each stands in
 * `<name>.expected.json`, which is written by hand and not by this.
 */
export function makeSamples(folder: string): void {
  makeYunyangCatalogue(path.join(folder, 'yunyang-catalogue'));
  makeGaoqingCloudNew(path.join(folder, 'gaoqing-cloud-new'));
  makeGaoqingCloudMigration(path.join(folder, 'gaoqing-cloud-migration'));
  makeGaoqingCloudChange(path.join(folder, 'gaoqing-cloud-change'));
  makeGaoqingLetter(path.join(folder, 'gaoqing-letter'));
  makeGaoqingApplication(path.join(folder, 'gaoqing-application'));
  makeGaoqingPlan(path.join(folder, 'gaoqing-plan'));
  makeGaoqingAcceptance(path.join(folder, 'gaoqing-acceptance'));
  makeJinzhaiPcPurchase(path.join(folder, 'jinzhai-pc-purchase'));
  makeJinzhaiApplication(path.join(folder, 'jinzhai-application'));
  makeYunyangApplication(path.join(folder, 'yunyang-application'));
  makeYuzhongApplication(path.join(folder, 'yuzhong-application'));
  makeYuzhongProposal(path.join(folder, 'yuzhong-proposal'));
  makeYuzhongDesign(path.join(folder, 'yuzhong-design'));
  makeFengduApplication(path.join(folder, 'fengdu-application'));
  makeFengduFeasibility(path.join(folder, 'fengdu-feasibility'));
  makeFengduScope(path.join(folder, 'fengdu-scope'));
  makeFengduAcceptance(path.join(folder, 'fengdu-acceptance'));
}

// Run by itself: npx tsx test/samples/make-samples.ts [FOLDER]
if (process.argv[1] === import.meta.filename) makeSamples(process.argv[2] ?? import.meta.dirname);
