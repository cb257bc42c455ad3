import { mockCredentials } from '@backstage/backend-test-utils';
import { testSpec } from '../../database/__testUtils__';
import { createRequest } from './createRequest';
import { startTestPortal, TestPortalOptions } from './startTestPortal';

/** A portal where each team has a cluster: `etl` in data-eng, `train` in ml. */
export async function startWithTeams(options: TestPortalOptions) {
  const portal = await startTestPortal(options);
  const make = async (namespace: string, name: string, tags = {}) => {
    const { spec } = createRequest();
    return await portal.service.create({
      credentials: mockCredentials.user('user:default/platform-admin'),
      cluster: {
        namespace,
        name,
        description: '',
        spec: testSpec({
          deploymentType: 'single-node',
          driver: spec.driver,
          executor: null,
          autoScaling: null,
          tags,
        }),
      },
    });
  };
  const etl = await make('data-eng', 'etl', { env: 'prod' });
  const train = await make('ml', 'train');
  portal.audited.length = 0;
  return { ...portal, etl, train };
}
