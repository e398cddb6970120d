/** The lab's runs: what was asked, how far each is, and what came of it. */
package dev.earshot.query.simulation;
