// Names that R has without any library: what `ls()` tells of the packages that every session attaches, without methods.

const NAMES = {
  base: `
! != $ & && ( * + - / : < <- <<- <= = == > >= @ [ [[ ^ { | || ~ %*% %/% %% %in% %o% %x% %||% abbreviate abs acos acosh activeBindingFunction addNA addTaskCallback agrep agrepl alist all all.equal
all.equal.numeric all.names all.vars allowInterrupts any anyDuplicated anyNA anyNA.data.frame anyNA.numeric_version
anyNA.POSIXlt aperm append apply Arg args array arrayInd as.array as.array.default as.call as.character as.complex
as.data.frame as.Date as.difftime as.double as.double.difftime as.double.POSIXlt as.environment as.expression
as.factor as.function as.hexmode as.integer as.list as.logical as.matrix as.matrix.data.frame as.matrix.default
as.matrix.noquote as.matrix.POSIXlt as.name as.null as.null.default as.numeric as.numeric_version as.octmode
as.ordered as.package_version as.pairlist as.POSIXct as.POSIXlt as.qr as.raw as.single as.symbol as.table as.vector
asin asinh asNamespace asplit asS3 asS4 assign atan atan2 atanh attach attachNamespace attr attr.all.equal attributes
autoload autoloader backsolve baseenv basename besselI besselJ besselK besselY beta bindingIsActive bindingIsLocked
bindtextdomain bitwAnd bitwNot bitwOr bitwShiftL bitwShiftR bitwXor body bquote break browser browserCondition
browserSetDebug browserText builtins by bzfile c call callCC capabilities casefold cat cbind ceiling char.expand
character charmatch charToRaw chartr check_tzones chkDots chol chol2inv choose class clearPushBack close
closeAllConnections col colMeans colnames colSums commandArgs comment complex computeRestarts conditionCall
conditionMessage conflictRules conflicts Conj contributors cos cosh cospi crossprod Cstack_info cummax cummin cumprod
cumsum curlGetHeaders cut data.class data.frame data.matrix date debug debuggingState debugonce
default.stringsAsFactors delayedAssign deparse deparse1 det detach determinant dget diag diff diff.Date difftime
digamma dim dimnames dir dir.create dir.exists dirname do.call dontCheck double dput dQuote drop droplevels dump
duplicated dyn.load dyn.unload dynGet eapply eigen emptyenv enc2native enc2utf8 encodeString Encoding endsWith enquote
env.profile environment environmentIsLocked environmentName errorCondition eval eval.parent evalq exists exp
expand.grid expm1 expression extSoftVersion F factor factorial fifo file file.access file.append file.choose file.copy
file.create file.exists file.info file.link file.mode file.mtime file.path file.remove file.rename file.show file.size
file.symlink Filter Find find.package findInterval findPackageEnv findRestart floor flush flush.connection for force
forceAndCall formals format format.Date format.pval formatC formatDL forwardsolve function gamma gc gc.time gcinfo
gctorture gctorture2 get get0 getAllConnections getCallingDLL getCallingDLLe getConnection getDLLRegisteredRoutines
getElement geterrmessage getExportedValue getHook getLoadedDLLs getNamespace getNamespaceExports getNamespaceImports
getNamespaceInfo getNamespaceName getNamespaceUsers getNamespaceVersion getNativeSymbolInfo getOption getRversion
getSrcLines getTaskCallbackNames gettext gettextf getwd gl globalCallingHandlers globalenv gregexec gregexpr grep
grepl grepRaw grouping gsub gzcon gzfile I iconv iconvlist icuGetCollate icuSetCollate identical identity if ifelse Im
importIntoEnv infoRDS inherits integer interaction interactive intersect intToBits intToUtf8 inverse.rle invisible
invokeRestart invokeRestartInteractively is.array is.atomic is.call is.character is.complex is.data.frame is.double
is.element is.environment is.expression is.factor is.finite is.function is.infinite is.integer is.language is.list
is.loaded is.logical is.matrix is.na is.name is.nan is.null is.numeric is.numeric_version is.numeric.Date
is.numeric.difftime is.numeric.POSIXt is.object is.ordered is.package_version is.pairlist is.primitive is.qr is.R
is.raw is.recursive is.single is.symbol is.table is.unsorted is.vector isa isatty isBaseNamespace isdebugged isFALSE
isIncomplete isNamespace isNamespaceLoaded ISOdate ISOdatetime isOpen isRestart isS4 isSeekable isSymmetric isTRUE
jitter julian kappa kappa.default kappa.lm kappa.qr kronecker l10n_info La_library La_version La.svd labels lapply
lazyLoad lazyLoadDBexec lazyLoadDBfetch lbeta lchoose length length.POSIXlt lengths letters LETTERS levels lfactorial
lgamma libcurlVersion library library.dynam library.dynam.unload licence license list list.dirs list.files list2DF
list2env load loadedNamespaces loadingNamespaceInfo loadNamespace local lockBinding lockEnvironment log log10 log1p
log2 logb logical lower.tri ls make.names make.unique makeActiveBinding Map mapply margin.table marginSums mat.or.vec
match match.arg match.call match.fun matrix max max.col mean mean.Date mem.maxNSize mem.maxVSize memCompress
memDecompress memory.profile merge message mget min missing Mod mode month.abb month.name months mtfrm names
names.POSIXlt namespaceExport namespaceImport namespaceImportClasses namespaceImportFrom namespaceImportMethods nargs
nchar ncol NCOL Negate new.env next NextMethod ngettext nlevels noquote norm normalizePath nrow NROW nullfile numeric
numeric_version numToBits numToInts nzchar objects oldClass OlsonNames on.exit open options order ordered outer
package_version packageEvent packageHasNamespace packageNotFoundError packageStartupMessage packBits pairlist
parent.env parent.frame parse parseNamespaceFile paste paste0 path.expand path.package pcre_config pi pipe plot pmatch
pmax pmax.int pmin pmin.int polyroot pos.to.env Position pretty prettyNum print print.default prmatrix proc.time prod
prop.table proportions provideDimnames psigamma pushBack pushBackLength q qr quarters quit quote R_system_version
R.home R.version R.Version R.version.string range rank rapply raw rawConnection rawConnectionValue rawShift rawToBits
rawToChar rbind rcond Re read.dcf readBin readChar readline readLines readRDS readRenviron Recall Reduce reg.finalizer
regexec regexpr registerS3method registerS3methods regmatches remove removeTaskCallback rep rep_len rep.int repeat
replace replicate require requireNamespace restartDescription restartFormals retracemem return returnValue rev rle rm
RNGkind RNGversion round row row.names row.names.data.frame row.names.default rowMeans rownames rowsum rowSums sample
sample.int sapply save save.image saveRDS scale scan search searchpaths seek seek.connection seq seq_along seq_len
seq.int sequence serialize serverSocket set.seed setdiff setequal setHook setNamespaceInfo setSessionTimeLimit
setTimeLimit setwd showConnections shQuote sign signalCondition signif simpleCondition simpleError simpleMessage
simpleWarning simplify2array sin single sinh sink sink.number sinpi slice.index socketAccept socketConnection
socketSelect socketTimeout solve sort sort.int sort.list source split sprintf sqrt sQuote srcfile srcfilealias
srcfilecopy srcref standardGeneric startsWith stderr stdin stdout stop stopifnot storage.mode str2expression str2lang
strftime strptime strrep strsplit strtoi strtrim structure strwrap sub subset substitute substr substring sum summary
suppressMessages suppressPackageStartupMessages suppressWarnings suspendInterrupts svd sweep switch sys.call sys.calls
Sys.chmod Sys.Date sys.frame sys.frames sys.function Sys.getenv Sys.getlocale Sys.getpid Sys.glob Sys.info
sys.load.image Sys.localeconv sys.nframe sys.on.exit sys.parent sys.parents Sys.readlink sys.save.image Sys.setenv
Sys.setFileTime Sys.setLanguage Sys.setlocale Sys.sleep sys.source sys.status Sys.time Sys.timezone Sys.umask
Sys.unsetenv Sys.which system system.file system.time system2 t T table tabulate tan tanh tanpi tapply
taskCallbackManager tcrossprod tempdir tempfile textConnection textConnectionValue tolower topenv toString toupper
trace traceback tracemem tracingState transform trigamma trimws trunc truncate truncate.connection try tryCatch
tryInvokeRestart typeof unclass undebug union unique units units.difftime unix.time unlink unlist unloadNamespace
unlockBinding unname unserialize unsplit untrace untracemem unz upper.tri url UseMethod utf8ToInt validEnc validUTF8
vapply vector Vectorize version warning warningCondition warnings weekdays which which.max which.min while with
withAutoprint withCallingHandlers within withRestarts withVisible write write.dcf writeBin writeChar writeLines xor
xpdrows.data.frame xtfrm xzfile zapsmall
`,
  stats: `
acf acf2AR add.scope add1 addmargins aggregate aggregate.data.frame aggregate.ts AIC alias anova ansari.test aov
approx approxfun ar ar.burg ar.mle ar.ols ar.yw arima arima.sim arima0 arima0.diag ARMAacf ARMAtoMA as.dendrogram
as.dist as.formula as.hclust as.stepfun as.ts asOneSidedFormula ave bandwidth.kernel bartlett.test BIC binom.test
binomial biplot Box.test bw.bcv bw.nrd bw.nrd0 bw.SJ bw.ucv C cancor case.names ccf chisq.test cmdscale coef
coefficients complete.cases confint confint.default confint.lm constrOptim contr.helmert contr.poly contr.SAS
contr.sum contr.treatment contrasts convolve cooks.distance cophenetic cor cor.test cov cov.wt cov2cor covratio cpgram
cutree cycle D dbeta dbinom dcauchy dchisq decompose delete.response deltat dendrapply density density.default deriv
deriv3 deviance dexp df df.kernel df.residual DF2formula dfbeta dfbetas dffits dgamma dgeom dhyper diffinv dist dlnorm
dlogis dmultinom dnbinom dnorm dpois drop.scope drop.terms drop1 dsignrank dt dummy.coef dummy.coef.lm dunif dweibull
dwilcox ecdf eff.aovlist effects embed end estVar expand.model.frame extractAIC factanal factor.scope family fft
filter fisher.test fitted fitted.values fivenum fligner.test formula frequency friedman.test ftable Gamma gaussian
get_all_vars getCall getInitial glm glm.control glm.fit hasTsp hat hatvalues hclust heatmap HoltWinters influence
influence.measures integrate interaction.plot inverse.gaussian IQR is.empty.model is.leaf is.mts is.stepfun is.ts
is.tskernel isoreg KalmanForecast KalmanLike KalmanRun KalmanSmooth kernapply kernel kmeans knots kruskal.test ks.test
ksmooth lag lag.plot line lm lm.fit lm.influence lm.wfit loadings loess loess.control loess.smooth logLik loglin
lowess ls.diag ls.print lsfit mad mahalanobis make.link makeARIMA makepredictcall manova mantelhaen.test mauchly.test
mcnemar.test median median.default medpolish model.extract model.frame model.frame.default model.matrix
model.matrix.default model.matrix.lm model.offset model.response model.tables model.weights monthplot mood.test mvfft
na.action na.contiguous na.exclude na.fail na.omit na.pass napredict naprint naresid nextn nlm nlminb nls nls.control
NLSstAsymptotic NLSstClosestX NLSstLfAsymptote NLSstRtAsymptote nobs numericDeriv offset oneway.test optim optimHess
optimise optimize order.dendrogram p.adjust p.adjust.methods pacf Pair pairwise.prop.test pairwise.t.test
pairwise.table pairwise.wilcox.test pbeta pbinom pbirthday pcauchy pchisq pexp pf pgamma pgeom phyper plclust plnorm
plogis pnbinom pnorm poisson poisson.test poly polym power power.anova.test power.prop.test power.t.test PP.test
ppoints ppois ppr prcomp predict predict.glm predict.lm preplot princomp printCoefmat profile proj promax prop.test
prop.trend.test psignrank psmirnov pt ptukey punif pweibull pwilcox qbeta qbinom qbirthday qcauchy qchisq qexp qf
qgamma qgeom qhyper qlnorm qlogis qnbinom qnorm qpois qqline qqnorm qqplot qsignrank qsmirnov qt qtukey quade.test
quantile quasi quasibinomial quasipoisson qunif qweibull qwilcox r2dtable rbeta rbinom rcauchy rchisq read.ftable
rect.hclust reformulate relevel reorder replications reshape resid residuals residuals.glm residuals.lm rexp rf rgamma
rgeom rhyper rlnorm rlogis rmultinom rnbinom rnorm rpois rsignrank rsmirnov rstandard rstudent rt runif runmed
rweibull rwilcox rWishart scatter.smooth screeplot sd se.contrast selfStart setNames shapiro.test sigma simulate
smooth smooth.spline smoothEnds sortedXyData spec.ar spec.pgram spec.taper spectrum spline splinefun splinefunH
SSasymp SSasympOff SSasympOrig SSbiexp SSD SSfol SSfpl SSgompertz SSlogis SSmicmen SSweibull start stat.anova step
stepfun stl StructTS supsmu symnum t.test termplot terms terms.formula time toeplitz ts ts.intersect ts.plot ts.union
tsdiag tsp tsSmooth TukeyHSD uniroot update update.default update.formula var var.test variable.names varimax vcov
weighted.mean weighted.residuals weights wilcox.test window write.ftable xtabs
`,
  utils: `
adist alarm apropos aregexec argsAnywhere as.person as.personList as.relistable as.roman asDateBuilt askYesNo aspell
aspell_package_C_files aspell_package_R_files aspell_package_Rd_files aspell_package_vignettes
aspell_write_personal_dictionary_file assignInMyNamespace assignInNamespace available.packages bibentry browseEnv
browseURL browseVignettes bug.report capture.output changedFiles charClass checkCRAN chooseBioCmirror chooseCRANmirror
citation cite citeNatbib citEntry citFooter citHeader clrhash combn compareVersion contrib.url count.fields
create.post data data.entry dataentry de de.ncols de.restore de.setup debugcall debugger demo download.file
download.packages dump.frames edit emacs example file_test file.edit fileSnapshot find findCRANmirror findLineNum fix
fixInNamespace flush.console formatOL formatUL getAnywhere getCRANmirrors getFromNamespace gethash getParseData
getParseText getS3method getSrcDirectory getSrcFilename getSrcLocation getSrcref getTxtProgressBar glob2rx
globalVariables hashtab hasName head head.matrix help help.request help.search help.start history hsearch_db
hsearch_db_concepts hsearch_db_keywords install.packages installed.packages is.hashtab is.relistable isS3method
isS3stdGeneric limitedLabels loadhistory localeToCharset ls.str lsf.str maintainer make.packages.html make.socket
makeRweaveLatexCodeRunner maphash memory.limit memory.size menu methods mirror2html modifyList new.packages news nsl
numhash object.size old.packages osVersion package.skeleton packageDate packageDescription packageName packageStatus
packageVersion page person personList pico process.events prompt promptData promptImport promptPackage rc.getOption
rc.options rc.settings rc.status read.csv read.csv2 read.delim read.delim2 read.DIF read.fortran read.fwf read.socket
read.table readCitationFile recover relist remhash remove.packages removeSource Rprof Rprofmem RShowDoc RSiteSearch
rtags Rtangle RtangleFinish RtangleRuncode RtangleSetup RtangleWritedoc RweaveChunkPrefix RweaveEvalWithOpt
RweaveLatex RweaveLatexFinish RweaveLatexOptions RweaveLatexSetup RweaveLatexWritedoc RweaveTryStop savehistory
select.list sessionInfo setBreakpoint sethash setRepositories setTxtProgressBar stack Stangle str strcapture
strOptions summaryRprof suppressForeignCheck Sweave SweaveHooks SweaveSyntaxLatex SweaveSyntaxNoweb SweaveSyntConv
tail tail.matrix tar timestamp toBibtex toLatex txtProgressBar type.convert typhash undebugcall unstack untar unzip
update.packages upgrade url.show URLdecode URLencode vi View vignette warnErrList write.csv write.csv2 write.socket
write.table xedit xemacs zip
`,
  graphics: `
abline arrows assocplot axis Axis axis.Date axis.POSIXct axTicks barplot barplot.default box boxplot boxplot.default
boxplot.matrix bxp cdplot clip close.screen co.intervals contour contour.default coplot curve dotchart erase.screen
filled.contour fourfoldplot frame grconvertX grconvertY grid hist hist.default identify image image.default layout
layout.show lcm legend lines lines.default locator matlines matplot matpoints mosaicplot mtext pairs pairs.default
panel.smooth par persp pie plot plot.default plot.design plot.new plot.window plot.xy points points.default polygon
polypath rasterImage rect rug screen segments smoothScatter spineplot split.screen stars stem strheight stripchart
strwidth sunflowerplot symbols text text.default title xinch xspline xyinch yinch
`,
  grDevices: `
adjustcolor as.graphicsAnnot as.raster axisTicks bitmap blues9 bmp boxplot.stats cairo_pdf cairo_ps cairoSymbolFont
check.options chull CIDFont cm cm.colors col2rgb colorConverter colorRamp colorRampPalette colors colorspaces colours
contourLines convertColor densCols dev.capabilities dev.capture dev.control dev.copy dev.copy2eps dev.copy2pdf dev.cur
dev.flush dev.hold dev.interactive dev.list dev.new dev.next dev.off dev.prev dev.print dev.set dev.size dev2bitmap
devAskNewPage deviceIsInteractive embedFonts extendrange getGraphicsEvent getGraphicsEventEnv graphics.off gray
gray.colors grey grey.colors grSoftVersion hcl hcl.colors hcl.pals heat.colors Hershey hsv is.raster jpeg make.rgb
n2mfrow nclass.FD nclass.scott nclass.Sturges palette palette.colors palette.pals pdf pdf.options pdfFonts pictex png
postscript postscriptFonts ps.options quartz quartz.options quartz.save quartzFont quartzFonts rainbow recordGraphics
recordPlot replayPlot rgb rgb2hsv savePlot setEPS setGraphicsEventEnv setGraphicsEventHandlers setPS svg
terrain.colors tiff topo.colors trans3d Type1Font x11 X11 X11.options X11Font X11Fonts xfig xy.coords xyTable
xyz.coords
`,
  methods: `
addNextMethod allNames Arith as asMethodDefinition assignClassDef assignMethodsMetaData balanceMethodsList
cacheGenericsMetaData cacheMetaData cacheMethod callGeneric callNextMethod canCoerce cbind2 checkAtAssignment
checkSlotAssignment classesToAM classLabel classMetaName className coerce Compare completeClassDefinition
completeExtends completeSubclasses Complex conformMethod defaultDumpName defaultPrototype doPrimitiveMethod dumpMethod
dumpMethods el elNamed empty.dump emptyMethodsList evalOnLoad evalqOnLoad evalSource existsFunction existsMethod
extends externalRefMethod finalDefaultMethod findClass findFunction findMethod findMethods findMethodSignatures
findUnique fixPre1.8 formalArgs functionBody generic.skeleton getAllSuperClasses getClass getClassDef getClasses
getDataPart getFunction getGeneric getGenerics getGroup getGroupMembers getLoadActions getMethod getMethods
getMethodsForDispatch getMethodsMetaData getPackageName getRefClass getSlots getValidity hasArg hasLoadAction
hasMethod hasMethods implicitGeneric inheritedSlotNames initFieldArgs initialize initRefFields insertClassMethods
insertMethod insertSource is isClass isClassDef isClassUnion isGeneric isGrammarSymbol isGroup isRematched
isSealedClass isSealedMethod isVirtualClass isXS3Class kronecker languageEl linearizeMlist listFromMethods
listFromMlist loadMethod Logic makeClassRepresentation makeExtends makeGeneric makeMethodsList
makePrototypeFromClassDef makeStandardGeneric matchSignature Math Math2 mergeMethods metaNameUndo method.skeleton
MethodAddCoerce methodSignatureMatrix MethodsList MethodsListSelect methodsPackageMetaName missingArg multipleClasses
new newBasic newClassRepresentation newEmptyObject Ops packageSlot possibleExtends prohibitGeneric promptClass
promptMethods prototype Quote rbind2 reconcilePropertiesAndPrototype registerImplicitGenerics rematchDefinition
removeClass removeGeneric removeMethod removeMethods representation requireMethods resetClass resetGeneric S3Class
S3Part sealClass selectMethod selectSuperClasses setAs setClass setClassUnion setDataPart setGeneric
setGenericImplicit setGroupGeneric setIs setLoadAction setLoadActions setMethod setOldClass setPackageName
setPrimitiveMethods setRefClass setReplaceMethod setValidity show showClass showDefault showExtends showMethods
showMlist signature SignatureMethod sigToEnv slot slotNames slotsFromS3 substituteDirect substituteFunctionArgs
Summary superClassDepth testInheritedMethods testVirtual tryNew unRematchDefinition validObject validSlotNames
`,
  datasets: `
ability.cov airmiles AirPassengers airquality anscombe attenu attitude austres beaver1 beaver2 BJsales BJsales.lead
BOD cars ChickWeight chickwts co2 CO2 crimtab discoveries DNase esoph euro euro.cross eurodist EuStockMarkets faithful
fdeaths Formaldehyde freeny freeny.x freeny.y HairEyeColor Harman23.cor Harman74.cor Indometh infert InsectSprays iris
iris3 islands JohnsonJohnson LakeHuron ldeaths lh LifeCycleSavings Loblolly longley lynx mdeaths morley mtcars nhtemp
Nile nottem npk occupationalStatus Orange OrchardSprays PlantGrowth precip presidents pressure Puromycin quakes randu
rivers rock Seatbelts sleep stack.loss stack.x stackloss state.abb state.area state.center state.division state.name
state.region state.x77 sunspot.month sunspot.year sunspots swiss Theoph Titanic ToothGrowth treering trees
UCBAdmissions UKDriverDeaths UKgas USAccDeaths USArrests UScitiesD USJudgeRatings USPersonalExpenditure uspop VADeaths
volcano warpbreaks women WorldPhones WWWusage
`
};

/** The names of R's own packages, functions and data sets alike. */
export const rNames: ReadonlySet<string> = new Set(
  Object.values(NAMES).flatMap(text => text.trim().split(/\s+/))
);
