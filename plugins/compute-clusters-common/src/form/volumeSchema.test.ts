import { Volume } from '../schema/openapi';
import { problemsOfZodError } from './problemsOfZodError';
import { volumeSchema } from './volumeSchema';

const problemsOf = (volume: object) => {
  const { error } = volumeSchema.safeParse({ name: 'scratch', ...volume });
  return error
    ? problemsOfZodError(error).map(({ path, code }) => `${path} ${code}`)
    : [];
};

describe('volumeSchema', () => {
  it.each<Partial<Volume>>([
    { type: 'hostPath', path: '/mnt/nvme' },
    { type: 'persistentVolumeClaim', storageClass: 'fast', sizeGiB: 20 },
    { type: 'tmpfs' },
    { type: 'tmpfs', sizeGiB: 1 },
    { type: 'emptyDir' },
    { type: 'nfs', server: 'nfs.local', path: '/x' },
  ])('takes %j', volume => {
    expect(problemsOf(volume)).toEqual([]);
  });

  it.each<[Partial<Volume>, string[]]>([
    [
      { type: 'persistentVolumeClaim' },
      ['storageClass required', 'sizeGiB required'],
    ],
    [{ type: 'persistentVolumeClaim', sizeGiB: 20 }, ['storageClass required']],
    [
      { type: 'persistentVolumeClaim', storageClass: '', sizeGiB: 20 },
      ['storageClass required'],
    ],
    [
      { type: 'persistentVolumeClaim', storageClass: 'fast' },
      ['sizeGiB required'],
    ],
    [{ type: 'hostPath' }, ['path required']],
    [{ type: 'nfs' }, ['server required', 'path required']],
    [{ type: 'emptyDir', sizeGiB: 0 }, ['sizeGiB too-small']],
  ])('refuses %j at its fields', (volume, problems) => {
    expect(problemsOf(volume)).toEqual(problems);
  });

  it('says why a claim needs both', () => {
    const { error } = volumeSchema.safeParse({
      name: 'claim',
      type: 'persistentVolumeClaim',
      sizeGiB: 20,
    });
    expect(error?.issues[0].message).toBe(
      'A persistentVolumeClaim needs a storage class: Spark makes a claim for an executor only if it knows both its storage class and its size.',
    );
  });
});
