# Writes shared-mixture.json beside this file: what mclust::me makes of three overlapping groups with one covariance, from a
# rough partition.
#
# Run with: Rscript tests/golden/shared-mixture.R (made with R 4.2.2, mclust 6.0.0).
suppressMessages(library(mclust))

json <- function(x) {
  if (is.list(x)) return(paste0("{", paste0('"', names(x), '":', vapply(x, json, ""), collapse = ","), "}"))
  if (is.character(x)) return(paste0('"', x, '"'))
  values <- paste0(formatC(as.numeric(x), digits = 17, width = -1), collapse = ",")
  if (length(x) == 1) values else paste0("[", values, "]")
}

set.seed(5)
truth <- rep(1:3, c(70, 50, 30))
centres <- rbind(c(0, 0, 0), c(3, 1, 0.5), c(0.5, 3.2, -1))
x <- round(centres[truth, ] + matrix(rnorm(150 * 3), 150) %*% matrix(c(1, 0.4, 0, 0, 0.8, 0.2, 0, 0, 0.6), 3), 4)
start <- cutree(hclust(dist(x), "complete"), 3)

fit <- function(model) {
  m <- me(x, modelName = model, z = unmap(start), control = emControl(tol = 0, itmax = 3000))
  z <- pmax(m$z, 1e-300)
  list(
    logLikelihood = m$loglik,
    bic = -bic(model, m$loglik, nrow(x), ncol(x), 3),
    entropy = -sum(z * log(z)),
    labels = max.col(m$z) - 1
  )
}
kept <- list(
  versions = list(R = paste(R.version$major, R.version$minor, sep = "."), mclust = as.character(packageVersion("mclust"))),
  x = as.vector(t(x)), start = start - 1, full = fit("EEE"), diagonal = fit("EEI")
)
root <- sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))
writeLines(json(kept), file.path(dirname(root), "shared-mixture.json"))
