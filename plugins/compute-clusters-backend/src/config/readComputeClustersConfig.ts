import { RootConfigService } from '@backstage/backend-plugin-api';
import {
  Config,
  ConfigReader,
  readDurationFromConfig,
} from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';
import { z } from 'zod';
import { checkNamespaceMappings, NamespaceMapping } from '../ownership';
import { ComputeClustersConfig } from './ComputeClustersConfig';
import { computeClustersConfigSchema } from './computeClustersConfigSchema';

const DEFAULT_START_TIMEOUT = { minutes: 15 };
const DEFAULT_IDLE_TIMEOUT = { minutes: 30 };
const DEFAULT_EVENT_RETENTION = { days: 30 };
const DEFAULT_LOG_RETENTION = { days: 14 };
const MILLISECONDS_PER_MINUTE = 60_000;

/**
 * Reads `computeClusters` once, at start-up.
 *
 * @throws InputError that names the path of everything that is wrong
 */
export function readComputeClustersConfig(
  config: RootConfigService,
): ComputeClustersConfig {
  const section =
    config.getOptionalConfig('computeClusters') ?? new ConfigReader({});
  const parsed = parse(section);
  const namespaces = withKubernetesCluster(parsed);
  refuseBadMappings(namespaces, parsed);
  return {
    ...parsed,
    namespaces,
    defaults: { idleTimeoutMinutes: readIdleTimeoutMinutes(section) },
    startTimeout: readMilliseconds(
      section,
      'startTimeout',
      DEFAULT_START_TIMEOUT,
    ),
    retention: {
      events: readMilliseconds(
        section,
        'retention.events',
        DEFAULT_EVENT_RETENTION,
      ),
      logs: readMilliseconds(section, 'retention.logs', DEFAULT_LOG_RETENTION),
    },
  };
}

type ParsedConfig = z.output<typeof computeClustersConfigSchema>;

function parse(section: Config): ParsedConfig {
  const result = computeClustersConfigSchema.safeParse(section.get());
  if (!result.success) {
    throw refusal(
      result.error.issues.map(({ path, message }) => ({ path, message })),
    );
  }
  return result.data;
}

function withKubernetesCluster(parsed: ParsedConfig): NamespaceMapping[] {
  const { clusters } = parsed.kubernetes;
  return parsed.namespaces.map((mapping, index) => {
    const kubernetesCluster =
      mapping.kubernetesCluster ??
      (clusters.length === 1 ? clusters[0].name : undefined);
    if (!kubernetesCluster) {
      throw refusal([
        {
          path: ['namespaces', index, 'kubernetesCluster'],
          message: `is required, because ${clusters.length} Kubernetes clusters are configured`,
        },
      ]);
    }
    return { ...mapping, kubernetesCluster };
  });
}

function refuseBadMappings(
  namespaces: NamespaceMapping[],
  parsed: ParsedConfig,
): void {
  const problems = checkNamespaceMappings(
    namespaces,
    parsed.kubernetes.clusters.map(({ name }) => name),
  );
  if (problems.length > 0) {
    throw refusal(
      problems.map(({ index, field, message }) => ({
        path: ['namespaces', index, field],
        message,
      })),
    );
  }
}

function readIdleTimeoutMinutes(section: Config): number {
  const milliseconds = readMilliseconds(
    section,
    'defaults.idleTimeout',
    DEFAULT_IDLE_TIMEOUT,
  );
  const minutes = Math.round(milliseconds / MILLISECONDS_PER_MINUTE);
  if (minutes < 1 || minutes > 180) {
    throw refusal([
      {
        path: ['defaults', 'idleTimeout'],
        message: 'must be between 1 minute and 3 hours',
      },
    ]);
  }
  return minutes;
}

function readMilliseconds(
  section: Config,
  key: string,
  fallback: HumanDuration,
): number {
  const duration = section.has(key)
    ? readDurationFromConfig(section, { key })
    : fallback;
  return durationToMilliseconds(duration);
}

function refusal(
  problems: { path: PropertyKey[]; message: string }[],
): InputError {
  const lines = problems.map(
    ({ path, message }) => `${pathOf(path)}: ${message}`,
  );
  return new InputError(`Bad configuration: ${lines.join('; ')}`);
}

function pathOf(path: PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : `${text}.${String(key)}`,
    'computeClusters',
  );
}
