import { useMemo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../../hooks/useTexts';
import { LogLines } from './LogLines';
import { LogSearchBar } from './LogSearchBar';
import { LogText } from './LogText';
import { useLogSearch } from './useLogSearch';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
  },
  lines: { flexGrow: 1, minHeight: 0 },
});

/** A log to read and to search. */
export function LogView(props: { text: string; wrap: boolean }) {
  const t = useTexts();
  const classes = useStyles();
  const text = useMemo(() => LogText.of(props.text), [props.text]);
  const search = useLogSearch(text);
  const searching = search.wanted !== '';
  return (
    <div className={classes.root}>
      <LogSearchBar search={search} />
      <div className={classes.lines}>
        <LogLines
          text={text}
          lines={searching && search.onlyFound ? search.found : undefined}
          wanted={search.wanted}
          current={search.current}
          wrap={props.wrap}
          label={t('logs.lines')}
        />
      </div>
    </div>
  );
}
