/** How fast the stored views fold the log again. */
package dev.earshot.app.bench.rebuild;
