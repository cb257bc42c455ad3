import { SimulatorFixture } from '../__testUtils__/SimulatorFixture';

const BASE = '/api/v1/namespaces/team/configmaps';
const APPLY = 'application/apply-patch+yaml';

describe('server-side apply', () => {
  let fixture: SimulatorFixture;

  beforeEach(async () => {
    fixture = await SimulatorFixture.start();
  });

  afterEach(() => fixture.stop());

  const apply = (
    manager: string,
    body: object,
    options: { force?: boolean; path?: string } = {},
  ) =>
    fixture.json(
      'PATCH',
      `${options.path ?? `${BASE}/c`}?fieldManager=${manager}${
        options.force ? '&force=true' : ''
      }`,
      { body, contentType: APPLY },
    );

  const configMap = (
    data: Record<string, string>,
    labels?: Record<string, string>,
  ) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'c', ...(labels ? { labels } : {}) },
    data,
  });

  it('creates what is not there, owned by the manager', async () => {
    const { status, body } = await apply('one', configMap({ a: '1' }));
    expect(status).toBe(201);
    expect(body.metadata.managedFields).toEqual([
      expect.objectContaining({
        manager: 'one',
        operation: 'Apply',
        fieldsV1: { 'f:data': { 'f:a': {} } },
      }),
    ]);
  });

  it('can be repeated without a change', async () => {
    const first = await apply('one', configMap({ a: '1' }));
    fixture.clock.advance(5_000);
    const again = await apply('one', configMap({ a: '1' }));
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
  });

  it('removes what its manager no longer applies, and nothing else', async () => {
    await apply('one', configMap({ a: '1', b: '1' }));
    await apply('two', configMap({ b: '1', c: '1' }));
    const { body } = await apply('one', configMap({ a: '2' }));
    expect(body.data).toEqual({ a: '2', b: '1', c: '1' });
    const last = await apply('two', configMap({ c: '1' }));
    expect(last.body.data).toEqual({ a: '2', c: '1' });
  });

  it("refuses to take another manager's fields, and says which", async () => {
    await fixture.json('POST', `${BASE}?fieldManager=a`, {
      body: configMap({ a: '1' }, { x: '1' }),
    });
    const { status, body } = await apply(
      'b',
      configMap({ a: '2', b: '1' }, { x: '2' }),
    );
    expect(status).toBe(409);
    expect(body).toMatchObject({
      reason: 'Conflict',
      message: expect.stringMatching(
        /^Apply failed with 2 conflicts: conflicts with "a" using v1:\n- /,
      ),
    });
    expect(body.details.causes).toEqual(
      expect.arrayContaining([
        {
          reason: 'FieldManagerConflict',
          message: 'conflict with "a" using v1',
          field: '.data.a',
        },
        {
          reason: 'FieldManagerConflict',
          message: 'conflict with "a" using v1',
          field: '.metadata.labels.x',
        },
      ]),
    );
  });

  it('takes them by force', async () => {
    await fixture.json('POST', `${BASE}?fieldManager=a`, {
      body: configMap({ a: '1', z: '1' }),
    });
    const { status, body } = await apply('b', configMap({ a: '2' }), {
      force: true,
    });
    expect(status).toBe(200);
    expect(body.data).toEqual({ a: '2', z: '1' });
    const back = await apply('c', configMap({ a: '3' }));
    expect(back.body.message).toContain('conflict with "b"');
  });

  it('sees who changed a field by an ordinary write', async () => {
    await apply('one', configMap({ a: '1' }));
    await fixture.json('PATCH', `${BASE}/c?fieldManager=editor`, {
      body: { data: { a: '2' } },
      contentType: 'application/merge-patch+json',
    });
    const { status, body } = await apply('one', configMap({ a: '1' }));
    expect(status).toBe(409);
    expect(body.message).toBe(
      'Apply failed with 1 conflict: conflict with "editor" using v1: .data.a',
    );
  });

  it('merges lists by their keys', async () => {
    const path = '/api/v1/namespaces/team/services/s';
    const service = (ports: object[]) => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 's' },
      spec: { ports },
    });
    const connect = { name: 'connect', port: 15002 };
    const ui = { name: 'ui', port: 4040 };
    await apply('one', service([connect, ui]), { path });
    await apply('two', service([{ name: 'extra', port: 1 }]), { path });
    const { body } = await apply('one', service([ui]), { path });
    expect(body.spec.ports.map((port: { name: string }) => port.name)).toEqual([
      'ui',
      'extra',
    ]);
  });

  it('is refused without a field manager', async () => {
    const { status, body } = await fixture.json('PATCH', `${BASE}/c`, {
      body: {},
      contentType: APPLY,
    });
    expect(status).toBe(422);
    expect(body.message).toBe(
      'PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value: is required for apply patch',
    );
  });

  it('works on a Job that Kubernetes has filled in', async () => {
    const path = '/apis/batch/v1/namespaces/team/jobs/j';
    const job = {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'j' },
      spec: {
        suspend: true,
        template: {
          metadata: { labels: { app: 'j' } },
          spec: {
            restartPolicy: 'Never',
            containers: [{ name: 'main', image: 'image' }],
          },
        },
      },
    };
    const first = await apply('one', job, { path });
    fixture.clock.advance(1_000);
    const again = await apply('one', job, { path });
    expect(first.status).toBe(201);
    expect(again.status).toBe(200);
    expect(again.body.metadata.generation).toBe(1);
  });
});

describe('patches', () => {
  let fixture: SimulatorFixture;

  beforeAll(async () => {
    fixture = await SimulatorFixture.start();
  });

  afterAll(() => fixture.stop());

  it.each([
    {
      name: 'merge patch',
      contentType: 'application/merge-patch+json',
      body: { data: { a: null, c: '3' } },
      data: { b: '2', c: '3' },
    },
    {
      name: 'strategic merge patch',
      contentType: 'application/strategic-merge-patch+json',
      body: { data: { b: null } },
      data: { a: '1' },
    },
    {
      name: 'JSON patch',
      contentType: 'application/json-patch+json',
      body: [
        { op: 'test', path: '/data/a', value: '1' },
        { op: 'replace', path: '/data/a', value: '9' },
        { op: 'remove', path: '/data/b' },
      ],
      data: { a: '9' },
    },
  ])('applies a $name', async ({ contentType, body, data }) => {
    const { body: made } = await fixture.json('POST', BASE, {
      body: { metadata: { generateName: 'p-' }, data: { a: '1', b: '2' } },
    });
    const path = `${BASE}/${made.metadata.name}`;
    const patched = await fixture.json('PATCH', path, { contentType, body });
    expect(patched.body.data).toEqual(data);
  });

  it('refuses other media types', async () => {
    const { status } = await fixture.json('PATCH', `${BASE}/kube-root-ca.crt`, {
      body: {},
    });
    expect(status).toBe(415);
  });
});
