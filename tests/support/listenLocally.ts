import type { Server } from 'node:net';

/**
 * Has a server listen on this machine alone.
 *
 * @param port - unless told, one that nobody listens on
 * @returns the port
 */
export function listenLocally(server: Server, port = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address) {
        resolve(address.port);
      } else {
        reject(new Error('the server has no port'));
      }
    });
  });
}
