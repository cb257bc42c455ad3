import {
  CoreV1Api,
  PatchStrategy,
  setHeaderOptions,
} from '@kubernetes/client-node';
import type { V1ConfigMap, V1ResourceQuota } from '@kubernetes/client-node';
import { driverJob, resourceQuota, runJobName } from './support/backend';
import { pendingPod } from './support/pendingPod';
import { targets } from './support/targets';
import { Workbench } from './support/Workbench';

jest.setTimeout(120_000);

describe.each(targets)('KubernetesGateway on %s', (_, target) => {
  let bench: Workbench;

  beforeAll(async () => {
    bench = await Workbench.start(target);
  });
  afterAll(async () => {
    await bench?.stop();
  });

  const readMap = (name: string) =>
    bench.gateway.read<V1ConfigMap>(bench.ref('ConfigMap', name));

  it('tells the version', async () => {
    await expect(bench.gateway.version()).resolves.toMatch(/^v1\./);
    await expect(bench.gateway.checkReady()).resolves.toBeUndefined();
  });

  describe('create', () => {
    it('makes an object', async () => {
      await bench.gateway.create(bench.configMap('created', { a: '1' }));
      expect(await readMap('created')).toMatchObject({
        kind: 'ConfigMap',
        metadata: {
          name: 'created',
          uid: expect.stringMatching(/-/),
          creationTimestamp: expect.any(Date),
        },
        data: { a: '1' },
      });
    });

    it('refuses what is there already, and leaves it alone', async () => {
      await bench.gateway.create(bench.configMap('taken', { a: '1' }));
      await expect(
        bench.gateway.create(bench.configMap('taken', { a: '2' })),
      ).rejects.toMatchObject({ code: 'AlreadyExists', status: 409 });
      expect((await readMap('taken'))?.data).toEqual({ a: '1' });
    });

    it('finds no namespace that is not there', async () => {
      const { metadata, ...map } = bench.configMap('lost');
      const lost = {
        ...map,
        metadata: { ...metadata, namespace: 'not-there' },
      };
      await expect(bench.gateway.create(lost)).rejects.toMatchObject({
        code: 'NotFound',
        status: 404,
      });
    });

    it.each([
      ['a bad name', 'ConfigMap', 'v1', 'Not_A_Name'],
      ['no template', 'Job', 'batch/v1', 'empty'],
    ])('refuses an object with %s', async (_what, kind, apiVersion, name) => {
      const metadata = { name, namespace: bench.namespace };
      await expect(
        bench.gateway.create({ apiVersion, kind, metadata }),
      ).rejects.toMatchObject({ code: 'Invalid', status: 422 });
    });
  });

  describe('read', () => {
    it.each([
      ['in a namespace that is there', () => bench.namespace],
      ['in one that is not', () => 'not-there'],
    ])('finds nothing %s', async (_where, namespace) => {
      await expect(
        bench.gateway.read({
          ...bench.ref('ConfigMap', 'absent'),
          namespace: namespace(),
        }),
      ).resolves.toBeUndefined();
    });
  });

  describe('apply', () => {
    it('makes, changes, and takes away what it no longer says', async () => {
      await bench.gateway.apply(bench.configMap('mine', { a: '1', b: '1' }));
      await bench.gateway.apply(bench.configMap('mine', { b: '2' }));
      expect((await readMap('mine'))?.data).toEqual({ b: '2' });
    });

    it('changes nothing when it says the same again', async () => {
      const first = await bench.gateway.apply(
        bench.configMap('same', { a: '1' }),
      );
      const second = await bench.gateway.apply(
        bench.configMap('same', { a: '1' }),
      );
      expect(second.metadata).toMatchObject({
        resourceVersion: Reflect.get(first.metadata, 'resourceVersion'),
      });
    });

    it('takes over what was created, and takes away what it does not say of it', async () => {
      const labels = { stays: '1', goes: '1' };
      await bench.gateway.create(
        bench.configMap('adopted', { a: '1', b: '1' }, labels),
      );
      const changed = bench.configMap('adopted', { a: '2' }, { stays: '1' });
      const first = await bench.gateway.apply(changed);
      expect(await readMap('adopted')).toMatchObject({ data: { a: '2' } });
      expect((await readMap('adopted'))?.metadata?.labels).toEqual({
        stays: '1',
      });
      const second = await bench.gateway.apply(changed);
      expect(second.metadata).toEqual(first.metadata);
    });

    it('leaves alone what others added', async () => {
      await bench.gateway.apply(bench.configMap('shared', { a: '1' }));
      const others = bench.target.kubeConfig.makeApiClient(CoreV1Api);
      await others.patchNamespacedConfigMap(
        {
          name: 'shared',
          namespace: bench.namespace,
          body: { data: { theirs: '1', a: 'theirs' } },
        },
        setHeaderOptions('Content-Type', PatchStrategy.MergePatch),
      );
      await bench.gateway.apply(bench.configMap('shared', { a: '2' }));
      expect((await readMap('shared'))?.data).toEqual({ theirs: '1', a: '2' });
    });

    it('of a version changes that version only, also of what was created', async () => {
      await bench.gateway.create(bench.configMap('versioned', { a: '1' }));
      const read = await readMap('versioned');
      const of = (resourceVersion: string | undefined, a: string) => {
        const map = bench.configMap('versioned', { a });
        return { ...map, metadata: { ...map.metadata, resourceVersion } };
      };
      await bench.gateway.apply(of(read?.metadata?.resourceVersion, '2'));
      await expect(
        bench.gateway.apply(of(read?.metadata?.resourceVersion, '3')),
      ).rejects.toMatchObject({ code: 'Conflict', status: 409 });
      expect((await readMap('versioned'))?.data).toEqual({ a: '2' });
    });
  });

  describe('merge', () => {
    const merge = (name: string, changes: object) =>
      bench.gateway.merge(bench.ref('ConfigMap', name), changes);

    it('changes what it names, takes away what is null, leaves the rest', async () => {
      await bench.gateway.create(
        bench.configMap('merged', { a: '1', b: '1', c: '1' }),
      );
      const changes = { data: { b: '2', c: null, d: '2' } };
      await expect(merge('merged', changes)).resolves.toBe(true);
      expect((await readMap('merged'))?.data).toEqual({
        a: '1',
        b: '2',
        d: '2',
      });
    });

    it('makes nothing', async () => {
      await expect(merge('absent', { data: { a: '1' } })).resolves.toBe(false);
    });

    it('of a version changes that version only', async () => {
      await bench.gateway.create(bench.configMap('moved', { a: '1' }));
      const read = await readMap('moved');
      const { resourceVersion } = read?.metadata ?? {};
      const changes = { metadata: { resourceVersion }, data: { a: '2' } };
      await merge('moved', changes);
      await expect(
        merge('moved', { ...changes, data: { a: '3' } }),
      ).rejects.toMatchObject({ code: 'Conflict', status: 409 });
    });
  });

  describe('delete', () => {
    it('deletes once', async () => {
      await bench.gateway.create(bench.configMap('gone'));
      const ref = bench.ref('ConfigMap', 'gone');
      await expect(bench.gateway.delete(ref)).resolves.toBe(true);
      await expect(bench.gateway.delete(ref)).resolves.toBe(false);
      expect(await readMap('gone')).toBeUndefined();
    });

    it('spares an object with another uid', async () => {
      await bench.gateway.create(bench.configMap('spared'));
      const created = await readMap('spared');
      const ref = bench.ref('ConfigMap', 'spared');
      const other = '00000000-0000-4000-8000-000000000000';
      await expect(bench.gateway.delete(ref, { uid: other })).resolves.toBe(
        false,
      );
      expect(await readMap('spared')).toBeDefined();
      await expect(
        bench.gateway.delete(ref, { uid: created?.metadata?.uid }),
      ).resolves.toBe(true);
    });

    it('deletes all with a label, and nothing else', async () => {
      const marked = { batch: 'one' };
      await bench.gateway.create(bench.configMap('all-1', {}, marked));
      await bench.gateway.create(bench.configMap('all-2', {}, marked));
      await bench.gateway.create(
        bench.configMap('not-all', {}, { batch: 'two' }),
      );
      await bench.gateway.deleteAll(bench.ref('ConfigMap', ''), marked);
      expect(await readMap('all-1')).toBeUndefined();
      expect(await readMap('all-2')).toBeUndefined();
      expect(await readMap('not-all')).toBeDefined();
      await bench.gateway.deleteAll(bench.ref('ConfigMap', ''), marked);
    });

    it('takes the pods of a Job with it', async () => {
      const input = bench.cluster();
      const { watcher } = bench.connect(bench.target.kubeConfig);
      await watcher.start();
      await bench.gateway.create(driverJob(input));
      const seen = () => watcher.objectsOf(input.clusterId);
      await bench.until('a driver pod', () => seen().pods.length === 1);
      await bench.gateway.delete(
        bench.ref('Job', runJobName(input), 'batch/v1'),
      );
      await bench.until(
        'nothing',
        () => seen().pods.length === 0 && seen().jobs.length === 0,
      );
    });
  });

  describe('refusals', () => {
    it('tells a full quota from a missing right', async () => {
      const quota = bench.ref('ResourceQuota', 'compute-clusters');
      await bench.gateway.apply(
        resourceQuota({ namespace: bench.namespace, quota: { pods: 0 } }),
      );
      await bench.until('the quota to be counted', async () => {
        const read = await bench.gateway.read<V1ResourceQuota>(quota);
        return read?.status?.used !== undefined;
      });
      await expect(
        bench.gateway.create(pendingPod(bench.namespace, 'refused')),
      ).rejects.toMatchObject({
        code: 'QuotaExceeded',
        status: 403,
      });
      await bench.gateway.delete(quota);
    });

    it('tells what is not allowed', async () => {
      const kubeConfig = await bench.target.withoutRights(bench.namespace);
      const { gateway, watcher } = bench.connect(kubeConfig);
      await expect(
        gateway.create(bench.configMap('forbidden')),
      ).rejects.toMatchObject({ code: 'Forbidden', status: 403 });
      void watcher.start();
      const problem = await bench.until('a problem', () => watcher.problem());
      expect(problem).toMatch(/^Kubernetes forbids to watch/);
      expect(watcher.synced()).toBe(false);
    });
  });
});
