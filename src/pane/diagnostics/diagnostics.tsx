import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { Wrench16Regular } from '@fluentui/react-icons/svg/wrench';
import { useState, type ReactElement } from 'react';
import about from '../../../package.json' with { type: 'json' };
import { usePane } from '../pane-context.ts';
import { diagnosticsReport } from './report.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  note: { margin: 0 },
});

/** The button that opens the report on the program and its surroundings, which a user can send. */
export function Diagnostics(): ReactElement {
  const styles = useStyles();
  const { controller, state, t } = usePane();
  const [report, setReport] = useState<string | null>(null);
  const show = async (): Promise<void> => {
    const { host, journal } = controller;
    const said = await host.diagnose().catch(() => null);
    const { userAgent: webView } = navigator;
    const circumstances = { version: about.version, host: said, capabilities: host.capabilities, webView, journal };
    setReport(diagnosticsReport(circumstances, state.language));
  };
  const close = (): void => setReport(null);
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        icon={<Wrench16Regular />}
        aria-label={t('diagnostics')}
        title={t('diagnostics')}
        onClick={() => void show()}
      />
      <Dialog open={report !== null} onOpenChange={close}>
        <DialogSurface>
          <DialogBody>
            <DialogTitle>{t('diagnostics-title')}</DialogTitle>
            <DialogContent className={styles.content}>
              <p className={styles.note}>{t('diagnostics-note')}</p>
              <Textarea readOnly rows={10} aria-label={t('diagnostics-text')} value={report ?? ''} />
            </DialogContent>
            <DialogActions>
              <Button
                appearance="primary"
                onClick={() => {
                  // Closed first: what was done is told behind it.
                  close();
                  void controller.copy(report ?? '');
                }}
              >
                {t('diagnostics-copy')}
              </Button>
              <Button onClick={close}>{t('close')}</Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </>
  );
}
