/** Classes are `jp-RetraceView-part` and `jp-mod-state`, as everywhere in JupyterLab. */
export default {
  extends: ['stylelint-config-standard'],
  rules: {
    'selector-class-pattern': [
      '^(jp|lm|cm)-([A-Z][A-Za-z0-9]*|[a-z][A-Za-z0-9]*)(-[A-Za-z0-9]+)*$',
      { message: 'Name classes jp-RetraceView-part or jp-mod-state.' }
    ],
    'declaration-no-important': true,
    'import-notation': 'url',
    'no-descending-specificity': null
  }
};
