/** What the pricing lab was asked, and how that ended: folded from the log. */
package dev.earshot.query.simulation.asked;
