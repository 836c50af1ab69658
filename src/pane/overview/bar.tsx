import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';

const useStyles = makeStyles({
  bar: { display: 'block', width: '100%', height: '8px', overflow: 'visible' },
  track: {
    fill: tokens.colorNeutralBackground5,
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'GrayText' },
  },
  strong: {
    fill: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { fill: 'Highlight' },
  },
  weak: { fill: tokens.colorNeutralForeground3, '@media (forced-colors: active)': { fill: 'CanvasText' } },
});

/** How much of a whole something is, as a bar; the numbers stand beside it, so readers of screens pass it by. */
export function Bar({ share, isWeak = false }: { readonly share: number; readonly isWeak?: boolean }): ReactElement {
  const styles = useStyles();
  const percent = Math.min(Math.max(share, 0), 1) * 100;
  return (
    <svg className={styles.bar} aria-hidden="true" focusable="false">
      <rect className={styles.track} width="100%" height="8" rx="4" />
      {/* What is there at all is to be seen. */}
      {percent > 0 && (
        <rect
          className={mergeClasses(isWeak ? styles.weak : styles.strong)}
          width={`${String(Math.max(percent, 2))}%`}
          height="8"
          rx="4"
        />
      )}
    </svg>
  );
}
