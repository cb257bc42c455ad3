import type { PropsWithChildren } from 'react';
import {
  Sidebar,
  SidebarGroup,
  SidebarItem,
  SidebarPage,
  SidebarSpace,
} from '@backstage/core-components';
import {
  Settings as SidebarSettings,
  UserSettingsSignInAvatar,
} from '@backstage/plugin-user-settings';
import { makeStyles } from '@material-ui/core/styles';
import AddCircleOutline from '@material-ui/icons/AddCircleOutline';
import CategoryIcon from '@material-ui/icons/Category';
import MemoryIcon from '@material-ui/icons/Memory';
import MenuIcon from '@material-ui/icons/Menu';

const useStyles = makeStyles({
  // An item keeps room for an action that it has not, and "Compute clusters" would be cut off.
  item: { '& > div:last-child:empty': { display: 'none' } },
});

/** The sidebar beside every page. */
export const PortalRoot = ({ children }: PropsWithChildren<{}>) => {
  const classes = useStyles();
  return (
    <SidebarPage>
      <Sidebar>
        <SidebarGroup label="Menu" icon={<MenuIcon />}>
          <SidebarItem icon={CategoryIcon} to="catalog" text="Catalog" />
          <SidebarItem icon={AddCircleOutline} to="create" text="Create…" />
          <SidebarItem
            icon={MemoryIcon}
            to="compute-clusters"
            text="Compute clusters"
            className={classes.item}
          />
        </SidebarGroup>
        <SidebarSpace />
        <SidebarGroup
          label="Settings"
          icon={<UserSettingsSignInAvatar />}
          to="/settings"
        >
          <SidebarSettings />
        </SidebarGroup>
      </Sidebar>
      {children}
    </SidebarPage>
  );
};
