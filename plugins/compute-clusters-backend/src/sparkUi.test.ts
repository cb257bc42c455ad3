import { mockCredentials } from '@backstage/backend-test-utils';
import http from 'node:http';
import { auditEvents } from './__testUtils__/auditEvents';
import { SimulatedPortal } from './__testUtils__/SimulatedPortal';

jest.setTimeout(60_000);

const ENGINEER = 'user:default/data-engineer';
const STRANGER = 'user:default/stranger';

const PAGE = { Accept: 'text/html', 'Sec-Fetch-Mode': 'navigate' };

interface Options {
  user?: string | null;
  method?: string;
  headers?: Record<string, string>;
}

describe('the Spark UI', () => {
  let portal: SimulatedPortal;
  let id: string;

  beforeEach(async () => {
    portal = await SimulatedPortal.start();
    const { body } = await portal.create();
    id = body.id;
    await portal.shows(id, 'ACTIVE');
  });

  afterEach(async () => {
    await portal.stop();
  });

  const ui = (path: string) =>
    `${portal.url}/api/compute-clusters/clusters/${id}/ui${path}`;

  /** One request, as a browser with the user's cookie sends it; the path goes as it is. */
  const ask = async (url: string, options: Options = {}) => {
    const { user = ENGINEER, method = 'GET', headers } = options;
    const { port, hostname } = new URL(url);
    const path = url.slice(url.indexOf('/', 'http://'.length));
    const response = await new Promise<http.IncomingMessage>(
      (resolve, reject) =>
        http
          .request(
            {
              port,
              hostname,
              path,
              method,
              headers: {
                ...(user
                  ? { Cookie: mockCredentials.limitedUser.cookie(user) }
                  : { Authorization: mockCredentials.none.header() }),
                ...headers,
              },
            },
            resolve,
          )
          .on('error', reject)
          .end(),
    );
    let text = '';
    for await (const chunk of response) {
      text += chunk;
    }
    return {
      status: response.statusCode,
      headers: response.headers,
      location: response.headers.location ?? '',
      text,
    };
  };

  /** Where a visit of the UI begins. */
  const enter = async (options: Options = {}) =>
    (await ask(ui('/'), options)).location.replace(/\/$/, '');

  const opened = () =>
    auditEvents(portal.logger.lines).filter(
      ({ eventId }) => eventId === 'cluster-spark-ui-open',
    );

  it('is opened with the portal’s cookie, and its links work', async () => {
    const first = await ask(ui('/jobs/?completed.page=2'), { headers: PAGE });
    expect(first.status).toBe(302);
    expect(first.location).toMatch(
      /\/ui\/~[\w-]{43}\/jobs\/\?completed.page=2$/,
    );

    const page = await ask(first.location, { headers: PAGE });
    expect(page.status).toBe(200);
    expect(page.text).toContain('This driver is simulated');
    const [link] = /http[^"]*\/executors\//.exec(page.text) ?? [''];
    const executors = await ask(link, { headers: PAGE });
    expect(executors.text).toContain('<h1>Executors</h1>');
  });

  it('follows Spark’s redirects within the UI', async () => {
    const base = await enter();
    const redirect = await ask(`${base}/`, { headers: PAGE });
    expect(redirect).toMatchObject({ status: 302, location: `${base}/jobs/` });
  });

  it('gives what a page loads for its ticket, without a cookie', async () => {
    const base = await enter();
    const headers = { Origin: 'null', 'Sec-Fetch-Mode': 'cors' };
    const script = await ask(`${base}/static/simulated.js`, {
      user: null,
      headers,
    });
    expect(script.text).toMatch(/^\(function\(\)\{try\{window.localStorage/);
    const [application] = JSON.parse(
      (await ask(`${base}/api/v1/applications`, { user: null, headers })).text,
    );
    const data = await ask(
      `${base}/api/v1/applications/${application.id}/allexecutors`,
      { user: null, headers },
    );
    expect(data.status).toBe(200);
    expect(data.headers['access-control-allow-origin']).toBe('null');
    expect(data.headers['access-control-allow-credentials']).toBeUndefined();
    const asked = await ask(`${base}/api/v1/applications`, {
      user: null,
      method: 'OPTIONS',
      headers: {
        ...headers,
        'Access-Control-Request-Headers': 'x-requested-with',
      },
    });
    expect(asked).toMatchObject({
      status: 204,
      headers: { 'access-control-allow-headers': 'x-requested-with' },
    });
  });

  it('puts its pages into a sandbox', async () => {
    const { headers } = await ask(`${await enter()}/jobs/`, { headers: PAGE });
    expect(headers['content-security-policy']).toMatch(
      /^sandbox allow-scripts/,
    );
    expect(headers['content-security-policy']).not.toContain('same-origin');
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['referrer-policy']).toBe('no-referrer');
  });

  it.each([
    ['nobody', null, 401],
    ['another team', STRANGER, 404],
  ])('is closed to %s', async (_, user, status) => {
    const refused = await ask(ui('/jobs/'), { user, headers: PAGE });
    expect(refused).toMatchObject({
      status,
      text: expect.stringContaining('The Spark UI cannot be shown'),
    });
    expect(await ask(ui('/jobs/'), { user })).toMatchObject({ status });
  });

  it('does not open a page for a ticket of somebody else', async () => {
    const page = `${await enter()}/jobs/`;
    expect(await ask(page, { user: STRANGER, headers: PAGE })).toMatchObject({
      status: 404,
    });
    expect(await ask(page, { user: null, headers: PAGE })).toMatchObject({
      status: 401,
    });
  });

  it('takes no ticket that it has not given', async () => {
    expect(
      await ask(ui(`/~${'a'.repeat(43)}/api/v1/applications`), { user: null }),
    ).toMatchObject({ status: 401 });
    const again = await ask(ui(`/~${'a'.repeat(43)}/jobs/`), { headers: PAGE });
    expect(again).toMatchObject({ status: 302 });
    expect(again.location).not.toContain('aaa');
  });

  it('is audited once for each visit, and for each refusal', async () => {
    const base = await enter();
    await ask(`${base}/jobs/`, { headers: PAGE });
    await ask(`${base}/executors/`, { headers: PAGE });
    await ask(`${base}/static/simulated.css`, { user: null });
    await ask(ui('/'), { user: STRANGER });
    expect(opened()).toMatchObject([
      { status: 'succeeded', meta: { caller: ENGINEER, clusterId: id } },
      { status: 'failed', meta: { caller: STRANGER, clusterId: id } },
    ]);
    await ask(`${base}/jobs/`, { user: STRANGER, headers: PAGE });
    const ticket = base.slice(base.indexOf('~') + 1);
    expect(await portal.written()).not.toContain(ticket);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('refuses %s', async method => {
    const base = await enter();
    for (const url of [ui('/jobs/'), `${base}/jobs/`]) {
      const refused = await ask(url, { method });
      expect(refused).toMatchObject({
        status: 405,
        headers: { allow: 'GET, HEAD' },
      });
    }
  });

  it('answers HEAD', async () => {
    const head = await ask(`${await enter()}/jobs/`, { method: 'HEAD' });
    expect(head).toMatchObject({ status: 200, text: '' });
  });

  it.each([
    ['/../../../namespaces', 400],
    ['/%2e%2e/%2e%2e/pods', 400],
    ['//evil.example.com/', 400],
    ['/jobs/job/kill/?id=1', 403],
    ['/nowhere/', 404],
  ])('answers %s with %d', async (path, status) => {
    expect(await ask((await enter()) + path)).toMatchObject({ status });
  });

  it('leaves a Kubernetes cluster of its name alone', async () => {
    const byName = `${portal.url}/api/compute-clusters/clusters/by-name/ui/data-eng/etl`;
    const absent = await ask(byName, {
      headers: {
        ...PAGE,
        Authorization: mockCredentials.user.header(ENGINEER),
      },
    });
    expect(JSON.parse(absent.text).error).toMatchObject({ code: 'not-found' });
    expect(await ask(byName, { user: null })).toMatchObject({ status: 401 });
  });

  it('says when the cluster is stopped', async () => {
    const base = await enter();
    await portal.terminate(id);
    const words = expect.stringContaining(
      'only one that is ACTIVE has a Spark UI',
    );
    for (const url of [ui('/'), `${base}/jobs/`]) {
      const closed = await ask(url, { headers: PAGE });
      expect(closed).toMatchObject({ status: 409, text: words });
    }
    const data = await ask(`${base}/api/v1/applications`);
    expect(data).toMatchObject({ status: 409 });
    expect(JSON.parse(data.text).error).toMatchObject({
      code: 'spark-ui-closed',
    });
  });

  it('says when Kubernetes is away, and when to try again', async () => {
    const base = await enter();
    await portal.kubernetes.simulator.goAway();
    const away = await ask(`${base}/jobs/`, { headers: PAGE });
    expect(away).toMatchObject({
      status: 503,
      headers: { 'retry-after': '10' },
      text: expect.stringContaining('Kubernetes does not answer'),
    });
    await portal.kubernetes.simulator.comeBack();
  });
});
