import { useTexts } from '../../hooks/useTexts';
import { TextInput } from '../fields/TextInput';
import { RowList } from './RowList';

type TextList = 'arguments' | 'jars' | 'files' | 'pyFiles' | 'packages';

/** A list of texts. */
export function TextRows({ list }: { list: TextList }) {
  const t = useTexts();
  const path =
    list === 'arguments'
      ? (`spec.${list}` as const)
      : (`spec.dependencies.${list}` as const);
  const label = (row: number) =>
    t(`rows.${list}Row`, { number: String(row + 1) });
  return (
    <RowList
      list={path}
      title={t(`rows.${list}`)}
      help={t(`rows.${list}Help`)}
      add={t(`rows.${list}Add`)}
      rowLabel={label}
      newRow={{ value: '' }}
      ordered={list === 'arguments'}
    >
      {row => <TextInput name={`${path}.${row}.value`} label={label(row)} />}
    </RowList>
  );
}
