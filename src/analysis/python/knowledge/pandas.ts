// pandas.

import type { Library } from './library';

const near = { state: 'directory', action: 'read' } as const;

export const pandas: Library = {
  module: 'pandas',
  aliases: 'pd pandas',
  isPure: true,
  states: { options: 'display' },
  functions: [
    {
      names: 'set_option',
      effect: { state: 'display', action: 'update' },
      sets: 'pairs'
    },
    {
      names: 'reset_option',
      effect: { state: 'display', action: 'update' },
      sets: 'names'
    },
    {
      names: `read_csv read_excel read_feather read_fwf read_hdf read_html read_json read_orc read_parquet read_pickle
        read_sas read_spss read_stata read_table read_xml HDFStore ExcelFile`,
      effect: near,
      files: [
        {
          at: 0,
          keywords: 'filepath_or_buffer path_or_buf path io store',
          action: 'read'
        }
      ]
    },
    {
      names: 'ExcelWriter',
      effect: near,
      files: [{ at: 0, keywords: 'path', action: 'write' }]
    },
    {
      names: 'Timestamp.now Timestamp.today Timestamp.utcnow',
      effect: { state: 'clock', action: 'read' }
    },
    {
      names: 'to_datetime Timestamp',
      effect: { state: 'clock', action: 'read' },
      onlyText: /^(?:now|today)$/
    }
  ],
  methodEffects: [
    {
      names: 'sample',
      effect: { state: 'random', action: 'draw', stream: 'numpy' },
      unless: 'random_state',
      unlessGenerator: 'k'
    },
    {
      names: `to_csv to_excel to_feather to_hdf to_html to_json to_latex to_markdown to_orc to_parquet to_pickle
        to_stata to_xml`,
      effect: near,
      files: [
        {
          at: 0,
          keywords: 'path_or_buf path excel_writer buf fname',
          action: 'write',
          mode: Infinity,
          isOptional: true
        }
      ]
    },
    {
      names: 'boxplot hist plot',
      effect: { state: 'plotting', action: 'read' }
    }
  ],
  silentMethods: 'isetitem',
  pureMethods: `abs add_prefix add_suffix agg aggregate align apply applymap asfreq asof assign astype at_time autocorr between
    between_time bfill bool boxplot case_when cat combine combine_first compare convert_dtypes corr corrwith cov crosstab cummax
    cummin describe diff div divide divmod dot drop drop_duplicates droplevel dropna duplicated eq equals eval ewm expanding
    explode factorize ffill fillna filter first first_valid_index floordiv from_dict ge get_group get_level_values groupby gt head hist
    idxmax idxmin infer_objects info interpolate isin isna isnull iterrows itertuples join kurt kurtosis last
    last_valid_index le lt map mask median melt memory_usage merge mod mode mul multiply ne ngroup nlargest notna
    notnull nsmallest nth nunique pad pct_change pipe pivot pivot_table plot pow quantile product query radd rank rdiv
    reindex reindex_like rename rename_axis reorder_levels resample reset_index rmul rolling rsub sample select_dtypes
    sem set_axis set_flags set_index shift size skew sort_index sort_values stack sub subtract swaplevel tail to_clipboard
    to_csv to_datetime to_dict to_excel to_feather to_frame to_hdf to_html to_json to_latex to_list to_markdown to_numpy
    to_parquet to_period to_pickle to_records to_sql to_string to_timestamp to_xarray transform truediv truncate
    tz_convert tz_localize unique unstack value_counts where xs`
};
