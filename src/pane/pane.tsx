import { Button, makeStyles, Spinner, Tab, TabList, tokens } from '@fluentui/react-components';
import type { ComponentType, ReactElement } from 'react';
import { Diagnostics } from './diagnostics/diagnostics.tsx';
import { FixDialog } from './findings/fix-dialog.tsx';
import { Findings } from './findings/findings.tsx';
import { IgnoreDialog } from './findings/ignore-dialog.tsx';
import { Gallery } from './gallery/gallery.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { Overview } from './overview/overview.tsx';
import { usePane } from './pane-context.ts';
import { Review } from './review/review.tsx';
import { PANE_TABS, type PaneTab } from './state.ts';

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
  },
  tabs: { flexShrink: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  shown: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  primary: { minWidth: '104px' },
  status: { flexGrow: 1, minWidth: 0, whiteSpace: 'nowrap', overflow: 'hidden' },
  announced: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

const CONTENT: Readonly<Record<PaneTab, ComponentType>> = {
  findings: Findings,
  overview: Overview,
  review: Review,
  gallery: Gallery,
};

/** The side pane. */
export function Pane(): ReactElement {
  const styles = useStyles();
  const { controller, state, t } = usePane();
  const { check, tab } = state;
  const running = check.status === 'running';
  const Content = CONTENT[tab];
  return (
    <section className={styles.pane} aria-label={t('pane-label')} lang={state.language === 'zh' ? 'zh-CN' : 'en'}>
      <div className={styles.top}>
        <Button
          className={styles.primary}
          appearance="primary"
          disabled={!state.hasDocument}
          // Who has pressed it by a key stays where they are.
          disabledFocusable={running}
          onClick={() => void controller.check()}
        >
          {t('check')}
        </Button>
        <div className={styles.status}>
          {running && <Spinner size="tiny" label={t(check.step === 'reading' ? 'reading' : 'checking')} />}
        </div>
        <Diagnostics />
        {running ? (
          <Button size="small" onClick={() => controller.cancel()}>
            {t('cancel')}
          </Button>
        ) : (
          <Button
            size="small"
            appearance="subtle"
            lang={state.language === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => void controller.setLanguage(state.language === 'zh' ? 'en' : 'zh')}
          >
            {t('other-language')}
          </Button>
        )}
      </div>
      <Tabs />
      <NoticeBar />
      <div className={styles.shown} role="tabpanel" id="tianbao-tab" aria-labelledby={`tianbao-tab-${tab}`}>
        <Content />
      </div>
      <div className={styles.announced} role="status" aria-live="polite">
        {check.status === 'checked' ? t('summary-announced', { ...check.counts }) : ''}
      </div>
      <FixDialog />
      <IgnoreDialog />
    </section>
  );
}

function Tabs(): ReactElement {
  const styles = useStyles();
  const { controller, state, t } = usePane();
  return (
    <TabList
      className={styles.tabs}
      size="small"
      selectedValue={state.tab}
      aria-label={t('tabs-label')}
      onTabSelect={(_, { value }) => {
        const tab = PANE_TABS.find((one) => one === value);
        if (tab) controller.showTab(tab);
      }}
    >
      {PANE_TABS.map((tab) => (
        <Tab key={tab} value={tab} id={`tianbao-tab-${tab}`} aria-controls="tianbao-tab">
          {t(`tab-${tab}`)}
        </Tab>
      ))}
    </TabList>
  );
}
