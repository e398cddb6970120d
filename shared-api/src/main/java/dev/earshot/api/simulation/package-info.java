/** The language of the pricing lab: other terms for real calls, and what they would have come to. */
package dev.earshot.api.simulation;
