import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import { InfoCard } from '@backstage/core-components';
import { useTexts, type Texts } from '../../../../hooks/useTexts';
import { FieldList } from '../../../common/FieldList';
import { CopyableCode } from './CopyableCode';
import { portForward } from './portForward';
import type { Reach, Target } from './Target';

/** Asks where clients run, and says what they connect to from there. */
export function ReachCard(props: {
  reaches: Reach[];
  target: Target;
  namespace: string;
  onChange: (reach: Reach) => void;
}) {
  const t = useTexts();
  const { reaches, target, namespace, onChange } = props;
  const title = t('connections.reach');
  return (
    <InfoCard title={title}>
      <FormControl>
        <RadioGroup
          aria-label={title}
          name="reach"
          value={target.reach}
          onChange={event => {
            const chosen = reaches.find(each => each === event.target.value);
            if (chosen) onChange(chosen);
          }}
        >
          {reaches.map(each => (
            <FormControlLabel
              key={each}
              value={each}
              control={<Radio color="primary" size="small" />}
              label={t(`connections.${each}`, { namespace })}
            />
          ))}
        </RadioGroup>
      </FormControl>
      {target.reach === 'forward' && <ForwardCommand target={target} />}
      <Endpoints target={target} />
    </InfoCard>
  );
}

function ForwardCommand({ target }: { target: Target }) {
  const t = useTexts();
  const { service, connect, thrift } = target;
  if (!service || !connect || !thrift) return null;
  const label = t('connections.forwardLabel');
  return (
    <>
      <Typography variant="body2">{t('connections.forwardHelp')}</Typography>
      <CopyableCode
        text={portForward(service, [connect.port, thrift.port])}
        label={label}
        copyLabel={t('connections.copy', { client: 'kubectl', part: label })}
      />
    </>
  );
}

function Endpoints({ target }: { target: Target }) {
  const t = useTexts();
  const { connect, thrift, user } = target;
  return (
    <FieldList
      fields={[
        [
          t('connections.connect'),
          connect ? addressOf(t, connect) : t('connections.none'),
        ],
        [
          t('connections.thrift'),
          thrift
            ? `${addressOf(t, thrift)}, ${
                thrift.transport === 'http'
                  ? t('connections.httpPath', { path: thrift.httpPath ?? '' })
                  : t('connections.binary')
              }`
            : t('connections.none'),
        ],
        [t('connections.user'), user],
      ]}
    />
  );
}

function addressOf(
  t: Texts,
  { host, port, tls }: { host: string; port: number; tls: boolean },
): string {
  const address = t('connections.endpoint', { host, port: String(port) });
  return `${address}, ${t(tls ? 'connections.tls' : 'connections.noTls')}`;
}
