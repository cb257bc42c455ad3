/**
 * The largest and smallest values that a request may hold.
 *
 * @public
 */
export const LIMITS = {
  nameLength: 53,
  namespaceLength: 63,
  descriptionLength: 1000,
  executors: 10_000,
  idleTimeoutMinutes: { min: 1, max: 180 },
  autoTerminationMinutes: { min: 1, max: 10_080 },
  timeZoneLength: 64,
  windows: 20,
  settings: 200,
  settingNameLength: 253,
  settingValueLength: 32_768,
  arguments: 100,
  argumentLength: 4096,
  javaOptionsLength: 4096,
  dependencies: 200,
  dependencyLength: 2048,
  tags: 50,
  tagLength: 63,
  /** Bytes of a request's body. */
  requestBytes: 256 * 1024,
} as const;

/**
 * What a specification holds where nothing is said.
 *
 * @public
 */
export const DEFAULTS = {
  minExecutors: 0,
  maxExecutors: 1,
  idleTimeoutMinutes: 30,
  autoTerminationMinutes: 60,
} as const;

/**
 * What a cluster's name looks like; it becomes part of Kubernetes names.
 *
 * @public
 */
export const NAME_PATTERN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
