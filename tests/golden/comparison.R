# Writes comparison-r.json beside this file: what cluster::clusGap, cluster::maxSE and fpc::clusterboot make of small sets.
#
# Run with: Rscript tests/golden/comparison.R (needs cluster and fpc; the versions are written into the file; made with
# R 4.2.2, cluster 2.1.4, fpc 2.2.10). The clustering is ward.D2 cut at k, which has no random choice; the uniform
# numbers and the resamples that R drew are kept, so that ours can be given the same ones.
library(cluster)
suppressMessages(library(fpc))

json <- function(x) {
  if (is.list(x) && !is.null(names(x))) {
    return(paste0("{", paste0('"', names(x), '":', vapply(x, json, ""), collapse = ","), "}"))
  }
  if (is.list(x)) return(paste0("[", paste0(vapply(x, json, ""), collapse = ","), "]"))
  if (is.character(x)) return(paste0('"', x, '"'))
  paste0("[", paste0(formatC(as.numeric(x), digits = 17, width = -1), collapse = ","), "]")
}
rows <- function(m) as.vector(t(m))

set.seed(11)
n <- 36
centres <- rbind(c(0, 0, 0), c(3.2, 0.5, 1), c(0.5, 3.4, -1))
truth <- rep(1:3, c(16, 12, 8))
x <- centres[truth, ] + matrix(rnorm(n * 3), n) %*% matrix(c(1, 0.3, 0, 0, 0.8, 0.2, 0, 0, 0.5), 3)
ward <- function(x, k) list(cluster = cutree(hclust(dist(x), "ward.D2"), k))

references <- 5
gap <- lapply(c(scaledPCA = "scaledPCA", original = "original"), function(space) {
  set.seed(7)
  fit <- clusGap(x, ward, K.max = 6, B = references, d.power = 2, spaceH0 = space, verbose = FALSE)
  list(logW = fit$Tab[, "logW"], expected = fit$Tab[, "E.logW"], gap = fit$Tab[, "gap"], error = fit$Tab[, "SE.sim"])
})
set.seed(7)
# clusGap draws column after column, set after set
uniforms <- lapply(seq_len(references), function(b) runif(n * 3))
axes <- svd(scale(x, scale = FALSE), nu = 0)$v

methods <- c("firstSEmax", "Tibs2001SEmax", "globalSEmax", "firstmax", "globalmax")
set.seed(3)
picks <- lapply(1:40, function(i) {
  f <- round(cumsum(rnorm(8, 0.05, 0.2)), 2)
  se <- round(runif(8, 0, 0.15), 2)
  list(gaps = f, errors = se, picks = vapply(methods, function(m) maxSE(f, se, m), 0))
})

set.seed(21)
overlapping <- rbind(matrix(rnorm(40, 0), 20), matrix(rnorm(24, 2.2), 12), matrix(rnorm(16, c(5, 0)), 8))
resamples <- 12
boot <- clusterboot(overlapping, B = resamples, bootmethod = "boot", clustermethod = hclustCBI, k = 3,
  method = "ward.D2", scaling = FALSE, count = FALSE, seed = 5)
set.seed(5)
drawn <- lapply(seq_len(resamples), function(b) sample(nrow(overlapping), nrow(overlapping), replace = TRUE) - 1)

text <- json(list(
  versions = list(R = as.character(getRversion()), cluster = as.character(packageVersion("cluster")),
    fpc = as.character(packageVersion("fpc"))),
  gap = c(list(data = rows(x), axes = rows(axes), uniforms = uniforms), gap),
  methods = as.list(methods), picks = picks,
  bootstrap = list(data = rows(overlapping), partition = boot$partition - 1, drawn = drawn,
    jaccards = lapply(seq_len(3), function(j) boot$bootresult[j, ]), mean = boot$bootmean,
    dissolved = boot$bootbrd, recovered = boot$bootrecover)
))
cat(text, "\n", sep = "", file = file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))),
  "comparison-r.json"))
