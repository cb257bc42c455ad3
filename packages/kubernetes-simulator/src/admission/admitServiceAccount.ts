import { isPod } from '../objects/Pod';
import { SERVICE_ACCOUNTS } from '../resources/resourceTypes';
import { forbidden } from '../status';
import type { Admission } from './Admission';

/** A pod's service account must exist. */
export const admitServiceAccount: Admission = (type, object, store) => {
  if (!isPod(object)) return object;
  const { namespace, name } = object.metadata;
  const account = object.spec.serviceAccountName ?? 'default';
  if (store.get(SERVICE_ACCOUNTS, namespace, account)) return object;
  throw forbidden(
    type,
    name,
    `error looking up service account ${namespace}/${account}: serviceaccount "${account}" not found`,
  );
};
