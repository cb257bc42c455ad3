// A backend with nothing but the plugin, on a real database, that is started and killed as a process. It loads at once
// and starts when it is told: so a killed one is replaced within the time that the start itself takes.
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { computeClustersPlugin } from '@compute-clusters/backstage-plugin-compute-clusters-backend';
import { GROUPS } from './groups';
import { moveClock } from './moveClock';

const users = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    async getUserInfo(credentials) {
      const { userEntityRef } = await mockServices
        .userInfo()
        .getUserInfo(credentials);
      const groups = GROUPS[userEntityRef] ?? [];
      return { userEntityRef, ownershipEntityRefs: [userEntityRef, ...groups] };
    },
  }),
});

async function start(): Promise<void> {
  const { server } = await startTestBackend({
    features: [
      computeClustersPlugin,
      databaseServiceFactory,
      mockServices.rootConfig.factory({
        data: JSON.parse(process.env.FAULTS_CONFIG ?? '{}'),
      }),
      mockServices.rootLogger.factory({ level: 'warn' }),
      users,
    ],
  });
  process.send?.({ started: server.port() });
}

interface Order {
  start?: true;
  jump?: number;
}

process.on('message', (order: Order) => {
  if (order.jump !== undefined) {
    moveClock(order.jump);
    return;
  }
  start().catch(error => {
    process.stderr.write(`${error?.stack ?? error}\n`);
    process.exit(1);
  });
});
// A backend whose test is gone has nothing to do.
process.once('disconnect', () => process.exit(0));
process.send?.({ loaded: true });
