import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import DeviceHubIcon from '@material-ui/icons/DeviceHub';

const useStyles = makeStyles(theme => ({
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
    height: 2 * sidebarConfig.logoHeight,
    paddingLeft: theme.spacing(3),
    color: theme.palette.navigation.selectedColor,
    fontWeight: 700,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
  },
}));

export const SidebarLogo = () => {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  return (
    <Link to="/" underline="none" className={classes.link} aria-label="Home">
      <DeviceHubIcon />
      {isOpen && 'Demo portal'}
    </Link>
  );
};
