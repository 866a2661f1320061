import { LabIcon } from '@jupyterlab/ui-components';

/** Environment & data: a sheet with ticked rows. */
export const environmentIcon = new LabIcon({
  name: 'jupyterlab-retrace:environment',
  svgstr: [
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">',
    '<g class="jp-icon3" fill="#616161">',
    '<path d="M5 2h14a2 2 0 0 1 2 2v16a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2zm0 2v16h14V4z"/>',
    '<path d="m8.3 6 1.1 1.1-3 3-1.9-1.9 1.1-1.1.8.8zM8.3 12.5l1.1 1.1-3 3-1.9-1.9 1.1-1.1.8.8z" transform="translate(1.6 .6)"/>',
    '<path d="M12.5 8h5v1.8h-5zM12.5 14.5h5v1.8h-5z"/>',
    '</g></svg>'
  ].join('')
});
