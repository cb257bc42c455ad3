import type { Container, ContainerStatus, Pod } from '../../objects/Pod';
import { hasEnded, isPod } from '../../objects/Pod';
import type { LogLine } from '../../logs/PodLogs';
import { PODS } from '../../resources/resourceTypes';
import { badRequest } from '../../status';
import type { ApiContext } from '../ApiContext';
import type { Exchange } from '../Exchange';
import type { Handler } from './Handler';

function containerOf(pod: Pod, wanted: string | null): Container {
  const { name } = pod.metadata;
  const { containers } = pod.spec;
  const names = containers.map(container => container.name).join(' ');
  if (!wanted && containers.length > 1) {
    throw badRequest(
      `a container name must be specified for pod ${name}, choose one of: [${names}]`,
    );
  }
  const found = wanted
    ? containers.find(container => container.name === wanted)
    : containers[0];
  if (!found) {
    throw badRequest(`container ${wanted} is not valid for pod ${name}`);
  }
  return found;
}

function assertStarted(
  pod: Pod,
  container: Container,
  status: ContainerStatus | undefined,
): void {
  const { name } = pod.metadata;
  if (!pod.spec.nodeName) {
    throw badRequest(`pod ${name} does not have a host assigned`);
  }
  const waiting = status
    ? status.state.waiting
    : { reason: 'ContainerCreating' };
  if (!waiting) return;
  const trouble = /^(ErrImagePull|ImagePullBackOff)$/.test(waiting.reason)
    ? 'trying and failing to pull image'
    : waiting.reason;
  throw badRequest(
    `container "${container.name}" in pod "${name}" is waiting to start: ${trouble}`,
  );
}

function formatter(timestamps: boolean): (line: LogLine) => string {
  return line =>
    timestamps
      ? `${new Date(line.at).toISOString().replace('Z', '000000Z')} ${
          line.text
        }\n`
      : `${line.text}\n`;
}

function numberOf(exchange: Exchange, name: string): number | undefined {
  const text = exchange.query.get(name);
  if (text === null) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) {
    throw badRequest(`invalid ${name}: ${text}`);
  }
  return value;
}

function select(
  lines: readonly LogLine[],
  exchange: Exchange,
  now: Date,
): readonly LogLine[] {
  const seconds = numberOf(exchange, 'sinceSeconds');
  const time = exchange.query.get('sinceTime');
  const since =
    seconds !== undefined
      ? now.getTime() - seconds * 1000
      : Date.parse(time ?? '') || 0;
  const tail = numberOf(exchange, 'tailLines');
  const recent = lines.filter(line => line.at >= since);
  return tail === undefined ? recent : recent.slice(recent.length - tail);
}

/** Sends lines as they come, until the pod has ended or is gone. */
function follow(
  { logs, store }: ApiContext,
  exchange: Exchange,
  pod: Pod,
  format: (line: LogLine) => string,
): void {
  const { response } = exchange;
  const { uid } = pod.metadata;
  const unfollow = logs.follow(uid, line => response.write(format(line)));
  const unsubscribe = store.subscribe(({ type, change, object }) => {
    if (type !== PODS || object.metadata.uid !== uid) return;
    const over = change === 'DELETED' || (isPod(object) && hasEnded(object));
    if (over) response.end();
  });
  response.on('close', () => {
    unfollow();
    unsubscribe();
  });
}

/** GET of a pod's log. */
export const handleLog: Handler = (context, exchange, target) => {
  const { type, namespace, name = '' } = target;
  const pod = context.registry.read(type, namespace, name);
  if (!isPod(pod)) return;
  const container = containerOf(pod, exchange.query.get('container'));
  const status = pod.status.containerStatuses?.find(
    candidate => candidate.name === container.name,
  );
  if (exchange.flag('previous')) {
    throw badRequest(
      `previous terminated container "${container.name}" in pod "${name}" not found`,
    );
  }
  assertStarted(pod, container, status);
  const format = formatter(exchange.flag('timestamps'));
  const all = context.logs.of(pod.metadata.uid);
  const lines = select(all, exchange, context.clock.now());
  const limit = numberOf(exchange, 'limitBytes');
  const text = lines.map(format).join('').slice(0, limit);
  const { response } = exchange;
  response.writeHead(200, { 'Content-Type': 'text/plain' });
  response.write(text);
  if (exchange.flag('follow') && !hasEnded(pod)) {
    response.flushHeaders();
    follow(context, exchange, pod, format);
  } else response.end();
};
