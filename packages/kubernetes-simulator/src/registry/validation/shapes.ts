import type { Shape } from './Shape';

const KEYS: Shape = [{ key: 'string', path: 'string' }];
const SOURCE = {
  secret: { secretName: 'string', name: 'string', items: KEYS },
  configMap: { name: 'string', items: KEYS },
} satisfies Shape;
const KEY_REF = {
  name: 'string',
  key: 'string',
  optional: 'boolean',
} satisfies Shape;

const CONTAINER: Shape = {
  name: 'string',
  image: 'string',
  command: ['string'],
  args: ['string'],
  env: [
    {
      name: 'string',
      value: 'string',
      valueFrom: {
        fieldRef: { fieldPath: 'string' },
        secretKeyRef: KEY_REF,
        configMapKeyRef: KEY_REF,
      },
    },
  ],
  envFrom: ['object'],
  resources: { requests: 'quantities', limits: 'quantities' },
  ports: [{ name: 'string', containerPort: 'number', protocol: 'string' }],
  volumeMounts: [{ name: 'string', mountPath: 'string', subPath: 'string' }],
  readinessProbe: 'object',
  startupProbe: 'object',
  livenessProbe: 'object',
  securityContext: 'object',
};

const POD_SPEC = {
  containers: [CONTAINER],
  initContainers: [CONTAINER],
  volumes: [{ name: 'string', ...SOURCE, projected: { sources: [SOURCE] } }],
  nodeName: 'string',
  nodeSelector: 'strings',
  affinity: 'object',
  tolerations: [
    {
      key: 'string',
      operator: 'string',
      value: 'string',
      effect: 'string',
      tolerationSeconds: 'number',
    },
  ],
  restartPolicy: 'string',
  serviceAccountName: 'string',
  terminationGracePeriodSeconds: 'number',
  priorityClassName: 'string',
  schedulingGates: ['object'],
  enableServiceLinks: 'boolean',
  securityContext: 'object',
} satisfies Shape;

/** What the simulator relies on in each kind's body. */
export const SHAPES: Record<string, Shape> = {
  Pod: { spec: POD_SPEC, status: 'object' },
  Job: {
    spec: {
      parallelism: 'number',
      completions: 'number',
      backoffLimit: 'number',
      activeDeadlineSeconds: 'number',
      ttlSecondsAfterFinished: 'number',
      suspend: 'boolean',
      podReplacementPolicy: 'string',
      podFailurePolicy: {
        rules: [
          {
            action: 'string',
            onPodConditions: [{ type: 'string', status: 'string' }],
            onExitCodes: { operator: 'string', values: ['number'] },
          },
        ],
      },
      selector: { matchLabels: 'strings' },
      template: {
        metadata: {
          labels: 'strings',
          annotations: 'strings',
          finalizers: ['string'],
        },
        spec: POD_SPEC,
      },
    },
    status: 'object',
  },
  Secret: { data: 'strings', stringData: 'strings', type: 'string' },
  ConfigMap: { data: 'strings', binaryData: 'strings' },
  Service: {
    spec: {
      selector: 'strings',
      type: 'string',
      ports: [{ name: 'string', port: 'number', protocol: 'string' }],
    },
  },
  ResourceQuota: { spec: { hard: 'quantities' } },
  LimitRange: {
    spec: {
      limits: [
        {
          type: 'string',
          default: 'quantities',
          defaultRequest: 'quantities',
          max: 'quantities',
          min: 'quantities',
        },
      ],
    },
  },
  Node: {
    spec: {
      taints: [{ key: 'string', value: 'string', effect: 'string' }],
      unschedulable: 'boolean',
    },
    status: { allocatable: 'quantities', capacity: 'quantities' },
  },
  Role: { rules: ['object'] },
  RoleBinding: { roleRef: 'object', subjects: ['object'] },
};
