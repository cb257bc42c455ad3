import { useEffect, useState } from 'react';
import type { FormTab } from '../../form/formFields';

/** The element that shows a tab's fields. */
export const panelIdOf = (tab: FormTab) => `cluster-form-${tab}`;

/** Shows a tab and goes there with the focus: the button that was pressed may be gone, and a screen reader is told. */
export function usePanelFocus(show: (tab: FormTab) => void) {
  const [wanted, setWanted] = useState<{ tab: FormTab }>();
  useEffect(() => {
    if (wanted) document.getElementById(panelIdOf(wanted.tab))?.focus();
  }, [wanted]);
  return (tab: FormTab) => {
    show(tab);
    setWanted({ tab });
  };
}
