// What functions of R and of common packages do besides giving a value. Data alone.
import type { AmbientState, Effect } from '../effect';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Functions whose arguments, or some of them, are expressions over columns: a name there need not be a variable. */
export const masking: ReadonlySet<string> = new Set(
  words(`
    subset transform with within aggregate model.frame lm glm nls aov xtabs ftable boxplot coplot t.test
    replicate curve reformulate update terms model.matrix filter
  `)
);

/** Names of R that packages often take over: which one is meant hangs on what is attached. */
export const contested: ReadonlySet<string> = new Set(
  words('filter lag intersect union setdiff setequal combine')
);

/** Functions that run code with a stream of its own, which is set for it and set back. */
export const seeding: ReadonlySet<string> = new Set(words('with_seed'));

/** Functions that keep their arguments as code and run none of it now. */
export const quoting: ReadonlySet<string> = new Set(
  words(
    'quote bquote substitute expression deparse1 alist help example vignette'
  )
);

/** Functions that run code of a new scope of their own: what it assigns does not reach the notebook. */
export const scoping: ReadonlySet<string> = new Set(
  words('local with within evalq')
);

/** Functions that run their argument, which may fail on the way. */
export const trying: ReadonlySet<string> = new Set(
  words('try tryCatch withCallingHandlers')
);

/** What reading, drawing and setting does to state outside of the notebook, by function. */
export const effects: ReadonlyMap<
  string,
  readonly [state: AmbientState, action: Effect['action']]
> = new Map([
  ...of('random', 'set', 'set.seed'),
  ...of('random', 'set', 'RNGkind'),
  ...of(
    'random',
    'draw',
    `rnorm runif rbinom rpois rexp rgamma rbeta rt rchisq rf rgeom rhyper rlogis rlnorm rmultinom rcauchy rweibull
     rnbinom rwilcox rsignrank rWishart sample sample.int simulate r2dtable kmeans jitter arima.sim`
  ),
  // Of packages, for data as they usually are.
  ...of(
    'random',
    'draw',
    `sample_n sample_frac slice_sample mvrnorm rmvnorm rmvt rdirichlet rtruncnorm rinvgamma
     createDataPartition createFolds createMultiFolds createResample downSample upSample train rfe
     initial_split vfold_cv mc_cv bootstraps validation_split group_vfold_cv rep_sample_n rep_slice_sample
     randomForest cforest ranger gbm cv.glmnet cv.glm boot bagging nnet neuralnet mlp tune tune.svm ksvm clusGap
     Rtsne metaMDS adonis adonis2 ROSE ovun.sample SMOTE bootMer stri_rand_strings geom_jitter position_jitter
     position_jitterdodge geom_text_repel geom_label_repel layout_nicely layout_with_fr sample_gnp
     sample_gnm erdos.renyi.game random.graph.game`
  ),
  ...of('clock', 'read', 'Sys.time Sys.Date date proc.time system.time now'),
  ...of('clock', 'read', 'today'),
  ...of('directory', 'set', 'setwd'),
  ...of('directory', 'read', 'getwd'),
  ...of('environment', 'update', 'Sys.setenv Sys.unsetenv Sys.setlocale'),
  ...of('environment', 'read', 'Sys.getenv'),
  ...of('plotting', 'update', 'palette theme_set'),
  ...of(
    'packages',
    'update',
    'install.packages remove.packages install_version install_github'
  ),
  ...of('path', 'update', 'attach library require attachNamespace detach'),
  ...of('network', 'read', 'download.file url GET POST curl_download read_html')
]);

function of(
  state: AmbientState,
  action: Effect['action'],
  names: string
): [string, readonly [AmbientState, Effect['action']]][] {
  return words(names).map(name => [name, [state, action]]);
}

/** Functions that draw what is on the plot: they read its settings. */
export const plotting: ReadonlySet<string> = new Set(
  words(`
    plot hist barplot boxplot lines points abline legend curve pie matplot pairs image contour persp polygon text
    title axis mosaicplot dotchart stripchart ggplot qplot
  `)
);

