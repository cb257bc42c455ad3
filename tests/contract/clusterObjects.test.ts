import type { V1Pod, V1ResourceQuota } from '@kubernetes/client-node';
import {
  clientService,
  clusterConfigMap,
  clusterSecret,
  driverAccessObjects,
  driverSelector,
  exposureObjects,
  limitRange,
  networkPolicy,
  resourceQuota,
  userSecret,
} from './support/backend';
import { exposed } from './support/exposed';
import { pendingPod } from './support/pendingPod';
import { targets } from './support/targets';
import { Workbench } from './support/Workbench';

jest.setTimeout(120_000);

describe.each(targets)(
  'The objects of a compute cluster on %s',
  (_, target) => {
    let bench: Workbench;

    beforeAll(async () => {
      bench = await Workbench.start(target);
    });
    afterAll(async () => {
      await bench?.stop();
    });

    it('are accepted, and the same when they are applied again', async () => {
      const input = bench.cluster();
      const objects = [
        ...driverAccessObjects(bench.namespace),
        networkPolicy(bench.namespace, input.exposure),
        clusterConfigMap(input),
        clusterSecret(input),
        userSecret(input, { 'environment.A.1-f': 'b' }),
        clientService(input),
      ];
      for (const object of objects) {
        const first = await bench.gateway.apply(object);
        const second = await bench.gateway.apply(object);
        expect(second.metadata?.resourceVersion).toBe(
          first.metadata?.resourceVersion,
        );
        await bench.gateway.deleteAll(
          {
            apiVersion: object.apiVersion ?? '',
            kind: object.kind ?? '',
            namespace: bench.namespace,
          },
          { [Object.keys(driverSelector(input))[0]]: input.clusterId },
        );
      }
    });

    it.each(['loadBalancer', 'ingress'] as const)(
      'expose a cluster by %s, and go with its Service',
      async type => {
        const input = exposed(type, bench.cluster());
        const service = await bench.gateway.apply(clientService(input));
        const objects = exposureObjects(input, {
          uid: service.metadata?.uid ?? '',
        });
        for (const object of objects) {
          await bench.gateway.apply(object);
        }
        const { name = '' } = service.metadata ?? {};
        await bench.gateway.delete(bench.ref('Service', name));
        const refs = objects.map(({ kind = '', apiVersion, metadata }) =>
          bench.ref(kind, metadata?.name ?? '', apiVersion),
        );
        await bench.until('all of it to be gone', async () => {
          const left = await Promise.all(
            refs.map(ref => bench.gateway.read(ref)),
          );
          return left.every(object => !object);
        });
      },
    );

    it('limit a namespace', async () => {
      const quota = { cpu: 4, memoryGiB: 8, pods: 10 };
      await bench.gateway.apply(
        resourceQuota({ namespace: bench.namespace, quota }),
      );
      await bench.gateway.apply(limitRange(bench.namespace));
      const counted = await bench.until('the quota to be counted', async () => {
        const read = await bench.gateway.read<V1ResourceQuota>(
          bench.ref('ResourceQuota', 'compute-clusters'),
        );
        return read?.status?.used && read;
      });
      expect(counted.status?.hard).toMatchObject({
        'requests.cpu': '4',
        pods: '10',
      });
      await bench.gateway.create(pendingPod(bench.namespace, 'plain'));
      const plain = await bench.gateway.read<V1Pod>(bench.ref('Pod', 'plain'));
      expect(plain?.spec?.containers[0].resources?.limits).toEqual({
        cpu: '1',
        memory: '1Gi',
      });
    });
  },
);
