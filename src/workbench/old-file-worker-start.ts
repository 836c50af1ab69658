import { readWithSheetJs } from '../files/sheetjs.ts';
import { answerCalls } from '../pane/worker-calls.ts';
import type { MessagePortLike } from '../pane/worker-port.ts';
import type { OldFileCalls } from './file-calls.ts';

declare const workerScope: MessagePortLike;

answerCalls<OldFileCalls>(workerScope, { read: (bytes) => readWithSheetJs(bytes) });
