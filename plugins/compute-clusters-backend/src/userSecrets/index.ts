export { hideSecretKeys } from './hideSecretKeys';
export { checkStoredSecrets, recallStoredSecrets } from './recallStoredSecrets';
export {
  separateSecretValues,
  type SeparatedSpec,
} from './separateSecretValues';
export { newStoredKey, staleKeys, storedKeys } from './storedKeys';
