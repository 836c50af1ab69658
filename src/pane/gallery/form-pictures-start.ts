import pictures from '#form-pictures' with { type: 'json' };
import './form-pictures.ts';

globalThis.tianbaoFormPictures = pictures;
