import { z } from 'zod';
import { DEFAULTS, LIMITS } from '../limits';
import { ComputeClusterSpec } from '../schema/openapi';
import { argumentsSchema } from './argumentsSchema';
import { dependenciesSchema } from './dependenciesSchema';
import { numberField, switchField } from './numberField';
import { objectField } from './objectField';
import { problem } from './problem';
import { scheduleSchema } from './scheduleSchema';
import { environmentSchema, sparkConfSchema } from './settingsSchema';
import { tagsSchema } from './tagsSchema';
import { requiredText, textField } from './textField';

const REFERENCE_LENGTH = 255;

const executorSchema = objectField('Executor', {
  nodeType: requiredText({
    label: 'Executor node type',
    maxLength: REFERENCE_LENGTH,
  }),
  min: numberField('Min executors', 0, LIMITS.executors).default(
    DEFAULTS.minExecutors,
  ),
  max: numberField('Max executors', 1, LIMITS.executors).default(
    DEFAULTS.maxExecutors,
  ),
  spot: switchField('Spot instances').default(false),
  volume: referenceField('Volume'),
});

const autoScalingSchema = objectField('Auto scaling', {
  enabled: switchField('Auto scaling').default(true),
  idleTimeoutMinutes: numberField(
    'Idle timeout',
    LIMITS.idleTimeoutMinutes.min,
    LIMITS.idleTimeoutMinutes.max,
  ).default(DEFAULTS.idleTimeoutMinutes),
});

const autoTerminationSchema = objectField('Auto termination', {
  enabled: switchField('Auto termination').default(false),
  idleMinutes: numberField(
    'Minutes without activity',
    LIMITS.autoTerminationMinutes.min,
    LIMITS.autoTerminationMinutes.max,
  ).default(DEFAULTS.autoTerminationMinutes),
});

// Spark itself refuses to start with a heap size in the Java options.
const javaOptionsField = textField({
  label: 'Java options',
  maxLength: LIMITS.javaOptionsLength,
  pattern: /^(?!(.*\s)?-Xm[xs])[^\r\n]*$/,
  allowed:
    'must be one line without -Xmx and -Xms, which follow from the node type',
});

const specFields = objectField('Specification', {
  deploymentType: z
    .enum(['multi-node', 'single-node'], {
      error: 'Deployment type must be multi-node or single-node.',
    })
    .default('multi-node'),
  driver: objectField('Driver', {
    nodeType: requiredText({
      label: 'Driver node type',
      maxLength: REFERENCE_LENGTH,
    }),
  }).prefault({}),
  executor: executorSchema.nullish(),
  autoScaling: autoScalingSchema.nullish(),
  autoTermination: autoTerminationSchema.prefault({}),
  schedule: scheduleSchema.nullish().transform(schedule => schedule ?? null),
  image: referenceField('Image'),
  arguments: argumentsSchema.default([]),
  javaOptions: javaOptionsField.default(''),
  environment: environmentSchema.default([]),
  sparkConf: sparkConfSchema.default([]),
  dependencies: dependenciesSchema.prefault({}),
  tags: tagsSchema.default({}),
});

type SpecFields = z.output<typeof specFields>;

/**
 * Reads a `ComputeClusterSpecInput` into a whole `ComputeClusterSpec`, every default filled in.
 *
 * @public
 */
export const specSchema = specFields
  .superRefine(checkExecutors)
  .transform(wholeSpec);

/** The name of something that the platform offers; null or empty means none. */
function referenceField(label: string) {
  return textField({ label, maxLength: REFERENCE_LENGTH })
    .nullish()
    .transform(name => name || null);
}

function checkExecutors(spec: SpecFields, context: z.RefinementCtx): void {
  const { executor, autoScaling } = spec;
  if (spec.deploymentType === 'single-node') {
    for (const field of ['executor', 'autoScaling'] as const) {
      if (spec[field]) {
        const message = `A single-node cluster has no ${field}.`;
        context.addIssue(problem('not-allowed', message, { path: [field] }));
      }
    }
  } else if (!executor) {
    const message = 'A multi-node cluster needs an executor.';
    context.addIssue(problem('required', message, { path: ['executor'] }));
  } else if (autoScaling?.enabled !== false && executor.min > executor.max) {
    const message = `Min executors (${executor.min}) may be at most max executors (${executor.max}).`;
    context.addIssue(
      problem('min-over-max', message, {
        path: ['executor', 'min'],
        max: executor.max,
      }),
    );
  }
}

function wholeSpec(spec: SpecFields): ComputeClusterSpec {
  const multiNode = spec.deploymentType === 'multi-node';
  const autoScaling = spec.autoScaling ?? {
    enabled: true,
    idleTimeoutMinutes: DEFAULTS.idleTimeoutMinutes,
  };
  return {
    ...spec,
    executor: (multiNode && spec.executor) || null,
    autoScaling: multiNode ? autoScaling : null,
  };
}
