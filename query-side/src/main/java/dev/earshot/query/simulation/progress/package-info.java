/** How far open simulations are, told to those who listen. */
package dev.earshot.query.simulation.progress;
