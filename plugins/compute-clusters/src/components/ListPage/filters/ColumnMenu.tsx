import { useId, useState } from 'react';
import IconButton from '@material-ui/core/IconButton';
import ListItemText from '@material-ui/core/ListItemText';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import Tooltip from '@material-ui/core/Tooltip';
import ViewColumn from '@material-ui/icons/ViewColumn';
import {
  OPTIONAL_COLUMNS,
  type OptionalColumn,
} from '../../../hooks/useListParams';
import { useTexts } from '../../../hooks/useTexts';
import { Tick } from '../../common/Tick';

/** Which columns the list shows. */
export function ColumnMenu(props: {
  columns: readonly OptionalColumn[];
  hidden: readonly OptionalColumn[];
  onChange: (columns: OptionalColumn[]) => void;
}) {
  const t = useTexts();
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const { columns, hidden, onChange } = props;
  const toggle = (column: OptionalColumn) =>
    onChange(
      OPTIONAL_COLUMNS.filter(
        each => columns.includes(each) !== (each === column),
      ),
    );
  return (
    <>
      <Tooltip title={t('list.columns')}>
        <IconButton
          size="small"
          aria-label={t('list.columns')}
          aria-haspopup="menu"
          aria-expanded={Boolean(anchor)}
          aria-controls={anchor ? id : undefined}
          onClick={event => setAnchor(event.currentTarget)}
        >
          <ViewColumn />
        </IconButton>
      </Tooltip>
      {anchor && (
        <Menu
          id={id}
          open
          anchorEl={anchor}
          getContentAnchorEl={null}
          anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
          transformOrigin={{ vertical: 'top', horizontal: 'right' }}
          onClose={() => setAnchor(undefined)}
        >
          {OPTIONAL_COLUMNS.filter(each => !hidden.includes(each)).map(
            column => (
              <MenuItem
                key={column}
                dense
                role="menuitemcheckbox"
                aria-checked={columns.includes(column)}
                onClick={() => toggle(column)}
              >
                <Tick on={columns.includes(column)} />
                <ListItemText primary={t(`list.${column}`)} />
              </MenuItem>
            ),
          )}
        </Menu>
      )}
    </>
  );
}
