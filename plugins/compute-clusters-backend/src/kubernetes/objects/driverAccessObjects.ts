import {
  V1Role,
  V1RoleBinding,
  V1ServiceAccount,
} from '@kubernetes/client-node';
import { managedLabels } from './labels';
import { DRIVER_ACCOUNT, EXECUTOR_ACCOUNT } from './names';

/** What drivers and executors of a namespace may do; applied once for each namespace. */
export function driverAccessObjects(
  namespace: string,
): (V1ServiceAccount | V1Role | V1RoleBinding)[] {
  return [
    driverAccount(namespace),
    executorAccount(namespace),
    driverRole(namespace),
    driverRoleBinding(namespace),
  ];
}

function driverAccount(namespace: string): V1ServiceAccount {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: metadata(DRIVER_ACCOUNT, namespace),
  };
}

/** Without it executors would run as the namespace's `default`, whose rights we do not know. */
function executorAccount(namespace: string): V1ServiceAccount {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: metadata(EXECUTOR_ACCOUNT, namespace),
    automountServiceAccountToken: false,
  };
}

/** A driver makes its executors itself, a ConfigMap for them, and claims for their scratch volumes. */
function driverRole(namespace: string): V1Role {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata: metadata(DRIVER_ACCOUNT, namespace),
    rules: [
      {
        apiGroups: [''],
        resources: ['pods', 'services', 'configmaps', 'persistentvolumeclaims'],
        verbs: [
          'create',
          'get',
          'list',
          'watch',
          'update',
          'patch',
          'delete',
          'deletecollection',
        ],
      },
    ],
  };
}

function driverRoleBinding(namespace: string): V1RoleBinding {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: metadata(DRIVER_ACCOUNT, namespace),
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'Role',
      name: DRIVER_ACCOUNT,
    },
    subjects: [{ kind: 'ServiceAccount', name: DRIVER_ACCOUNT, namespace }],
  };
}

function metadata(name: string, namespace: string) {
  return { name, namespace, labels: managedLabels() };
}
