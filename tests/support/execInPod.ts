import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Exec, type KubeConfig } from '@kubernetes/client-node';

/** Runs a command in a container, as `kubectl exec` does, and gives what it prints; throws when it fails. */
export async function execInPod(
  kubeConfig: KubeConfig,
  container: { namespace: string; pod: string; container: string },
  command: string[],
): Promise<string> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const printed = Promise.all([text(stdout), text(stderr)]);
  const status = await new Promise<{ status?: string; message?: string }>(
    (resolve, reject) => {
      new Exec(kubeConfig)
        .exec(
          container.namespace,
          container.pod,
          container.container,
          command,
          stdout,
          stderr,
          null,
          false,
          resolve,
        )
        .catch(reject);
    },
  );
  stdout.end();
  stderr.end();
  const [out, complaints] = await printed;
  if (status.status !== 'Success') {
    throw new Error(`${status.message}\n${complaints}`);
  }
  return out;
}