/** Where a function takes the path of a file: position from 0 and names of the argument. */
type FileArgument = readonly [place: number, ...names: string[]];

/** What a function does to a file. */
export type FileFunction = {
  readonly action: 'read' | 'write';
  readonly argument: FileArgument;
};

const reading: FileArgument = [0, 'file', 'path', 'con', 'input'];
const writing: FileArgument = [1, 'file', 'path', 'con', 'filename'];
/** By name alone. */
const naming: FileArgument = [Infinity, 'file'];
const drawing: FileArgument = [0, 'file', 'filename'];

/** Functions that read or write the file of one of their arguments. */
export const files: ReadonlyMap<string, FileFunction> = new Map([
  ...filesOf(
    'read',
    reading,
    `attach read.csv read.csv2 read.table read.delim read.delim2 read.fwf readLines readRDS scan load source dget read_csv
     read_tsv read_delim read_lines read_rds read_excel fread read_parquet read_feather read_json fromJSON read_xml
     readtext`
  ),
  ...filesOf(
    'write',
    writing,
    `write.csv write.csv2 write.table writeLines saveRDS dput write_csv write_tsv write_rds fwrite write_parquet
     write_feather write_json`
  ),
  ...filesOf('write', drawing, 'png jpeg pdf svg tiff bmp ggsave sink'),
  ...filesOf('write', naming, 'cat save save.image dump'),
  ...filesOf('read', reading, 'file.exists file.info file.size file.mtime')
]);

/** Functions that take files away. */
export const removing: ReadonlySet<string> = new Set(
  words('unlink file.remove')
);

/** Functions that call what they are handed, with the place and the name under which they get a function by its name. */
export const higher: ReadonlyMap<
  string,
  readonly [place: number, name: string]
> = new Map<string, readonly [number, string]>([
  ...words('do.call match.fun').map(name => [name, [0, 'what']] as const),
  ...words(
    `sapply lapply vapply tapply rapply eapply aggregate by ave sweep combn outer optimHess`
  ).map(name => [name, [1, 'FUN']] as const),
  ...words('apply').map(name => [name, [2, 'FUN']] as const),
  ...words(
    `mapply Map Filter Reduce Find Position optim optimize optimise uniroot integrate nlm nlminb curve Vectorize
     Negate array2DF tryCatch withCallingHandlers boot parLapply mclapply`
  ).map(name => [name, [0, 'f']] as const)
]);

/** Functions of purrr that call another one for each part, with the place at which they get it. */
export const mapping: ReadonlyMap<string, number> = new Map<string, number>([
  ...words(
    'map map_dbl map_int map_chr map_lgl map_df map_dfr map_dfc imap pmap pmap_dbl walk'
  ).map(name => [name, 1] as const),
  ...words('map2 map2_dbl map2_int map2_chr map2_lgl walk2').map(
    name => [name, 2] as const
  )
]);

function filesOf(
  action: FileFunction['action'],
  argument: FileArgument,
  names: string
): [string, FileFunction][] {
  return words(names).map(name => [name, { action, argument }]);
}

/** Functions of data.table that change their first argument in place. */
export const inPlace: ReadonlySet<string> = new Set(
  words(
    'setDT setDF setkey setkeyv setorder setorderv setnames setcolorder setattr set setindex'
  )
);

/** Functions after which names are bound that the source does not tell, and why. */
export const opaque: ReadonlyMap<string, string> = new Map([
  ['eval', 'It runs code that is not written here.'],
  ['evalq', 'It runs code in an environment that is not known.'],
  ['source', 'It runs another file.'],
  ['sys.source', 'It runs another file.'],
  ['load', 'It binds the names that a file holds.'],
  ['list2env', 'It binds names that are not written here.'],
  ['delayedAssign', 'It binds a name later.'],
  ['makeActiveBinding', 'It binds a name to a function that runs when read.']
]);
