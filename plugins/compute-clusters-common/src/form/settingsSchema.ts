import { z } from 'zod';
import { LIMITS } from '../limits';
import { SecretSource } from '../schema/openapi';
import { listField } from './listField';
import { OWNERSHIP_REASONS, type OwnershipReason } from './ownershipReasons';
import { reasonOfProperty, reasonOfVariable } from './platformOwnedProperties';
import { objectField } from './objectField';
import { problem } from './problem';
import { requiredText, textField } from './textField';

const secretRefSchema = objectField('Secret reference', {
  name: requiredText({
    label: 'Secret name',
    maxLength: 253,
    pattern: /^[a-z0-9]([-.a-z0-9]*[a-z0-9])?$/,
    allowed: 'must be the name of a Kubernetes Secret',
  }),
  key: requiredText({
    label: 'Secret key',
    maxLength: 253,
    pattern: /^[-._a-zA-Z0-9]+$/,
    allowed: 'may have letters, digits, “-”, “_” and “.”',
  }),
});

type ValueRules = { pattern: RegExp; allowed: string };

/** One of a new value, the value that is kept already, and a reference to a Secret of the team's own. */
function secretSchema(rules: ValueRules) {
  return objectField('Secret', {
    value: textField({
      label: 'Secret value',
      maxLength: LIMITS.settingValueLength,
      required: true,
      ...rules,
    }).optional(),
    stored: z.boolean({ error: 'Stored must be true or false.' }).optional(),
    ref: secretRefSchema.optional(),
  })
    .superRefine(({ value, stored, ref }, context) => {
      const sources = [value !== undefined, stored, ref].filter(Boolean);
      if (sources.length === 0) {
        const message = 'Secret value is required.';
        context.addIssue(problem('required', message, { path: ['value'] }));
      } else if (sources.length > 1) {
        const message =
          'A secret has one of a value, a stored value and a reference.';
        context.addIssue(problem('invalid', message));
      }
    })
    .transform(({ value, stored, ref }): SecretSource => {
      if (value !== undefined) {
        return { value };
      }
      return stored ? { stored } : { ref };
    });
}

interface SettingRules {
  label: string;
  pattern: RegExp;
  allowed: string;
  value: ValueRules;
  owned: (name: string) => OwnershipReason | undefined;
}

function settingSchema({
  label,
  pattern,
  allowed,
  value,
  owned,
}: SettingRules) {
  return objectField('Row', {
    name: requiredText({
      label,
      maxLength: LIMITS.settingNameLength,
      pattern,
      allowed,
    }).superRefine((name, context) => {
      const reason = owned(name);
      if (reason) {
        const message = `${name} cannot be set: ${OWNERSHIP_REASONS[reason]}.`;
        context.addIssue(problem('platform-owned', message, { reason }));
      }
    }),
    value: textField({
      label: 'Value',
      maxLength: LIMITS.settingValueLength,
      ...value,
    }).optional(),
    secret: secretSchema(value).optional(),
  }).superRefine((setting, context) => {
    if (setting.value === undefined && !setting.secret) {
      context.addIssue(
        problem('required', 'Value is required.', { path: ['value'] }),
      );
    } else if (setting.value !== undefined && setting.secret) {
      const message = 'A row has a value or a secret, not both.';
      context.addIssue(problem('invalid', message, { path: ['secret'] }));
    }
  });
}

function settingsSchema(label: string, rules: SettingRules) {
  return listField(label, settingSchema(rules), LIMITS.settings).superRefine(
    (settings, context) => {
      const seen = new Set<string>();
      settings.forEach(({ name }, index) => {
        if (name && seen.has(name)) {
          const message = `${name} is there twice.`;
          context.addIssue(
            problem('duplicate', message, { path: [index, 'name'] }),
          );
        }
        seen.add(name);
      });
    },
  );
}

/** Environment variables of driver and executors. */
export const environmentSchema = settingsSchema('Environment variables', {
  label: 'Variable name',
  pattern: /^[-._a-zA-Z][-._a-zA-Z0-9]*$/,
  allowed:
    'may have letters, digits, “-”, “_” and “.”, and starts with no digit',
  // eslint-disable-next-line no-control-regex
  value: { pattern: /^[^\u0000]*$/, allowed: 'may not contain a zero byte' },
  owned: reasonOfVariable,
});

/** Spark properties. Each becomes one line of a file, hence no line breaks. */
export const sparkConfSchema = settingsSchema('Spark configuration', {
  label: 'Property',
  pattern: /^spark\.[-._/a-zA-Z0-9]+$/,
  allowed:
    'starts with “spark.” and may have letters, digits, “.”, “-”, “_” and “/”',
  // eslint-disable-next-line no-control-regex
  value: { pattern: /^[^\u0000\r\n]*$/, allowed: 'must be one line' },
  owned: reasonOfProperty,
});
