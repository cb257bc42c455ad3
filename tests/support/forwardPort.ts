import { createServer, type Server } from 'node:net';
import { type KubeConfig, PortForward } from '@kubernetes/client-node';

/** A port of this machine that leads to one of a pod, through the Kubernetes API. */
export interface ForwardedPort {
  port: number;
  close(): void;
}

/** Opens one; it works with any Kubernetes, without a route to its pods. */
export async function forwardPort(
  kubeConfig: KubeConfig,
  pod: { namespace: string; name: string; port: number },
): Promise<ForwardedPort> {
  const forward = new PortForward(kubeConfig);
  const server = createServer(socket => {
    socket.on('error', () => socket.destroy());
    forward
      .portForward(pod.namespace, pod.name, [pod.port], socket, null, socket)
      .catch(() => socket.destroy());
  });
  return { port: await listen(server), close: () => server.close() };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address) {
        resolve(address.port);
      } else {
        reject(new Error('the server has no port'));
      }
    });
  });
}
