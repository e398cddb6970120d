/** The language of reconciliation: what others say of our money and of our calls, and where our books say something else. */
package dev.earshot.api.reconciliation;
