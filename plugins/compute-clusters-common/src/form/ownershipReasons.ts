/**
 * Why the platform sets something itself, in words that end a sentence.
 *
 * @public
 */
export const OWNERSHIP_REASONS = {
  nodeType: 'it follows from the node type',
  scaling: 'set the executors and auto scaling instead',
  sparkConf: 'use the Spark configuration instead',
  dependencies: 'use the dependencies instead',
  javaOptions: 'use the Java options instead',
  environment: 'use the environment variables instead',
  image: 'choose the image instead',
  volume: 'choose a volume instead',
  place: 'the platform decides where the cluster runs',
  launch: 'the platform decides how the driver is started',
  endpoint: 'the platform’s Service and probes depend on it',
  identity: 'the platform finds the cluster’s pods by it',
  access: 'pods run with the rights that the platform gives them',
  survival: 'the driver would not survive a full quota without it',
  spot: 'it follows from spot instances',
  token: 'the platform makes and keeps the token',
  ui: 'the UI’s port knows no users',
  configuration: 'the platform writes Spark’s configuration',
  foreground: 'the driver would exit at once without it',
} as const;

/**
 * One of them.
 *
 * @public
 */
export type OwnershipReason = keyof typeof OWNERSHIP_REASONS;
