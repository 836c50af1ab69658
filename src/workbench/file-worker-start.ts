import type { MessagePortLike } from '../pane/worker-port.ts';
import { serveFiles } from './file-worker.ts';

// The build gives the program its scope under this name (webpack.workbench.js).
declare const workerScope: MessagePortLike;

serveFiles(workerScope);
