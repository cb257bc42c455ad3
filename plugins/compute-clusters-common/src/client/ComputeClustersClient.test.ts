import { problemsOf } from './problemsOf';
import { ComputeClustersClient } from './ComputeClustersClient';

interface Sent {
  url: string;
  init: RequestInit;
}

/** A client whose requests are kept, and answered with one status and body. */
function clientWith(status: number, body: unknown) {
  const sent: Sent[] = [];
  const client = new ComputeClustersClient({
    discoveryApi: { getBaseUrl: async id => `http://backstage/api/${id}` },
    fetchApi: {
      fetch: async (url, init = {}) => {
        sent.push({ url: String(url), init });
        return new Response(JSON.stringify(body), {
          status,
          headers: { 'content-type': 'application/json' },
        });
      },
    },
  });
  return { client, sent };
}

const REFUSAL = {
  error: {
    name: 'InputError',
    message: 'The request has 1 problem.',
    details: [{ path: 'name', code: 'required', message: 'Name is required.' }],
  },
  request: { method: 'POST', url: '/clusters' },
  response: { statusCode: 422 },
};

const AT = '2026-08-01T10:00:00.000Z';
const CLUSTER = {
  id: '1',
  spec: { tags: { since: 'yesterday' } },
  status: { since: AT, observedAt: AT },
  run: { sequence: 1, startedAt: AT },
  createdAt: AT,
  updatedAt: AT,
  deletionRequestedAt: null,
};

describe('ComputeClustersClient', () => {
  it('returns the body', async () => {
    const page = { items: [], totalItems: 0, pageInfo: {} };
    const { client } = clientWith(200, page);

    await expect(client.listClusters()).resolves.toEqual(page);
  });

  it('gives times as dates, and leaves alone what only looks like them', async () => {
    const { client } = clientWith(200, CLUSTER);

    const cluster = await client.getCluster('1');

    expect(cluster).toEqual({
      ...CLUSTER,
      createdAt: new Date(AT),
      updatedAt: new Date(AT),
      deletionRequestedAt: null,
      status: { since: new Date(AT), observedAt: new Date(AT) },
      run: { sequence: 1, startedAt: new Date(AT) },
    });
  });

  it('puts filters into the query', async () => {
    const { client, sent } = clientWith(200, { items: [] });

    await client.listClusters({
      namespace: ['a', 'b'],
      state: ['ACTIVE'],
      text: 'x y',
      limit: 10,
    });

    expect(sent[0].url).toBe(
      'http://backstage/api/compute-clusters/clusters?namespace=a&namespace=b&state=ACTIVE&text=x%20y&limit=10',
    );
  });

  it('puts the period into the query of usage', async () => {
    const { client, sent } = clientWith(200, { days: [], groups: [] });

    await client.getUsage({ from: '2026-01-01', clusterId: ['1', '2'] });
    await client.getClusterUsage('1', { from: '2026-01-01' });

    expect(sent.map(({ url }) => url)).toEqual([
      'http://backstage/api/compute-clusters/usage?from=2026-01-01&clusterId=1&clusterId=2',
      'http://backstage/api/compute-clusters/clusters/1/usage?from=2026-01-01',
    ]);
  });

  it('asks for the table of usage as a spreadsheet reads it', async () => {
    const { client, sent } = clientWith(200, 'team,name');

    await client.getUsageCsv({ groupBy: 'day', from: '2026-01-01' });

    expect(sent[0].url).toBe(
      'http://backstage/api/compute-clusters/usage?from=2026-01-01&groupBy=day',
    );
    expect(sent[0].init.headers).toMatchObject({ Accept: 'text/csv' });
  });

  it('finds a cluster by its place', async () => {
    const { client, sent } = clientWith(200, CLUSTER);

    await client.getClusterByName({
      kubernetesCluster: 'demo',
      namespace: 'data-eng',
      name: 'etl',
    });

    expect(sent[0].url).toMatch(/\/clusters\/by-name\/demo\/data-eng\/etl$/);
  });

  it.each([
    ['POST', 'restartCluster'],
    ['DELETE', 'deleteCluster'],
  ] as const)('sends headers by their real names, %s', async (method, name) => {
    const { client, sent } = clientWith(202, CLUSTER);

    await client[name]('1', {
      ifMatch: '"3"',
      idempotencyKey: 'k',
      token: 't',
    });

    expect(sent[0].init.method).toBe(method);
    expect(sent[0].init.headers).toEqual({
      'If-Match': '"3"',
      'Idempotency-Key': 'k',
      'Content-Type': 'application/json',
      Authorization: 'Bearer t',
    });
  });

  it('leaves out headers without a value', async () => {
    const { client, sent } = clientWith(202, CLUSTER);

    await client.deleteCluster('1');

    expect(sent[0].init.headers).toEqual({
      'Content-Type': 'application/json',
    });
  });

  it('passes on the signal that aborts', async () => {
    const { client, sent } = clientWith(200, {});
    const { signal } = new AbortController();

    await client.getMe({ signal });

    expect(sent[0].init.signal).toBe(signal);
  });

  it('throws refusals, whose problems can be read', async () => {
    const { client } = clientWith(422, REFUSAL);
    const error = await client
      .createCluster({
        namespace: 'a',
        name: '',
        spec: { driver: { nodeType: 'x' } },
      })
      .catch(reason => reason);

    expect(error).toMatchObject({ name: 'ResponseError', statusCode: 422 });
    expect(problemsOf(error)).toEqual(REFUSAL.error.details);
  });
});

describe('problemsOf', () => {
  it.each([
    ['an ordinary error', new Error('no')],
    ['a refusal without details', { body: { error: { message: 'no' } } }],
    ['details of another shape', { body: { error: { details: ['no'] } } }],
    ['nothing', undefined],
  ])('finds none in %s', (_, error) => {
    expect(problemsOf(error)).toEqual([]);
  });
});
