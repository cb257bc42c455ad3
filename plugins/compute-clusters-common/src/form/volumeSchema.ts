import { z } from 'zod';
import { Volume, VolumeTypeEnum } from '../schema/openapi';
import { numberField } from './numberField';
import { problem } from './problem';
import { requiredText, textField } from './textField';

const SPARK_CLAIMS =
  'Spark makes a claim for an executor only if it knows both its storage class and its size';

const FIELDS = ['server', 'path', 'storageClass', 'sizeGiB'] as const;

/** What a volume of each type cannot do without, and what a person is told. */
const NEEDS: Record<
  VolumeTypeEnum,
  Partial<Record<(typeof FIELDS)[number], string>>
> = {
  hostPath: { path: 'A hostPath needs a path.' },
  nfs: { server: 'NFS needs a server.', path: 'NFS needs a path.' },
  persistentVolumeClaim: {
    storageClass: `A persistentVolumeClaim needs a storage class: ${SPARK_CLAIMS}.`,
    sizeGiB: `A persistentVolumeClaim needs a size: ${SPARK_CLAIMS}.`,
  },
  tmpfs: {},
  emptyDir: {},
};

const TYPES: VolumeTypeEnum[] = [
  'hostPath',
  'persistentVolumeClaim',
  'tmpfs',
  'emptyDir',
  'nfs',
];

/**
 * A scratch volume of executors, as a platform team describes it.
 *
 * @public
 */
export const volumeSchema: z.ZodType<Volume> = z
  .object({
    name: requiredText({ label: 'Name', maxLength: 255 }),
    description: z.string().default(''),
    type: z.enum(TYPES, { error: `Type must be one of ${TYPES.join(', ')}.` }),
    path: textField({ label: 'Path', maxLength: 4096 }).optional(),
    server: textField({ label: 'Server', maxLength: 253 }).optional(),
    storageClass: textField({
      label: 'Storage class',
      maxLength: 253,
    }).optional(),
    sizeGiB: numberField('Size in GiB', 1, 1_000_000).optional(),
  })
  .superRefine((volume, context) => {
    for (const field of FIELDS) {
      const message = NEEDS[volume.type][field];
      if (message && !volume[field]) {
        context.addIssue(problem('required', message, { path: [field] }));
      }
    }
  });
