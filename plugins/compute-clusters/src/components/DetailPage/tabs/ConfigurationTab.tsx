import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { InfoCard } from '@backstage/core-components';
import type {
  ComputeCluster,
  EffectiveSetting,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useConfiguration } from '../../../hooks/useClusterInsides';
import { useTexts } from '../../../hooks/useTexts';
import { AsyncContent } from '../../common/AsyncContent';
import { SearchField } from '../../common/SearchField';
import { SimpleTable } from '../../common/SimpleTable';

/** Every effective property, and where it comes from. */
export default function ConfigurationTab(props: { cluster: ComputeCluster }) {
  const t = useTexts();
  const query = useConfiguration(props.cluster.id);
  const [text, setText] = useState('');
  return (
    <InfoCard title={t('configuration.title')}>
      <SearchField
        label={t('configuration.search')}
        value={text}
        onChange={setText}
      />
      <AsyncContent query={query} errorTitle={t('configuration.error')}>
        {({ properties, environment }) => (
          <>
            <Settings
              label={t('configuration.property')}
              settings={matching(properties, text)}
            />
            {environment.length > 0 && (
              <Settings
                label={t('configuration.variable')}
                settings={matching(environment, text)}
              />
            )}
          </>
        )}
      </AsyncContent>
    </InfoCard>
  );
}

function Settings(props: { label: string; settings: EffectiveSetting[] }) {
  const t = useTexts();
  const { label, settings } = props;
  if (settings.length === 0) {
    return (
      <Typography variant="body2">{t('configuration.noMatch')}</Typography>
    );
  }
  return (
    <SimpleTable
      label={label}
      head={[label, t('configuration.value'), t('configuration.source')]}
      rows={settings.map(({ name, value, source }) => ({
        key: name,
        cells: [
          name,
          value ?? <em key="secret">{t('configuration.secret')}</em>,
          t(`configuration.${source}`),
        ],
      }))}
    />
  );
}

function matching(
  settings: EffectiveSetting[],
  text: string,
): EffectiveSetting[] {
  const wanted = text.toLocaleLowerCase();
  return settings.filter(({ name, value }) =>
    `${name}\n${value ?? ''}`.toLocaleLowerCase().includes(wanted),
  );
}
