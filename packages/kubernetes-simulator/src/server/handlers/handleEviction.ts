import { timestamp } from '../../clock/timestamp';
import { isPod } from '../../objects/Pod';
import { setCondition } from '../../objects/setCondition';
import type { Handler } from './Handler';

/** POST of an eviction: a deletion that is no fault of the pod. */
export const handleEviction: Handler = async (context, exchange, target) => {
  const { type, namespace, name = '' } = target;
  await exchange.readBody();
  const pod = context.registry.read(type, namespace, name);
  if (!isPod(pod)) return;
  const conditions = setCondition(pod.status.conditions, {
    type: 'DisruptionTarget',
    status: 'True',
    reason: 'EvictionByEvictionAPI',
    message: 'Eviction API: evicting',
    lastTransitionTime: timestamp(context.clock.now()),
  });
  const marked = context.registry.updateStatus(type, pod, {
    ...pod.status,
    conditions,
  });
  context.registry.delete(type, marked);
  exchange.sendJson(201, {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    code: 201,
  });
};
