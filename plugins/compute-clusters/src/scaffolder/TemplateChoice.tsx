import { useEffect } from 'react';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { messageOf } from '../api/messageOf';
import { ChoiceInput, type Option } from '../form/fields/Choice';
import { useTexts } from '../hooks/useTexts';

/** What a template gives to any field whose value is a text. */
type TemplateField = Pick<
  FieldExtensionComponentProps<string>,
  | 'formData'
  | 'onChange'
  | 'onBlur'
  | 'idSchema'
  | 'schema'
  | 'required'
  | 'disabled'
  | 'readonly'
  | 'rawErrors'
>;

/** One of what the API offers, as a field of a template; title and description are the template's. */
export function TemplateChoice(props: {
  field: TemplateField;
  /** The label, unless the template has its own. */
  label: string;
  /** Undefined as long as they are not known. */
  options: readonly Option[] | undefined;
  /** Why they could not be read. */
  error: Error | null;
  /** What to say while nothing is offered. */
  empty?: string;
}) {
  const t = useTexts();
  const { field, options = [], error, empty } = props;
  const { schema, required, rawErrors = [], idSchema } = field;
  const chosen = options.find(option => option.value === field.formData);
  useOnlyOffered(field, props.options);
  return (
    <ScaffolderField
      rawErrors={rawErrors}
      rawDescription={schema.description}
      required={required}
    >
      <ChoiceInput
        label={schema.title ?? props.label}
        options={options}
        value={field.formData ?? ''}
        onChange={field.onChange}
        onBlur={() => field.onBlur(idSchema.$id, field.formData)}
        required={required}
        disabled={field.disabled || field.readonly}
        help={chosen?.details ?? (props.options?.length === 0 && empty)}
        error={
          error
            ? t('form.loadFailed', { message: messageOf(error) })
            : undefined
        }
        invalid={rawErrors.length > 0}
      />
    </ScaffolderField>
  );
}

/** A default of the template that is not offered would be sent without being seen: it gives way to no choice. */
function useOnlyOffered(
  { formData, onChange }: TemplateField,
  options: readonly Option[] | undefined,
) {
  const stray =
    Boolean(formData) &&
    options?.every(option => option.value !== formData) === true;
  useEffect(() => {
    if (stray) onChange(undefined);
  }, [stray, onChange]);
}
