/** What was bought outside, and whether it has found its account. */
package dev.earshot.query.purchase;
