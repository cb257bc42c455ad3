import { SimulatorFixture } from '../../__testUtils__/SimulatorFixture';

const PATH = '/api/v1/namespaces/team/configmaps';

describe('garbage collection', () => {
  let fixture: SimulatorFixture;
  let owner: { metadata: { name: string; uid: string } };

  beforeEach(async () => {
    fixture = await SimulatorFixture.start();
    owner = await fixture.create(PATH, { metadata: { name: 'owner' } });
    await fixture.create(PATH, owned('child', owner.metadata.uid));
  });

  afterEach(() => fixture.stop());

  function owned(name: string, ...uids: string[]) {
    return {
      metadata: {
        name,
        ownerReferences: uids.map(uid => ({
          apiVersion: 'v1',
          kind: 'ConfigMap',
          name: 'owner',
          uid,
        })),
      },
    };
  }

  const exists = async (name: string) =>
    (await fixture.request('GET', `${PATH}/${name}`)).status === 200;
  const remove = async (name: string, body: object = {}) => {
    const answer = await fixture.json('DELETE', `${PATH}/${name}`, { body });
    fixture.clock.advance(0);
    return answer;
  };

  it('removes what an object owned, all the way down', async () => {
    const { body } = await fixture.json('GET', `${PATH}/child`);
    await fixture.create(PATH, owned('grandchild', body.metadata.uid));
    await remove('owner');
    await expect(exists('child')).resolves.toBe(false);
    await expect(exists('grandchild')).resolves.toBe(false);
  });

  it('keeps what has another owner', async () => {
    const other = await fixture.create(PATH, { metadata: { name: 'other' } });
    await fixture.create(
      PATH,
      owned('shared', owner.metadata.uid, other.metadata.uid),
    );
    await remove('owner');
    await expect(exists('shared')).resolves.toBe(true);
  });

  it('removes a newcomer whose owner is gone', async () => {
    await fixture.create(PATH, owned('late', 'no-such-uid'));
    await expect(exists('late')).resolves.toBe(false);
  });

  it('in the foreground keeps the owner until its dependents are gone', async () => {
    await fixture.json('PATCH', `${PATH}/child`, {
      contentType: 'application/merge-patch+json',
      body: { metadata: { finalizers: ['example/hold'] } },
    });
    const { body } = await remove('owner', { propagationPolicy: 'Foreground' });
    expect(body.metadata.finalizers).toEqual(['foregroundDeletion']);
    await expect(exists('owner')).resolves.toBe(true);
    await fixture.json('PATCH', `${PATH}/child`, {
      contentType: 'application/merge-patch+json',
      body: { metadata: { finalizers: null } },
    });
    fixture.clock.advance(0);
    await expect(exists('owner')).resolves.toBe(false);
    await expect(exists('child')).resolves.toBe(false);
  });

  it('releases dependents on Orphan', async () => {
    await remove('owner', { propagationPolicy: 'Orphan' });
    const { body } = await fixture.json('GET', `${PATH}/child`);
    expect(body.metadata.ownerReferences).toBeUndefined();
    await expect(exists('owner')).resolves.toBe(false);
  });

  it('empties a namespace that is deleted, and lets nothing new in', async () => {
    await fixture.json('PATCH', `${PATH}/child`, {
      contentType: 'application/merge-patch+json',
      body: { metadata: { finalizers: ['example/hold'] } },
    });
    await fixture.json('DELETE', '/api/v1/namespaces/team');
    fixture.clock.advance(0);
    const refused = await fixture.json('POST', PATH, {
      body: { metadata: { name: 'new' } },
    });
    expect(refused).toMatchObject({
      status: 403,
      body: {
        message: expect.stringContaining('because it is being terminated'),
      },
    });
    await fixture.json('PATCH', `${PATH}/child`, {
      contentType: 'application/merge-patch+json',
      body: { metadata: { finalizers: null } },
    });
    fixture.clock.advance(0);
    const gone = await fixture.request('GET', '/api/v1/namespaces/team');
    expect(gone.status).toBe(404);
  });
});
