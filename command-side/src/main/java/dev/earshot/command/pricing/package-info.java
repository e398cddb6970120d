/** Which plan and which prices are in force for what begins now. */
package dev.earshot.command.pricing;
