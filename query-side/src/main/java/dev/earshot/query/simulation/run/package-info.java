/** The work on simulations: one at a time on one node, kept by a beat, begun anew where a node fell silent. */
package dev.earshot.query.simulation.run;
