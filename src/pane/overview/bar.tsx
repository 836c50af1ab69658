import { makeStyles, tokens } from '@fluentui/react-components';
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
  /** Hollow: told apart without its colour. */
  weak: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorCompoundBrandStroke,
    strokeWidth: '1.5px',
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'Highlight' },
  },
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
          className={isWeak ? styles.weak : styles.strong}
          width={`${String(Math.max(percent, 2))}%`}
          height="8"
          rx="4"
        />
      )}
    </svg>
  );
}
