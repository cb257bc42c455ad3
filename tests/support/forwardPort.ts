import { createServer } from 'node:net';
import { type KubeConfig, PortForward } from '@kubernetes/client-node';
import { listenLocally } from './listenLocally';

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
  return { port: await listenLocally(server), close: () => server.close() };
}
