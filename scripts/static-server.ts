import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * Serves the files of a folder, and nothing else, on the loopback interface.
 * @param port 0 for any that is free
 * @param secure its certificate and key, for HTTPS
 * @returns the server, listening, and its address
 */
export async function serveFolder(
  folder: string,
  port: number,
  secure?: { readonly cert: Buffer; readonly key: Buffer },
): Promise<{ server: Server; address: string }> {
  const listener: RequestListener = (request, response) => {
    void (async () => {
      const file = fileFor(folder, request.url ?? '/');
      const found =
        file !== undefined && request.method === 'GET' && (await stat(file).catch(() => undefined))?.isFile();
      if (!found) {
        response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found');
        return;
      }
      response.writeHead(200, {
        'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-cache',
      });
      createReadStream(file).pipe(response);
    })();
  };
  const server: Server = secure ? createSecureServer(secure, listener) : createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const bound = server.address();
  const number = typeof bound === 'object' && bound !== null ? bound.port : port;
  return { server, address: `${secure ? 'https' : 'http'}://localhost:${String(number)}/` };
}

/** The file that a URL names, within the folder; `undefined` for anything that leads out of it. */
function fileFor(folder: string, url: string): string | undefined {
  try {
    const name = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    const file = path.join(folder, name.endsWith('/') ? `${name}index.html` : name);
    return file.startsWith(path.join(folder, path.sep)) && !file.includes('\0') ? file : undefined;
  } catch {
    return undefined;
  }
}
