import { SimulatedPortal } from './__testUtils__/SimulatedPortal';
import { soon } from './reconciler/__testUtils__/soon';

jest.setTimeout(60_000);

const CAUSE = 'java.lang.IllegalStateException: simulated crash';

describe('a driver that ends with a stack trace of which Kubernetes hands over frames only', () => {
  let portal: SimulatedPortal;

  beforeAll(async () => {
    portal = await SimulatedPortal.start();
  });

  afterAll(() => portal.stop());

  it('shows the exception in its status and with its run', async () => {
    const { body } = await portal.create({
      environment: [{ name: 'SIMULATE', value: 'deep-crash' }],
    });

    await soon(async () => {
      const { status } = (await portal.call('get', `/clusters/${body.id}`))
        .body;
      expect(status).toMatchObject({
        state: 'STARTING',
        reason: 'InvalidSpec',
        message: expect.stringContaining(`Spark refused to start (${CAUSE})`),
      });
    });

    const runs = await portal.call('get', `/clusters/${body.id}/runs`);
    const [{ failureLog }] = runs.body.items;
    expect(failureLog.split('\n')[0]).toBe(CAUSE);
    expect(failureLog).toMatch(/Deep\.scala:99\)$/);
  });
});
