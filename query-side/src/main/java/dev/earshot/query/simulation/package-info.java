/** What came of questions to the pricing lab, for those who ask. */
package dev.earshot.query.simulation;
