import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../../hooks/useTexts';
import { CopyButton } from '../../../common/CopyButton';
import { FieldList } from '../../../common/FieldList';
import { CopyableCode } from './CopyableCode';
import type { SnippetField, SnippetPart } from './snippets/Snippet';

const useStyles = makeStyles(theme => ({
  part: { marginTop: theme.spacing(1) },
  value: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    fontFamily: 'monospace',
    overflowWrap: 'anywhere',
  },
}));

/** What a client is given, part by part. */
export function SnippetParts(props: { client: string; parts: SnippetPart[] }) {
  const { client, parts } = props;
  const classes = useStyles();
  return (
    <>
      {parts.map(part => (
        <div key={part.label} className={classes.part}>
          {'text' in part ? (
            <TextPart client={client} {...part} />
          ) : (
            <FieldsPart client={client} fields={part.fields} />
          )}
        </div>
      ))}
    </>
  );
}

function TextPart(
  props: { client: string } & Extract<SnippetPart, { text: string }>,
) {
  const t = useTexts();
  const { client, label, text } = props;
  const part = t(`clientParts.${label}`);
  return (
    <>
      <Typography variant="caption" color="textSecondary" component="div">
        {part}
      </Typography>
      <CopyableCode
        text={text}
        label={`${client}: ${part}`}
        copyLabel={t('connections.copy', { client, part })}
      />
    </>
  );
}

function FieldsPart(props: { client: string; fields: SnippetField[] }) {
  const t = useTexts();
  const classes = useStyles();
  const { client, fields } = props;
  return (
    <FieldList
      fields={fields.map(([part, value]) => [
        part,
        <span className={classes.value}>
          {value}
          <CopyButton
            text={value}
            label={t('connections.copy', { client, part })}
          />
        </span>,
      ])}
    />
  );
}
