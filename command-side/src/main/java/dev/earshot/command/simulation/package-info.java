/** What is asked of the pricing lab, and what came of it. The lab itself is on the side that answers. */
package dev.earshot.command.simulation;
