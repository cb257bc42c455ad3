import { useFormContext, useWatch } from 'react-hook-form';
import { useTexts } from '../../hooks/useTexts';
import { NEW_SETTING, type ClusterFormValues } from '../clusterFormValues';
import { Choice } from '../fields/Choice';
import { TextInput } from '../fields/TextInput';
import { RowList } from './RowList';
import { SecretInput } from './SecretInput';

/** Variables or properties: each with a plain value, a secret one, or a reference to a Secret of the team's own. */
export function SettingRows({ list }: { list: 'environment' | 'sparkConf' }) {
  const t = useTexts();
  return (
    <RowList
      list={`spec.${list}`}
      title={t(`rows.${list}`)}
      help={t(`rows.${list}Help`)}
      add={t(`rows.${list}Add`)}
      rowLabel={row => t(`rows.${list}Row`, { number: String(row + 1) })}
      newRow={NEW_SETTING}
    >
      {row => <SettingFields name={`spec.${list}.${row}`} />}
    </RowList>
  );
}

function SettingFields(props: {
  name: `spec.${'environment' | 'sparkConf'}.${number}`;
}) {
  const t = useTexts();
  const { name } = props;
  const { control } = useFormContext<ClusterFormValues>();
  const kind = useWatch({ control, name: `${name}.kind` });
  return (
    <>
      <TextInput name={`${name}.name`} label={t('rows.settingName')} required />
      <Choice
        name={`${name}.kind`}
        label={t('rows.kind')}
        options={(['plain', 'secret', 'reference'] as const).map(value => ({
          value,
          label: t(`rows.${value}`),
        }))}
      />
      {kind === 'plain' && (
        <TextInput name={`${name}.value`} label={t('rows.value')} />
      )}
      {kind === 'secret' && <SecretInput name={name} />}
      {kind === 'reference' && (
        <>
          <TextInput
            name={`${name}.secret.ref.name`}
            label={t('rows.secretName')}
            required
          />
          <TextInput
            name={`${name}.secret.ref.key`}
            label={t('rows.secretKey')}
            required
          />
        </>
      )}
    </>
  );
}
