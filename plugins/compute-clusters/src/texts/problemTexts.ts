import { OWNERSHIP_REASONS } from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** What can be wrong with a field of the form. Each stands below its field, so none names it. */
export const problemTexts = {
  problem: {
    required: 'This is required.',
    tooLong: 'At most {{max}} characters.',
    tooMany: 'At most {{max}} entries.',
    tooSmall: 'At least {{min}}.',
    tooLarge: 'At most {{max}}.',
    minOverMax: 'At most the max executors, {{max}}.',
    number: 'This must be a whole number.',
    duplicate: 'This is there twice.',
    platformOwned: 'This cannot be set: {{reason}}.',
    overQuota:
      'At full scale the cluster asks for more than the quota of its namespace, as the summary shows.',
    unknown: 'This is not offered any more. Choose another.',
    notForDriver: 'This node type is not available for drivers.',
    notForExecutor: 'This node type is not available for executors.',
    noSpot: 'The node type offers no spot instances.',
    invalid: 'This is not allowed here.',
    lowerCase:
      'Lower-case letters, digits and “-”; the first and the last are a letter or digit.',
    variableName:
      'Letters, digits, “-”, “_” and “.”; the first is not a digit.',
    propertyName:
      'It starts with “spark.” and may have letters, digits, “.”, “-”, “_” and “/”.',
    oneLine: 'This must be one line.',
    secretName: 'This must be the name of a Kubernetes Secret.',
    secretKey: 'Letters, digits, “-”, “_” and “.”.',
    javaOptions:
      'One line without -Xmx and -Xms, which follow from the node type.',
    address: 'This must be an address without spaces and commas.',
    pythonAddress: 'This must be an address that ends in .py, .egg or .zip.',
    package: 'This must look like group:artifact:version.',
    tag: 'Up to 63 letters, digits, “-”, “_” and “.”; the first and the last are a letter or digit.',
    timeZone: 'This must be a name such as Europe/Berlin.',
    noTime: 'At least one time is needed.',
    startOrStop: 'A start, a stop, or both are needed.',
    stop: 'A time such as 08:00 that differs from the start.',
    start: 'A time such as 08:00.',
    noDay: 'Choose at least one day.',
  },
  ownership: OWNERSHIP_REASONS,
} as const;
