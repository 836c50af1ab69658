import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { EyeOff16Regular } from '@fluentui/react-icons/svg/eye-off';
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle';
import { Info16Regular } from '@fluentui/react-icons/svg/info';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import type { ReactElement } from 'react';
import type { Shown } from '../state.ts';

const useStyles = makeStyles({
  icon: { flexShrink: 0, display: 'inline-flex', '@media (forced-colors: active)': { color: 'CanvasText' } },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  info: { color: tokens.colorBrandForeground1 },
  ignored: { color: tokens.colorNeutralForeground3 },
});

const ICONS = {
  error: <ErrorCircle16Filled />,
  warning: <Warning16Filled />,
  info: <Info16Regular />,
  ignored: <EyeOff16Regular />,
} as const;

/** The sign of a severity: shape and colour, for not everybody sees both. */
export function SeverityMark({ kind }: { readonly kind: Shown }): ReactElement {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.icon, styles[kind])} aria-hidden="true">
      {ICONS[kind]}
    </span>
  );
}
