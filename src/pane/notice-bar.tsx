import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactElement } from 'react';
import { usePane } from './pane-context.ts';
import { checkedOf } from './state.ts';

const useStyles = makeStyles({
  bar: { margin: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} 0`, flexShrink: 0, minWidth: 0 },
});

/** What was done just now, with a way back; or that what is listed is older than the sheets. */
export function NoticeBar(): ReactElement | null {
  const styles = useStyles();
  const { controller, state, t } = usePane();
  const { notice } = state;
  if (!notice) {
    const stale = checkedOf(state)?.stale === true && !state.live;
    return stale ? (
      <MessageBar className={styles.bar} intent="info">
        <MessageBarBody>{t('stale')}</MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={() => void controller.check()}>
            {t('check-again')}
          </Button>
        </MessageBarActions>
      </MessageBar>
    ) : null;
  }
  const { undo } = notice;
  return (
    <MessageBar
      className={styles.bar}
      intent={notice.kind === 'done' ? 'success' : 'warning'}
      layout="multiline"
      data-notice={notice.kind}
    >
      <MessageBarBody>{notice.lines.map(({ key, params }) => t(key, params)).join(' ')}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            size="small"
            appearance="transparent"
            aria-label={t('close')}
            icon={<Dismiss16Regular />}
            onClick={() => controller.dismiss()}
          />
        }
      >
        {undo && (
          <Button size="small" disabled={state.busy} onClick={() => void controller.undo(undo)}>
            {t('undo')}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
