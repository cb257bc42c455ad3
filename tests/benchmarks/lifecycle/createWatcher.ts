// The reflectors are no public API of the plugin; they are measured by themselves all the same.
/* eslint-disable @backstage/no-relative-monorepo-imports */
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { KubeConfig } from '@kubernetes/client-node';
import { SystemClock } from '../../../plugins/compute-clusters-backend/src/clock';
import { KubernetesHttp } from '../../../plugins/compute-clusters-backend/src/kubernetes/KubernetesHttp';
import { DefaultObjectWatcher } from '../../../plugins/compute-clusters-backend/src/kubernetes/reflector';

const silent: LoggerService = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  child: () => silent,
};

/** The product's reflectors alone; they are yet to be started. */
export function createWatcher(kubeConfig: KubeConfig) {
  const clock = new SystemClock();
  const http = KubernetesHttp.create({ kubeConfig, clock });
  const watcher = DefaultObjectWatcher.create({ http, clock, logger: silent });
  return { watcher, http };
}
