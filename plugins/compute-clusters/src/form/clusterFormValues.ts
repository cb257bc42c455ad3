import {
  DEFAULTS,
  type DeploymentType,
  type ScheduleWindowsInner,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { FieldArrayPath, FieldPath } from 'react-hook-form';

/** A number as it stands in its field: empty while it is typed. */
export type NumberInputValue = number | '';

/** How a variable or property gets its value. */
export type SettingKind = 'plain' | 'secret' | 'reference';

/** A variable or property; only the value of its kind counts. */
export type SettingRow = {
  name: string;
  kind: SettingKind;
  value: string;
  secret: {
    value: string;
    /** The name under which Kubernetes keeps a value already; empty for none. */
    storedAs: string;
    /** Whether it was cloned from a secret whose value nobody can read. */
    notCloned: boolean;
    ref: { name: string; key: string };
  };
};

/** One text of a list. */
export type TextRow = { value: string };

/** One tag. */
export type TagRow = { key: string; value: string };

/** A time at which the cluster starts, stops, or both; an empty text is none. */
export type WindowRow = {
  days: ScheduleWindowsInner['days'];
  start: string;
  stop: string;
};

/** The form's values, in the shape of the request, so that a problem's path leads to its field. */
export type ClusterFormValues = {
  kubernetesCluster: string;
  namespace: string;
  name: string;
  description: string;
  spec: {
    deploymentType: DeploymentType;
    driver: { nodeType: string };
    executor: {
      nodeType: string;
      min: NumberInputValue;
      max: NumberInputValue;
      spot: boolean;
      volume: string;
    };
    autoScaling: { enabled: boolean; idleTimeoutMinutes: NumberInputValue };
    autoTermination: { enabled: boolean; idleMinutes: NumberInputValue };
    schedule: { enabled: boolean; timeZone: string; windows: WindowRow[] };
    image: string;
    environment: SettingRow[];
    sparkConf: SettingRow[];
    arguments: TextRow[];
    javaOptions: string;
    dependencies: {
      jars: TextRow[];
      files: TextRow[];
      pyFiles: TextRow[];
      packages: TextRow[];
    };
    tags: TagRow[];
  };
};

/** The name of a field of the form. */
export type ClusterField = FieldPath<ClusterFormValues>;

/** The name of a list of rows. */
export type ClusterList = Exclude<
  FieldArrayPath<ClusterFormValues>,
  `${string}.days`
>;

/** A row without anything in it. */
export const NEW_SETTING: SettingRow = {
  name: '',
  kind: 'plain',
  value: '',
  secret: {
    value: '',
    storedAs: '',
    notCloned: false,
    ref: { name: '', key: '' },
  },
};

/** Working hours, as a beginning. */
export const NEW_WINDOW: WindowRow = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  start: '08:00',
  stop: '18:00',
};

/** What a new form holds. */
export const DEFAULT_VALUES: ClusterFormValues = {
  kubernetesCluster: '',
  namespace: '',
  name: '',
  description: '',
  spec: {
    deploymentType: 'multi-node',
    driver: { nodeType: '' },
    executor: {
      nodeType: '',
      min: DEFAULTS.minExecutors,
      max: DEFAULTS.maxExecutors,
      spot: false,
      volume: '',
    },
    autoScaling: {
      enabled: true,
      idleTimeoutMinutes: DEFAULTS.idleTimeoutMinutes,
    },
    autoTermination: {
      enabled: false,
      idleMinutes: DEFAULTS.autoTerminationMinutes,
    },
    schedule: {
      enabled: false,
      timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      windows: [NEW_WINDOW],
    },
    image: '',
    environment: [],
    sparkConf: [],
    arguments: [],
    javaOptions: '',
    dependencies: { jars: [], files: [], pyFiles: [], packages: [] },
    tags: [],
  },
};
