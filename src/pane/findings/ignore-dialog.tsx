import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { ListedFinding } from '../check-calls.ts';
import { usePane } from '../pane-context.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  message: { margin: 0, overflowWrap: 'anywhere' },
});

/** Asks why a finding is ignored. */
export function IgnoreDialog(): ReactElement {
  const { controller, state } = usePane();
  const finding = state.dialog?.kind === 'ignore' ? state.dialog.finding : null;
  // It closes by itself, for it hides the rest of the page from screen readers while it is open.
  return (
    <Dialog open={finding !== null} onOpenChange={() => controller.closeDialog()}>
      <DialogSurface>{finding && <ReasonForm finding={finding} />}</DialogSurface>
    </Dialog>
  );
}

function ReasonForm({ finding }: { readonly finding: ListedFinding }): ReactElement {
  const styles = useStyles();
  const { controller, t } = usePane();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = reason.trim() === '';
  const submit = (): void => {
    setAsked(true);
    if (!missing) void controller.ignore(finding, reason.trim());
  };
  return (
    <DialogBody>
      <DialogTitle>{t('ignore-title')}</DialogTitle>
      <DialogContent className={styles.content}>
        <p className={styles.message}>
          <strong>{finding.cell ?? t('whole-sheet')}</strong> {finding.message}
        </p>
        <Field
          label={t('ignore-reason')}
          hint={t('ignore-hint')}
          required
          {...(asked && missing ? { validationMessage: t('ignore-missing') } : {})}
        >
          <Textarea value={reason} maxLength={500} onChange={(_, { value }) => setReason(value)} />
        </Field>
      </DialogContent>
      <DialogActions>
        <Button appearance="primary" onClick={submit}>
          {t('ignore')}
        </Button>
        <Button onClick={() => controller.closeDialog()}>{t('cancel')}</Button>
      </DialogActions>
    </DialogBody>
  );
}
