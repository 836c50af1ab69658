import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { EmptyState } from './empty-state.tsx';
import { FindingList } from './finding-list.tsx';
import { FixDialog } from './fix-dialog.tsx';
import { FormBanner } from './form-banner.tsx';
import { IgnoreDialog } from './ignore-dialog.tsx';
import { ListTools } from './list-tools.tsx';
import { MarkBar } from './mark-bar.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { usePane } from './pane-context.ts';
import { checkedOf } from './state.ts';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minWidth: '280px',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  top: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  primary: { minWidth: '104px' },
  status: { flexGrow: 1, minWidth: 0 },
  announced: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** The side pane. */
export function Pane(): ReactElement {
  const styles = useStyles();
  const { controller, state, t } = usePane();
  const { check } = state;
  const checked = checkedOf(state);
  const running = check.status === 'running';
  return (
    <section className={styles.pane} aria-label={t('pane-label')} lang={state.language === 'zh' ? 'zh-CN' : 'en'}>
      <div className={styles.top}>
        <Button
          className={styles.primary}
          appearance="primary"
          disabled={!state.hasDocument || running}
          onClick={() => void controller.check()}
        >
          {t('check')}
        </Button>
        <div className={styles.status}>
          {running && <Spinner size="tiny" label={t(check.step === 'reading' ? 'reading' : 'checking')} />}
        </div>
        {running && (
          <Button size="small" onClick={() => controller.cancel()}>
            {t('cancel')}
          </Button>
        )}
        <Button
          size="small"
          appearance="subtle"
          lang={state.language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => void controller.setLanguage(state.language === 'zh' ? 'en' : 'zh')}
        >
          {t('other-language')}
        </Button>
      </div>
      <NoticeBar />
      {checked ? (
        <>
          <FormBanner checked={checked} />
          <ListTools checked={checked} />
          <FindingList checked={checked} />
          <MarkBar />
        </>
      ) : (
        <EmptyState />
      )}
      <div className={styles.announced} role="status" aria-live="polite">
        {check.status === 'checked' ? t('summary-announced', { ...check.counts }) : ''}
      </div>
      <FixDialog />
      <IgnoreDialog />
    </section>
  );
}
