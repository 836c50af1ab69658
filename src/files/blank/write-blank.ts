import type { Form } from '../../forms/form.ts';
import type { Codec } from '../codec.ts';
import { drawForm } from './draw-form.ts';
import { writeDrawing } from './write-drawing.ts';

/** Document properties that say which form a workbook is, and of which edition. */
const FORM = 'tianbao:form';
const VERSION = 'tianbao:version';

/**
 * The blank official workbook of a form: as its annex prints it, with drop-downs, formulas and colours of its own. The
 * same form always gives the same bytes. `undefined` for a form without a layout.
 */
export function writeBlankForm(form: Form, codec: Codec): Uint8Array | undefined {
  if (!form.layout) return undefined;
  const properties = new Map([
    [FORM, form.id],
    [VERSION, form.version],
  ]);
  return writeDrawing(drawForm(form, form.layout, properties), codec);
}
