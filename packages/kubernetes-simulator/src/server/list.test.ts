import { SimulatorFixture } from '../__testUtils__/SimulatorFixture';

const PATH = '/api/v1/namespaces/team/secrets';

describe('lists', () => {
  let fixture: SimulatorFixture;

  beforeAll(async () => {
    fixture = await SimulatorFixture.start();
    for (const [name, tier] of [
      ['a', 'front'],
      ['b', 'back'],
      ['c', 'back'],
      ['d', ''],
    ]) {
      await fixture.json('POST', PATH, {
        body: { metadata: { name, ...(tier ? { labels: { tier } } : {}) } },
      });
    }
  });

  afterAll(() => fixture.stop());

  const names = async (query: string) => {
    const { body } = await fixture.json('GET', `${PATH}?${query}`);
    return body.items.map(
      (item: { metadata: { name: string } }) => item.metadata.name,
    );
  };

  it.each([
    ['tier=back', ['b', 'c']],
    ['tier==front', ['a']],
    ['tier!=back', ['a', 'd']],
    ['tier', ['a', 'b', 'c']],
    ['!tier', ['d']],
    ['tier in (front, back)', ['a', 'b', 'c']],
    ['tier notin (back)', ['a', 'd']],
    ['tier in (front,back),tier!=back', ['a']],
  ])('selects by labels: %s', async (selector, expected) => {
    const query = `labelSelector=${encodeURIComponent(selector)}`;
    await expect(names(query)).resolves.toEqual(expected);
  });

  it('tells the metadata alone to who asks for no more', async () => {
    const accept =
      'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';
    const { body } = await fixture.json('GET', PATH, { accept });
    expect(body).toMatchObject({
      kind: 'PartialObjectMetadataList',
      apiVersion: 'meta.k8s.io/v1',
    });
    expect(Object.keys(body.items[0])).toEqual([
      'kind',
      'apiVersion',
      'metadata',
    ]);
  });

  it('selects by fields', async () => {
    await expect(names('fieldSelector=metadata.name%3Db')).resolves.toEqual([
      'b',
    ]);
  });

  it('goes by pages, under the resource version of the first', async () => {
    const first = await fixture.json('GET', `${PATH}?limit=3`);
    expect(first.body.metadata.remainingItemCount).toBe(1);
    await fixture.json('POST', PATH, { body: { metadata: { name: 'e' } } });
    const next = await fixture.json(
      'GET',
      `${PATH}?limit=3&continue=${first.body.metadata.continue}`,
    );
    expect(next.body.items).toHaveLength(2);
    expect(next.body.metadata).toEqual({
      resourceVersion: first.body.metadata.resourceVersion,
    });
  });

  it('leaves kind and apiVersion out of items, as Kubernetes does', async () => {
    const { body } = await fixture.json('GET', PATH);
    expect(body).toMatchObject({ kind: 'SecretList', apiVersion: 'v1' });
    expect(body.items[0]).not.toHaveProperty('kind');
  });

  it('answers 410 to a page that is too old', async () => {
    const { body } = await fixture.json('GET', `${PATH}?limit=1`);
    fixture.simulator.compact();
    const next = await fixture.json(
      'GET',
      `${PATH}?limit=1&continue=${body.metadata.continue}`,
    );
    expect(next).toMatchObject({ status: 410, body: { reason: 'Expired' } });
  });

  it('deletes what a selector names', async () => {
    await fixture.core.deleteCollectionNamespacedSecret({
      namespace: 'team',
      labelSelector: 'tier=back',
    });
    await expect(names('labelSelector=tier')).resolves.toEqual(['a']);
  });
});
