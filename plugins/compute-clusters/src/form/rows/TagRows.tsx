import { useTexts } from '../../hooks/useTexts';
import { TextInput } from '../fields/TextInput';
import { RowList } from './RowList';

/** Tab Tags: keys and values, each key once. */
export function TagRows() {
  const t = useTexts();
  return (
    <RowList
      list="spec.tags"
      title={t('rows.tags')}
      help={t('rows.tagsHelp')}
      add={t('rows.tagsAdd')}
      rowLabel={row => t('rows.tagsRow', { number: String(row + 1) })}
      newRow={{ key: '', value: '' }}
    >
      {row => (
        <>
          <TextInput
            name={`spec.tags.${row}.key`}
            label={t('rows.key')}
            required
          />
          <TextInput name={`spec.tags.${row}.value`} label={t('rows.value')} />
        </>
      )}
    </RowList>
  );
}
