import type { Answer, Transport } from './local-service.ts';

/** Requests as every browser in offices can make them. */
export const browserTransport: Transport = {
  post: (address, body, milliseconds) =>
    new Promise<Answer>((resolve) => {
      const request = new XMLHttpRequest();
      request.open('POST', address);
      request.timeout = milliseconds;
      request.onload = () => resolve({ status: 'answered', code: request.status, text: request.responseText });
      request.onerror = request.ontimeout = () => resolve({ status: 'unreachable' });
      request.send(body);
    }),
  opens: (address, milliseconds) =>
    new Promise<boolean>((resolve) => {
      let socket: WebSocket;
      try {
        socket = new WebSocket(address);
      } catch {
        resolve(false);
        return;
      }
      const end = (opened: boolean): void => {
        resolve(opened);
        socket.close();
      };
      socket.onopen = () => end(true);
      socket.onerror = () => end(false);
      setTimeout(() => end(false), milliseconds);
    }),
};

/** Chrome 142 and its kin ask people before a page may talk to their own machine, and remember a no. */
const PERMISSIONS = ['loopback-network', 'local-network-access'];

export async function isForbidden(): Promise<boolean> {
  for (const name of PERMISSIONS) {
    try {
      // The types know of the older permissions only.
      const { state } = await navigator.permissions.query({ name: name as PermissionName });
      if (state === 'denied') return true;
    } catch {
      // This browser has no such permission, or tells of none.
    }
  }
  return false;
}
