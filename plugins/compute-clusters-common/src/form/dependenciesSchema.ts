import { LIMITS } from '../limits';
import { listField } from './listField';
import { objectField } from './objectField';
import { requiredText } from './textField';

function dependencyList(label: string, pattern: RegExp, allowed: string) {
  const item = requiredText({
    label,
    maxLength: LIMITS.dependencyLength,
    pattern,
    allowed,
  });
  return listField(label, item, LIMITS.dependencies).default([]);
}

// Spark takes each list as one text with commas.
const ADDRESS = /^[^\s,]+$/;
const ADDRESS_ALLOWED = 'must be an address without spaces and commas';

/** What a cluster loads beside its image. */
export const dependenciesSchema = objectField('Dependencies', {
  jars: dependencyList('Jar', ADDRESS, ADDRESS_ALLOWED),
  files: dependencyList('File', ADDRESS, ADDRESS_ALLOWED),
  pyFiles: dependencyList(
    'Python file',
    /^[^\s,]+\.(py|egg|zip)$/,
    'must be an address that ends in .py, .egg or .zip',
  ),
  packages: dependencyList(
    'Package',
    /^[^\s,:]+:[^\s,:]+:[^\s,:]+$/,
    'must look like group:artifact:version',
  ),
});
