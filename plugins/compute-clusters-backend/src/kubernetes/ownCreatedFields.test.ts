import { ownCreatedFields } from './ownCreatedFields';

const entry = (manager: string, operation: string, subresource?: string) => ({
  manager,
  operation,
  subresource,
  fieldsV1: { of: `${manager} ${operation}` },
});

describe('ownCreatedFields', () => {
  it('turns the record of our create into that of an apply', () => {
    const theirs = entry('kubectl', 'Update');
    const status = entry('compute-clusters', 'Update', 'status');
    expect(
      ownCreatedFields([
        entry('compute-clusters', 'Apply'),
        theirs,
        status,
        entry('compute-clusters', 'Update'),
      ]),
    ).toEqual([
      theirs,
      status,
      { ...entry('compute-clusters', 'Update'), operation: 'Apply' },
    ]);
  });

  it('leaves alone what was only ever applied', () => {
    expect(
      ownCreatedFields([
        entry('compute-clusters', 'Apply'),
        entry('kubectl', 'Update'),
      ]),
    ).toBeUndefined();
  });
});
