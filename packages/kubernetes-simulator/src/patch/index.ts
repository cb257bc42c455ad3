export { jsonPatch } from './jsonPatch';
export { mergePatch } from './mergePatch';
export { strategicMergePatch } from './strategicMergePatch';
