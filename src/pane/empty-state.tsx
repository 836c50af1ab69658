import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';

const useStyles = makeStyles({
  empty: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    overflowY: 'auto',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  next: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface EmptyStateProps {
  readonly title: string;
  /** What to do next. */
  readonly next: string;
  readonly children?: ReactNode;
}

/** What stands where there is nothing to show yet, and how to get there. */
export function EmptyState({ title, next, children }: EmptyStateProps): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.empty}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.next}>{next}</p>
      {children}
    </div>
  );
}
