import forms from '#forms-to-check' with { type: 'json' };
import procedures from '#procedures' with { type: 'json' };
import calendar from '#work-calendar' with { type: 'json' };
import { serveChecks } from './check-worker.ts';
import type { MessagePortLike } from './worker-port.ts';

// The build gives the program its scope under this name (webpack.workbench.js).
declare const workerScope: MessagePortLike;

serveChecks(workerScope, forms, procedures, calendar);
