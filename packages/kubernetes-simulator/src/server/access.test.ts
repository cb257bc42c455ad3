import { SimulatorFixture } from '../__testUtils__/SimulatorFixture';

const PATH = '/api/v1/namespaces/team/configmaps';

describe('access to the API server', () => {
  let fixture: SimulatorFixture;

  beforeAll(async () => {
    fixture = await SimulatorFixture.start();
  });

  afterAll(() => fixture.stop());

  it('refuses whoever does not know the token', async () => {
    const answer = await fixture.json('GET', PATH, { token: 'wrong' });
    expect(answer).toMatchObject({
      status: 401,
      body: { reason: 'Unauthorized', message: 'Unauthorized' },
    });
  });

  it('takes the token in the path, for kubectl', async () => {
    const path = '/token/test-token/api/v1/namespaces';
    const answer = await fixture.json('GET', path, { token: 'none' });
    expect(answer).toMatchObject({
      status: 200,
      body: { kind: 'NamespaceList' },
    });
  });

  it.each(['/readyz', '/livez', '/healthz'])('answers %s', async path => {
    const answer = await fixture.request('GET', path, { token: 'none' });
    expect(answer).toEqual({ status: 200, body: 'ok' });
  });

  it('tells its version', async () => {
    const { body } = await fixture.json('GET', '/version');
    expect(body).toMatchObject({ major: '1', gitVersion: 'v1.35.4' });
  });
});
