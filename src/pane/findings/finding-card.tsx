import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { ListedFinding } from '../check-calls.ts';
import type { PaneController } from '../pane-controller.ts';
import { usePane } from '../pane-context.ts';
import { SeverityMark } from './severity-mark.tsx';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    outlineOffset: '-2px',
    // Not the theme's own for hovering: words of its colour for links would be too faint on that.
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  current: {
    backgroundColor: tokens.colorBrandBackground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2 },
  },
  body: { flexGrow: 1, minWidth: 0 },
  message: { overflowWrap: 'anywhere' },
  line: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  fix: { marginTop: tokens.spacingVerticalXXS, overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase200 },
  before: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground2 },
  after: { fontWeight: tokens.fontWeightSemibold },
  quote: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    padding: `0 0 0 ${tokens.spacingHorizontalS}`,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
  },
  actions: { display: 'flex', flexWrap: 'wrap', marginLeft: '-8px' },
  action: { minWidth: 0, paddingLeft: '8px', paddingRight: '8px', color: tokens.colorBrandForegroundLink },
  // Stands in a line of text.
  inLine: {
    minWidth: 0,
    padding: '0 2px',
    height: 'auto',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorBrandForegroundLink,
  },
});

interface FindingCardProps {
  readonly finding: ListedFinding;
  /** The words that it rests on. */
  readonly clause: string | undefined;
  readonly index: number;
  readonly count: number;
  readonly isCurrent: boolean;
  /** Its cell stands in the heading above. */
  readonly isGrouped: boolean;
  readonly controller: PaneController;
}

/** One finding: what is wrong and how to mend it, why, and what can be done about it. */
export function FindingCard(props: FindingCardProps): ReactElement {
  const styles = useStyles();
  const { t } = usePane();
  const { finding, isCurrent, isGrouped, controller, index, count } = props;
  const { cell, severity, rule, message, ignored, field } = finding;
  const where = cell ?? t('whole-sheet');
  return (
    <div
      className={mergeClasses(styles.card, isCurrent && styles.current)}
      role="listitem"
      aria-setsize={count}
      aria-posinset={index + 1}
      aria-current={isCurrent ? 'true' : undefined}
      aria-label={`${t(ignored === null ? `one-${severity}` : 'ignored')} ${where} ${field ?? ''}`}
      tabIndex={0}
      data-index={index}
      data-cell={cell ?? ''}
      data-severity={severity}
      data-rule={rule}
      data-ignored={ignored === null ? undefined : 'true'}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) void controller.reveal(finding);
      }}
    >
      <SeverityMark kind={ignored === null ? severity : 'ignored'} />
      <div className={styles.body}>
        <div className={styles.message}>
          {!isGrouped && <strong>{where} </strong>}
          {message}
        </div>
        {ignored !== null && <div className={styles.line}>{t('ignored-because', { reason: ignored })}</div>}
        <Remedy finding={finding} />
        <Basis basis={finding.basis} clause={props.clause} />
        <Actions finding={finding} controller={controller} />
      </div>
    </div>
  );
}

/** What would be written, or what may be. */
function Remedy({ finding }: { readonly finding: ListedFinding }): ReactElement | null {
  const styles = useStyles();
  const { t } = usePane();
  const { fix, expected, message, cell } = finding;
  if (fix.length > 0) {
    return (
      <>
        {fix.map((one) => (
          <div key={one.cell} className={styles.fix}>
            {one.cell !== cell && `${one.cell} `}
            <span className={styles.before}>{one.before === '' ? t('blank') : one.before}</span>
            {' → '}
            <span className={styles.after}>{one.after === '' ? t('blank') : one.after}</span>
          </div>
        ))}
      </>
    );
  }
  if (expected.length === 0 || expected.every((value) => message.includes(value))) return null;
  return <div className={styles.line}>{t('one-of', { values: expected.join('、') })}</div>;
}

function Basis({
  basis,
  clause,
}: {
  readonly basis: string | null;
  readonly clause: string | undefined;
}): ReactElement | null {
  const styles = useStyles();
  const { t } = usePane();
  const [open, setOpen] = useState(false);
  if (basis === null) return null;
  return (
    <div className={styles.line}>
      {t('basis')} {basis}{' '}
      {clause !== undefined && (
        <Button
          className={styles.inLine}
          size="small"
          appearance="transparent"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'basis-hide' : 'basis-show')}
        </Button>
      )}
      {open && <blockquote className={styles.quote}>{clause}</blockquote>}
    </div>
  );
}

function Actions({ finding, controller }: Pick<FindingCardProps, 'finding' | 'controller'>): ReactElement {
  const styles = useStyles();
  const { state, t } = usePane();
  const { ignored, fix } = finding;
  const cell = finding.cell ?? t('whole-sheet');
  const [first] = fix;
  return (
    <div className={styles.actions}>
      <Button
        className={styles.action}
        size="small"
        appearance="subtle"
        aria-label={t('locate-cell', { cell })}
        onClick={() => void controller.reveal(finding)}
      >
        {t('locate')}
      </Button>
      {first && ignored === null && (
        <Button
          className={styles.action}
          size="small"
          appearance="subtle"
          disabledFocusable={state.busy}
          aria-label={t('fix-cell', { cell: first.cell, before: first.before, after: first.after })}
          onClick={() => void controller.fix(finding)}
        >
          {t('fix')}
        </Button>
      )}
      {ignored === null ? (
        <Button
          className={styles.action}
          size="small"
          appearance="subtle"
          aria-label={t('ignore-cell', { cell })}
          onClick={() => controller.openIgnore(finding)}
        >
          {t('ignore')}
        </Button>
      ) : (
        <Button
          className={styles.action}
          size="small"
          appearance="subtle"
          aria-label={t('restore-cell', { cell })}
          onClick={() => void controller.ignore(finding, null)}
        >
          {t('restore')}
        </Button>
      )}
    </div>
  );
}
