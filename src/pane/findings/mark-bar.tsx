import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane } from '../pane-context.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** Marks in the sheets, and checking while filling in. */
export function MarkBar(): ReactElement {
  const styles = useStyles();
  const { controller, state, t } = usePane();
  const { colours, notes, edits } = controller.host.capabilities;
  const waits = state.busy || state.check.status !== 'checked';
  return (
    <div className={styles.bar}>
      {(colours || notes) && (
        <>
          <Button size="small" disabledFocusable={waits} onClick={() => void controller.mark()}>
            {t('mark')}
          </Button>
          <Button size="small" disabledFocusable={waits} onClick={() => void controller.clearMarks()}>
            {t('clear-marks')}
          </Button>
        </>
      )}
      {edits && (
        <Checkbox
          label={t('live')}
          checked={state.live}
          onChange={(_, { checked }) => controller.setLive(checked === true)}
        />
      )}
    </div>
  );
}
