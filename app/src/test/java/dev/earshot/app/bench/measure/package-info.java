/** What every benchmark needs: a platform to measure, what processes cost, how times are spread, figures as Markdown. */
package dev.earshot.app.bench.measure;
