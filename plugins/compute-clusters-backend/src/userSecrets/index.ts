export { hideSecretKeys } from './hideSecretKeys';
export { checkStoredSecrets, recallStoredSecrets } from './recallStoredSecrets';
export {
  separateSecretValues,
  type SeparatedSpec,
} from './separateSecretValues';
export { mapRows, SECTIONS, type Section } from './settingRows';
export { newStoredKey, staleKeys, storedKeys } from './storedKeys';
