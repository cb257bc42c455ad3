import { TestDatabases } from '@backstage/backend-test-utils';
import { createRequest, startForEngineer } from './__testUtils__';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('commands, %p', databaseId => {
  const start = () => startForEngineer({ databases, databaseId });

  it('go through the life of a cluster', async () => {
    const { engineer, create, observe, changes } = await start();
    const { id } = await create();
    const command = async (name: string, status = 202) =>
      (await engineer.post(`/clusters/${id}/${name}`).expect(status)).body;

    await observe(id, 'ACTIVE');
    expect(await command('restart')).toMatchObject({
      power: 'on',
      status: { state: 'STARTING' },
      run: { sequence: 2 },
    });
    expect(await command('terminate')).toMatchObject({
      power: 'off',
      status: { state: 'STOPPING' },
    });
    await observe(id, 'STOPPED');
    const configured = await engineer
      .put(`/clusters/${id}`)
      .send({ spec: { ...createRequest().spec, javaOptions: '-Dx=y' } })
      .expect(200);
    expect(configured.body).toMatchObject({
      generation: 2,
      restartRequired: true,
      spec: { javaOptions: '-Dx=y' },
    });
    expect(configured.headers.etag).toBe('"2"');
    expect(await command('start')).toMatchObject({
      restartRequired: false,
      run: { sequence: 3, generation: 2 },
    });
    const deleted = await engineer.delete(`/clusters/${id}`).expect(202);
    expect(deleted.body).toMatchObject({
      status: { state: 'DELETING' },
      deletionRequestedAt: expect.any(String),
    });
    await engineer.delete(`/clusters/${id}`).expect(202);
    const { body } = await engineer.get(`/clusters/${id}/activity`);
    expect(body.items.map(({ action }: { action: string }) => action)).toEqual([
      'delete',
      'start',
      'configure',
      'terminate',
      'restart',
      'create',
    ]);
    expect(changes.slice(0, 4)).toEqual([
      'etl created',
      'etl commanded',
      'etl commanded',
      'etl configured',
    ]);
  });

  it('are refused with the current cluster in the wrong state', async () => {
    const { engineer, create, audited } = await start();
    const cluster = await create();

    const { body } = await engineer
      .post(`/clusters/${cluster.id}/start`)
      .expect(409);

    expect(body.error).toMatchObject({ code: 'wrong-state', cluster });
    expect(audited.at(-1)).toMatchObject({
      eventId: 'cluster-start',
      status: 'failed',
    });
  });

  it('are refused with the current cluster when they are stale', async () => {
    const { engineer, create } = await start();
    const cluster = await create();

    const { body } = await engineer
      .delete(`/clusters/${cluster.id}`)
      .set('If-Match', '"0"')
      .expect(412);

    expect(body.error).toMatchObject({
      name: 'PreconditionFailedError',
      code: 'stale',
      cluster,
    });
    await engineer
      .delete(`/clusters/${cluster.id}`)
      .set('If-Match', '"1"')
      .expect(202);
  });

  it('have the name of their request in the answer and in the audit log', async () => {
    const { engineer, create, observe, audited } = await start();
    const { id } = await create();
    await observe(id, 'ACTIVE');

    const given = await engineer
      .post(`/clusters/${id}/terminate`)
      .set('X-Request-Id', 'from-a-proxy')
      .expect(202);
    const made = await engineer
      .post(`/clusters/${id}/terminate`)
      .set('X-Request-Id', 'not a name')
      .expect(409);

    const { 'x-request-id': name } = made.headers;
    expect(given.headers['x-request-id']).toBe('from-a-proxy');
    expect(name).toMatch(/^[0-9a-f-]{36}$/);
    expect(audited.slice(-2)).toMatchObject([
      { status: 'succeeded', meta: { requestId: 'from-a-proxy' } },
      { status: 'failed', meta: { requestId: name } },
    ]);
  });

  it('save a description alone, which asks for no restart and makes what was read before stale', async () => {
    const { engineer, create, observe } = await start();
    const { id } = await create();
    await observe(id, 'STOPPED');
    const describeAs = (description: string, ifMatch: string) =>
      engineer
        .put(`/clusters/${id}`)
        .set('If-Match', ifMatch)
        .send({ description, spec: createRequest().spec });

    const { body, headers } = await describeAs('mine', '"1"').expect(200);
    await describeAs('theirs', '"1"').expect(412);
    const same = await describeAs('mine', '"2"').expect(200);

    expect(headers.etag).toBe('"2"');
    expect(body).toMatchObject({
      description: 'mine',
      restartRequired: false,
      run: { generation: 1 },
    });
    expect(same.headers.etag).toBe('"2"');
  });

  it('are done once with one idempotency key', async () => {
    const { engineer, create, observe } = await start();
    const { id } = await create();
    await observe(id, 'ACTIVE');
    const restart = () =>
      engineer
        .post(`/clusters/${id}/restart`)
        .set('Idempotency-Key', 'k')
        .expect(202);

    await restart();
    const { body } = await restart();

    expect(body.run.sequence).toBe(2);
  });

  it('a deletion is done once with one idempotency key', async () => {
    const { engineer, create } = await start();
    const { id } = await create();
    const remove = (ifMatch: string) =>
      engineer
        .delete(`/clusters/${id}`)
        .set('Idempotency-Key', 'k')
        .set('If-Match', ifMatch)
        .expect(202);

    await remove('"1"');
    const { body } = await remove('"0"');

    expect(body.status.state).toBe('DELETING');
  });

  it('configure is not taken for an earlier one with the same key', async () => {
    const { engineer, create, observe } = await start();
    const { id } = await create();
    await observe(id, 'FAILED');
    const configure = (max: number) => {
      const { spec } = createRequest();
      const executor = { nodeType: 'executor-small', min: 0, max };
      return engineer
        .put(`/clusters/${id}`)
        .set('Idempotency-Key', 'k')
        .send({ spec: { ...spec, executor } })
        .expect(200);
    };

    await configure(5);
    const { body } = await configure(6);

    expect(body.spec.executor.max).toBe(6);
  });

  it.each<[string, object, string]>([
    [
      'another deployment type',
      { deploymentType: 'single-node', driver: { nodeType: 'driver-small' } },
      'spec.deploymentType',
    ],
    [
      'an unknown node type',
      { ...createRequest().spec, driver: { nodeType: 'nope' } },
      'spec.driver.nodeType',
    ],
  ])('configure refuses %s', async (_, spec, path) => {
    const { engineer, create, observe } = await start();
    const { id } = await create();
    await observe(id, 'FAILED');

    const { body } = await engineer
      .put(`/clusters/${id}`)
      .send({ spec })
      .expect(422);

    expect(body.error.details).toMatchObject([{ path }]);
  });

  it('configure of a running cluster says to terminate it first', async () => {
    const { engineer, create, observe } = await start();
    const { id } = await create();
    await observe(id, 'ACTIVE');

    const { body } = await engineer
      .put(`/clusters/${id}`)
      .send({ spec: { ...createRequest().spec, driver: { nodeType: 'nope' } } })
      .expect(409);

    expect(body.error.message).toContain('Terminate it first');
  });
});
